# The functions that _special.py gives out as methods of built-in types.

from _native import bind_method
from _special import alike


def _guarded(function):
    def method(self, other):
        try:
            return function(self, other)
        except TypeError:
            return NotImplemented

    return method


def _equal(self, other):
    return self == other if alike(self, other) else (self is other or NotImplemented)


def _different(self, other):
    return self != other if alike(self, other) else NotImplemented


def _get(self, instance, owner=None):
    if instance is None:
        return self
    return bind_method(self, instance)


def _setitem(self, key, value):
    self[key] = value


def _delitem(self, key):
    del self[key]


def _or_in_place(self, other):
    self |= other
    return self


def _and_in_place(self, other):
    self &= other
    return self


def _sub_in_place(self, other):
    self -= other
    return self


def _xor_in_place(self, other):
    self ^= other
    return self


def _add_in_place(self, other):
    self += other
    return self


def _mul_in_place(self, other):
    self *= other
    return self


def _power(self, other, modulus=None):
    return self**other if modulus is None else pow(self, other, modulus)


def _floor(self):
    from math import floor

    return floor(self)


def _ceil(self):
    from math import ceil

    return ceil(self)


def _index_in_range(self, value):
    if value not in self:
        raise ValueError("%r is not in range" % (value,))
    for at, item in enumerate(self):
        if item == value:
            return at


methods = {
    "__eq__": _equal,
    "__ne__": _different,
    "__hash__": lambda self: hash(self),
    "__repr__": lambda self: repr(self),
    "__str__": lambda self: str(self),
    "__format__": lambda self, spec: format(self, spec),
    "__dir__": lambda self: dir(self),
    "__sizeof__": lambda self: 16,
    "__len__": lambda self: len(self),
    "__iter__": lambda self: iter(self),
    "__reversed__": lambda self: reversed(self),
    "__contains__": lambda self, item: item in self,
    "__getitem__": lambda self, key: self[key],
    "__setitem__": _setitem,
    "__delitem__": _delitem,
    "__call__": lambda self, *args, **kwargs: self(*args, **kwargs),
    "__get__": _get,
    "__neg__": lambda self: -self,
    "__pos__": lambda self: +self,
    "__abs__": lambda self: abs(self),
    "__invert__": lambda self: ~self,
    "__bool__": lambda self: bool(self),
    "__int__": lambda self: int(self),
    "__index__": lambda self: int(self),
    "__trunc__": lambda self: int(self),
    "__float__": lambda self: float(self),
    "__round__": lambda self, *digits: round(self, *digits),
    "__floor__": _floor,
    "__ceil__": _ceil,
    "__divmod__": _guarded(lambda a, b: divmod(a, b)),
    "__rdivmod__": _guarded(lambda a, b: divmod(b, a)),
    "__pow__": _power,
    "__rpow__": _guarded(lambda a, b: b**a),
    "__lt__": _guarded(lambda a, b: a < b),
    "__le__": _guarded(lambda a, b: a <= b),
    "__gt__": _guarded(lambda a, b: a > b),
    "__ge__": _guarded(lambda a, b: a >= b),
    "__add__": _guarded(lambda a, b: a + b),
    "__radd__": _guarded(lambda a, b: b + a),
    "__sub__": _guarded(lambda a, b: a - b),
    "__rsub__": _guarded(lambda a, b: b - a),
    "__mul__": _guarded(lambda a, b: a * b),
    "__rmul__": _guarded(lambda a, b: b * a),
    "__truediv__": _guarded(lambda a, b: a / b),
    "__rtruediv__": _guarded(lambda a, b: b / a),
    "__floordiv__": _guarded(lambda a, b: a // b),
    "__rfloordiv__": _guarded(lambda a, b: b // a),
    "__mod__": _guarded(lambda a, b: a % b),
    "__rmod__": _guarded(lambda a, b: b % a),
    "__and__": _guarded(lambda a, b: a & b),
    "__rand__": _guarded(lambda a, b: b & a),
    "__or__": _guarded(lambda a, b: a | b),
    "__ror__": _guarded(lambda a, b: b | a),
    "__xor__": _guarded(lambda a, b: a ^ b),
    "__rxor__": _guarded(lambda a, b: b ^ a),
    "__lshift__": _guarded(lambda a, b: a << b),
    "__rlshift__": _guarded(lambda a, b: b << a),
    "__rshift__": _guarded(lambda a, b: a >> b),
    "__rrshift__": _guarded(lambda a, b: b >> a),
    "__iadd__": _add_in_place,
    "__imul__": _mul_in_place,
    "__ior__": _or_in_place,
    "__iand__": _and_in_place,
    "__isub__": _sub_in_place,
    "__ixor__": _xor_in_place,
}

methods["index"] = _index_in_range
methods["count"] = lambda self, value: 1 if value in self else 0
methods["conjugate"] = lambda self: complex(self.real, -self.imag)
methods["tobytes"] = lambda self, order=None: bytes(self)
methods["tolist"] = lambda self: [item for item in self]
methods["hex"] = lambda self, *args: bytes(self).hex(*args)
methods["release"] = lambda self: None
methods["toreadonly"] = lambda self: memoryview(bytes(self))
methods["__enter__"] = lambda self: self
methods["__exit__"] = lambda self, *args: None
