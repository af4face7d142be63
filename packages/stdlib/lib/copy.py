class Error(Exception):
    pass


error = Error

_atomic = frozenset((type(None), int, float, bool, complex, str, bytes, type, range, slice, type(Ellipsis), type(NotImplemented), type(len), type(lambda: 0)))


def _is_atomic(kind):
    return kind in _atomic


def copy(x):
    kind = type(x)
    if kind in _atomic or kind is tuple or kind is frozenset:
        return x
    if kind in (list, dict, set):
        return x.copy()
    if kind is bytearray:
        return x[:]
    method = getattr(x, "__copy__", None)
    if method is not None:
        return method()
    if isinstance(x, type):
        return x
    return _rebuild(x, lambda value: value)


def deepcopy(x, memo=None, _nil=[]):
    kind = type(x)
    if kind in _atomic:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    if kind is list:
        new = memo[id(x)] = []
        for item in x:
            new.append(deepcopy(item, memo))
    elif kind is dict:
        new = memo[id(x)] = {}
        for key, value in x.items():
            new[deepcopy(key, memo)] = deepcopy(value, memo)
    elif kind is tuple:
        items = [deepcopy(item, memo) for item in x]
        # a tuple of what does not change is itself; one that holds itself was made while its items were
        known = memo.get(id(x), _nil)
        if known is not _nil:
            return known
        new = x
        for item, copied in zip(x, items):
            if item is not copied:
                new = tuple(items)
                break
    elif kind is set:
        new = {deepcopy(item, memo) for item in x}
    elif kind is frozenset:
        new = frozenset([deepcopy(item, memo) for item in x])
    elif kind is bytearray:
        new = x[:]
    elif isinstance(x, type):
        return x
    else:
        method = getattr(x, "__deepcopy__", None)
        if method is not None:
            new = method(memo)
        else:
            new = _rebuild(x, lambda value: deepcopy(value, memo), memo)
    if new is not x:
        memo[id(x)] = new
        # what was copied must live as long as its id is known
        memo.setdefault(id(memo), []).append(x)
    return new


# Another object of the same class with the same attributes, and what it inherits from a builtin.
def _rebuild(x, transform, memo=None):
    cls = type(x)
    if isinstance(x, BaseException):
        new = cls(*[transform(arg) for arg in x.args])
    elif isinstance(x, tuple):
        return cls(*[transform(item) for item in x]) if hasattr(cls, "_fields") else cls([transform(item) for item in x])
    elif isinstance(x, (int, str, float, bytes, frozenset)):
        return x
    elif isinstance(x, list) or _is_deque(x):
        new = _bare(cls, x)
        if memo is not None:
            memo[id(x)] = new
        for item in x:
            new.append(transform(item))
    elif isinstance(x, set):
        new = _bare(cls, x)
        for item in x:
            new.add(transform(item))
    elif isinstance(x, dict):
        new = _bare(cls, x)
        if memo is not None:
            memo[id(x)] = new
        for key, value in x.items():
            new[transform(key)] = transform(value)
    else:
        if not hasattr(x, "__dict__"):
            return x
        new = object.__new__(cls)
    if memo is not None:
        memo[id(x)] = new
    state = getattr(x, "__getstate__", None)
    setter = getattr(new, "__setstate__", None)
    if setter is not None and state is not None:
        setter(transform(state()))
        return new
    for name, value in getattr(x, "__dict__", {}).items():
        object.__setattr__(new, name, transform(value))
    for name in _slots(cls):
        if hasattr(x, name) and name not in getattr(x, "__dict__", {}):
            object.__setattr__(new, name, transform(getattr(x, name)))
    return new


def _is_deque(x):
    return type(x).__name__ == "deque" and hasattr(x, "appendleft")


def _bare(cls, x):
    if hasattr(x, "default_factory"):
        return cls(x.default_factory)
    if hasattr(x, "maxlen"):
        return cls((), x.maxlen)
    return cls()


def _slots(cls):
    names = getattr(cls, "__slots__", ())
    return (names,) if isinstance(names, str) else names


def replace(obj, **changes):
    method = getattr(obj, "__replace__", None) or getattr(obj, "_replace", None)
    if method is None:
        raise TypeError("replace() does not support %s objects" % type(obj).__name__)
    return method(**changes)
