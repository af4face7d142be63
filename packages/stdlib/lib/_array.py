# Methods of array.array. lib/_special.py asks for them where the type itself has none.
from uarray import array

_SIZES = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "f": 4, "d": 8}


def _typecode(self):
    return repr(self[:0])[7]


def _itemsize(self):
    return _SIZES[_typecode(self)]


def _index_of(self, index):
    n = len(self)
    if index < 0:
        index += n
    return index


def insert(self, i, v):
    n = len(self)
    i = max(0, i + n) if i < 0 else min(i, n)
    self.append(v)
    for at in range(n, i, -1):
        self[at] = self[at - 1]
    self[i] = v


def pop(self, i=-1):
    n = len(self)
    if not n:
        raise IndexError("pop from empty array")
    at = i + n if i < 0 else i
    if not 0 <= at < n:
        raise IndexError("pop index out of range")
    value = self[at]
    del self[at : at + 1]
    return value


def remove(self, v):
    for i, item in enumerate(self):
        if item == v:
            del self[i : i + 1]
            return
    raise ValueError("array.remove(x): x not in array")


def index(self, v, start=0, stop=None):
    n = len(self)
    start = max(0, start + n) if start < 0 else start
    stop = n if stop is None else max(0, stop + n) if stop < 0 else min(stop, n)
    for i in range(start, stop):
        if self[i] == v:
            return i
    raise ValueError("array.index(x): x not in array")


def count(self, v):
    return sum([1 for item in self if item == v])


def reverse(self):
    self[:] = self[::-1]


def tolist(self):
    return list(self)


def fromlist(self, items):
    if not isinstance(items, list):
        raise TypeError("arg must be list")
    self.extend(array(_typecode(self), items))


def tobytes(self):
    return bytes(self)


def frombytes(self, data):
    data = bytes(data)
    if len(data) % _itemsize(self):
        raise ValueError("bytes length not a multiple of item size")
    self.extend(array(_typecode(self), data))


def tofile(self, f):
    f.write(bytes(self))


def fromfile(self, f, n):
    data = f.read(n * _itemsize(self))
    frombytes(self, data[: len(data) - len(data) % _itemsize(self)])
    if len(data) < n * _itemsize(self):
        raise EOFError("read() didn't return enough bytes")


def byteswap(self):
    size = _itemsize(self)
    data = bytes(self)
    swapped = b"".join([data[at : at + size][::-1] for at in range(0, len(data), size)])
    self[:] = array(_typecode(self), swapped)


def buffer_info(self):
    return id(self), len(self)


def __copy__(self):
    return self[:]


_methods = {
    function.__name__: function
    for function in (
        insert,
        pop,
        remove,
        index,
        count,
        reverse,
        tolist,
        fromlist,
        tobytes,
        frombytes,
        tofile,
        fromfile,
        byteswap,
        buffer_info,
        __copy__,
    )
}


def find_in_array(self, name):
    if name in _methods:
        return (_methods[name], True)
    if name == "typecode":
        return (_typecode(self), False)
    if name == "itemsize":
        return (_itemsize(self), False)
    return None
