# Special methods of built-in types, and attributes of numbers. Upstream's types do what they are for without having them; the overlay asks here where it finds none.

from _native import bind_method, inner_objects

_compared = "__eq__ __ne__ __lt__ __le__ __gt__ __ge__ "
_object = _compared + (
    "__hash__ __repr__ __str__ __format__ __dir__ __sizeof__ __reduce__ __reduce_ex__ __init__ __new__ __getattribute__ __setattr__ __delattr__ "
    "__init_subclass__ __subclasshook__ __class__ __doc__ "
)
_arithmetic = (
    "__add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __rtruediv__ __floordiv__ __rfloordiv__ __mod__ __rmod__ __divmod__ __rdivmod__ "
    "__pow__ __rpow__ __neg__ __pos__ __abs__ __bool__ __int__ __float__ __round__ __trunc__ __floor__ __ceil__ real imag "
)
_bits = "__and__ __rand__ __or__ __ror__ __xor__ __rxor__ __lshift__ __rlshift__ __rshift__ __rrshift__ __invert__ __index__ numerator denominator "
_sized = "__len__ __iter__ __contains__ "
_sequence = _sized + "__getitem__ __add__ __mul__ __rmul__ "
_changed = "__setitem__ __delitem__ __iadd__ __imul__ "
_set = _sized + "__and__ __rand__ __or__ __ror__ __sub__ __rsub__ __xor__ __rxor__ "
_functions = ("function", "closure", "generator", "bound_method")

_names = {
    "int": _arithmetic + _bits,
    "bool": _arithmetic + _bits,
    "float": _arithmetic,
    "complex": "__add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __rtruediv__ __pow__ __rpow__ __neg__ __pos__ __abs__ __bool__ conjugate ",
    "str": _sequence + "__mod__ __rmod__ ",
    "bytes": _sequence + "__mod__ __rmod__ ",
    "bytearray": _sequence + _changed,
    "list": _sequence + _changed + "__reversed__ ",
    "tuple": _sequence,
    "dict": _sized + "__getitem__ __setitem__ __delitem__ __or__ __ror__ __ior__ __reversed__ ",
    "dict_view": _set + "__reversed__ ",
    "set": _set + "__iand__ __ior__ __isub__ __ixor__ ",
    "frozenset": _set,
    "range": _sized + "__getitem__ __reversed__ __bool__ index count ",
    "memoryview": _sized + "__getitem__ __setitem__ __enter__ __exit__ tobytes tolist hex release toreadonly ",
    "array": _sequence + _changed,
    "NoneType": "__bool__ ",
}
_iterators = ("iterator", "generator", "enumerate", "zip", "map", "filter", "reversed", "dict_view_iterator")
_unhashable = ("list", "dict", "set", "bytearray")


# Whether a's type compares its objects with such as b.
def alike(a, b):
    base = _base(type(a))
    if base == "float":
        return isinstance(b, (int, float))
    return base in _names and _base(type(b)) in (base, "bool" if base == "int" else "int" if base == "bool" else base)


_methods = None


# One of _special_methods.py, which is not needed to know that there is none.
def _function(name):
    global _methods
    if _methods is None:
        from _special_methods import methods

        _methods = methods
    return _methods.get(name)


# Properties of numbers.
_properties = {
    "real": lambda self: self + 0,
    "imag": lambda self: self * 0 if isinstance(self, int) else 0.0,
    "numerator": lambda self: self + 0,
    "denominator": lambda self: 1,
}

# What is as it is for objects that are not ordered.
_plain = {name: lambda self, other: NotImplemented for name in ("__lt__", "__le__", "__gt__", "__ge__")}

_builtin_types = [int, float, complex, bool, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, memoryview]


_method_type = type(_builtin_types.append)


# What a type makes whose objects upstream makes in other ways: a tuple of it.
def make(kind, args):
    if kind is _method_type:
        if len(args) != 2:
            raise TypeError("method expected 2 arguments, got %d" % len(args))
        if not callable(args[0]):
            raise TypeError("first argument must be callable")
        if args[1] is None:
            raise TypeError("self must not be None")
        return (bind_method(args[0], args[1]),)
    if not args:
        for value in (None, Ellipsis, NotImplemented):
            if kind is type(value):
                return (value,)
    return ()


_method_attributes = {"__func__": 0, "__self__": 1}
_property_attributes = {"fget": 0, "fset": 1, "fdel": 2}


# What methods and properties hold.
def _inner(object, name):
    if type(object) is property:
        if name == "__doc__":
            return (getattr(inner_objects(object)[0], name, None), False)
        at = _property_attributes.get(name)
    else:
        at = _method_attributes.get(name)
    return None if at is None else (inner_objects(object)[at], False)


# A value, or a function, and whether it is to be bound to the object. None where CPython has no such attribute either.
def find(object, name):
    if isinstance(object, type):
        found = _method(object, name)
        if found is None:
            return (_function(name), True) if name == "__call__" else None
        return (found, False)
    kind = type(object)
    if kind is property or kind is _method_type:
        found = _inner(object, name)
        if found is not None:
            return found
    if kind.__name__ == "generator" and name in ("__name__", "__qualname__"):
        # <generator object NAME at 0x...>
        return (repr(object).split()[2], False)
    if name in _properties and isinstance(object, (int, float)) and name in _names[_base(kind)].split():
        return (_properties[name](object), False)
    if name == "__call__" or name == "__get__":
        known = callable(object) and (name == "__call__" or kind.__name__ in _functions)
        return (_function(name), True) if known else None
    if kind.__name__ == "array" and (name[:2] != "__" or name == "__copy__"):
        from _array import find_in_array

        return find_in_array(object, name)
    found = _method(kind, name)
    if found is None:
        return None
    if name == "__hash__" and _base(kind) in _unhashable:
        return (None, False)
    return (found, True)


# The built-in type whose methods a class has.
def _base(kind):
    if kind in _builtin_types:
        return kind.__name__
    for base in kind.__mro__:
        if base in _builtin_types:
            return base.__name__
    return kind.__name__


def _method(kind, name):
    base = _base(kind)
    if base in _names:
        if name in _names[base].split() or name in _object.split():
            return _function(name)
    elif base in _iterators and name == "__iter__":
        return _function(name)
    return _plain.get(name) or (_function(name) if name in _object.split() else None)
