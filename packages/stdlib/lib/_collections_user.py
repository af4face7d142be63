# UserDict, UserList, UserString: each holds its builtin in `data`.

# where the classes say that they are from
__name__ = "collections"


class UserDict:
    def __init__(self, dict=None, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(self, "__missing__", None)
        if missing is not None:
            return missing(key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        return self[key] if key in self else default

    def keys(self):
        return self.data.keys()

    def values(self):
        return self.data.values()

    def items(self):
        return self.data.items()

    def pop(self, key, *args):
        if key not in self.data:
            if args:
                return args[0]
            raise KeyError(key)
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError()

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), **kwargs):
        if hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def copy(self):
        new = type(self)()
        new.data = self.data.copy()
        return new

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        new = cls()
        for key in iterable:
            new[key] = value
        return new

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, UserDict) else other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __or__(self, other):
        new = self.copy()
        new.update(other)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return repr(self.data)


def _plain(value):
    return value.data if isinstance(value, (UserList, UserString)) else value


class UserList:
    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_plain(initlist))

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(self.data[index])
        return self.data[index]

    def __setitem__(self, index, item):
        self.data[index] = item

    def __delitem__(self, index):
        del self.data[index]

    def __contains__(self, item):
        return item in self.data

    def __iter__(self):
        at = 0
        while at < len(self.data):
            yield self[at]
            at += 1

    def append(self, item):
        self.data.append(item)

    def insert(self, index, item):
        self.data.insert(index, item)

    def pop(self, index=-1):
        return self.data.pop(index)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, **kwargs):
        self.data.sort(**kwargs)

    def extend(self, other):
        self.data.extend(_plain(other))

    def __add__(self, other):
        return type(self)(self.data + list(_plain(other)))

    def __radd__(self, other):
        return type(self)(list(_plain(other)) + self.data)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, count):
        return type(self)(self.data * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self.data *= count
        return self

    def __eq__(self, other):
        return self.data == _plain(other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __lt__(self, other):
        return self.data < _plain(other)

    def __le__(self, other):
        return self.data <= _plain(other)

    def __gt__(self, other):
        return self.data > _plain(other)

    def __ge__(self, other):
        return self.data >= _plain(other)

    def __repr__(self):
        return repr(self.data)


class UserString:
    def __init__(self, seq):
        self.data = seq if isinstance(seq, str) else str(seq)

    def __str__(self):
        return self.data

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __hash__(self):
        return hash(self.data)

    def __len__(self):
        return len(self.data)

    def __contains__(self, text):
        return _plain(text) in self.data

    def __getitem__(self, index):
        return type(self)(self.data[index])

    def __iter__(self):
        return iter([type(self)(char) for char in self.data])

    def __add__(self, other):
        return type(self)(self.data + str(other))

    def __radd__(self, other):
        return type(self)(str(other) + self.data)

    def __mul__(self, count):
        return type(self)(self.data * count)

    __rmul__ = __mul__

    def __mod__(self, args):
        return type(self)(self.data % args)

    def __eq__(self, other):
        return self.data == _plain(other)

    def __ne__(self, other):
        return not self == other

    def __lt__(self, other):
        return self.data < _plain(other)

    def __le__(self, other):
        return self.data <= _plain(other)

    def __gt__(self, other):
        return self.data > _plain(other)

    def __ge__(self, other):
        return self.data >= _plain(other)

    # str's methods; those that give a str give one of this class.
    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError("'UserString' object has no attribute '%s'" % name)
        method = getattr(self.data, name)

        def call(*args, **kwargs):
            result = method(*[_plain(arg) for arg in args], **kwargs)
            return type(self)(result) if isinstance(result, str) else result

        return call
