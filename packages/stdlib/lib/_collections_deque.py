# collections.deque: MicroPython's own with methods added.

from ucollections import deque as _Ring
import _native

# where the classes say that they are from
__name__ = "collections"

_GROWS = 2


class deque(_Ring):
    __c_name__ = "collections.deque"
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is None:
            super().__init__((), 7, _GROWS)
        else:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
            super().__init__((), maxlen)
        self._maxlen = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    append = _native.deque_append
    appendleft = _native.deque_appendleft

    def extend(self, iterable):
        # a deque that extends itself must not chase its own end
        if not isinstance(iterable, (list, tuple, str, bytes, range)):
            iterable = list(iterable)
        _native.deque_reserve(self, len(iterable))
        super().extend(iterable)

    def extendleft(self, iterable):
        for item in list(iterable):
            self.appendleft(item)

    def __iadd__(self, iterable):
        self.extend(iterable)
        return self

    def pop(self):
        if not self:
            raise IndexError("pop from an empty deque")
        return super().pop()

    def popleft(self):
        if not self:
            raise IndexError("pop from an empty deque")
        return super().popleft()

    def clear(self):
        super().__init__((), 7 if self._maxlen is None else self._maxlen, _GROWS if self._maxlen is None else 0)

    def _fill(self, items):
        deque.clear(self)
        _native.deque_reserve(self, len(items))
        super().extend(items)

    def copy(self):
        new = type(self)(self, self._maxlen)
        return new

    __copy__ = copy

    def count(self, value):
        return list(self).count(value)

    def index(self, value, start=0, stop=None):
        items = list(self)
        try:
            return items.index(value, start, len(items) if stop is None else stop)
        except ValueError:
            raise ValueError("%r is not in deque" % (value,))

    def insert(self, index, value):
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        items = list(self)
        items.insert(index, value)
        self._fill(items)

    def remove(self, value):
        items = list(self)
        try:
            items.remove(value)
        except ValueError:
            raise ValueError("%r is not in deque" % (value,))
        self._fill(items)

    def __delitem__(self, index):
        items = list(self)
        if not -len(items) <= index < len(items):
            raise IndexError("deque index out of range")
        del items[index]
        self._fill(items)

    def reverse(self):
        items = list(self)
        items.reverse()
        self._fill(items)

    def rotate(self, n=1):
        length = len(self)
        if length < 2:
            return
        n %= length
        if n * 2 <= length:
            for _ in range(n):
                self.appendleft(super().pop())
        else:
            for _ in range(length - n):
                self.append(super().popleft())

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self):
        return reversed(list(self))

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "%s") to deque' % type(other).__name__)
        new = self.copy()
        new.extend(other)
        return new

    def __mul__(self, count):
        return type(self)(list(self) * count, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._fill(list(self) * count)
        return self

    def __eq__(self, other):
        return isinstance(other, deque) and list(self) == list(other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __lt__(self, other):
        return list(self) < list(other) if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return list(self) <= list(other) if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return list(self) > list(other) if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return list(self) >= list(other) if isinstance(other, deque) else NotImplemented

    def __repr__(self):
        items = "[%s]" % ", ".join(["[...]" if item is self else repr(item) for item in self])
        name = type(self).__name__
        if self._maxlen is None:
            return "%s(%s)" % (name, items)
        return "%s(%s, maxlen=%d)" % (name, items, self._maxlen)

    __str__ = __repr__
