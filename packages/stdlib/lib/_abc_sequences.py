# collections.abc: sequences.

from abc import abstractmethod
from ucollections import deque as _Ring
from _abc_basic import _sequences, Collection, Reversible

# where the classes say that they are from
__name__ = "collections.abc"


class Sequence(Reversible, Collection):
    _native = _sequences

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError(key)

    def __iter__(self):
        at = 0
        try:
            while True:
                yield self[at]
                at += 1
        except IndexError:
            return

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self):
        for i in range(len(self) - 1, -1, -1):
            yield self[i]

    def index(self, value, start=0, stop=None):
        length = len(self)
        if start < 0:
            start = max(length + start, 0)
        if stop is None:
            stop = length
        elif stop < 0:
            stop += length
        for i in range(start, min(stop, length)):
            item = self[i]
            if item is value or item == value:
                return i
        raise ValueError

    def count(self, value):
        count = 0
        for item in self:
            if item is value or item == value:
                count += 1
        return count


class MutableSequence(Sequence):
    _native = (list, bytearray, _Ring)

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError(key)

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError(key)

    @abstractmethod
    def insert(self, index, value):
        raise NotImplementedError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        length = len(self)
        for i in range(length // 2):
            self[i], self[length - i - 1] = self[length - i - 1], self[i]

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class ByteString(Sequence):
    _native = (bytes, bytearray)
