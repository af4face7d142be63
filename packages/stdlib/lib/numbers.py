# The numeric tower. Membership is asked of isinstance() through __instancecheck__.
class _Tower(type):
    def __instancecheck__(cls, value):
        return cls._has(type(value))

    def __subclasscheck__(cls, kind):
        return cls._has(kind)


def _tower():
    def own(name, base, types):
        def _has(cls, kind):
            return issubclass(kind, types) or _derives(kind, cls)

        return _Tower(name, (base,), {"_types": types, "_has": classmethod(_has)})

    number = own("Number", object, (int, float, complex))
    complex_ = own("Complex", number, (int, float, complex))
    real = own("Real", complex_, (int, float))
    rational = own("Rational", real, (int,))
    return number, complex_, real, rational, own("Integral", rational, (int,))


def _derives(kind, cls):
    for base in kind.__bases__:
        if base is cls or _derives(base, cls):
            return True
    return False


Number, Complex, Real, Rational, Integral = _tower()
