import math as _math


def _parse(text):
    # Numerator and denominator of "3/4", "-1.5e3", " 7 ".
    body = text.strip().replace("_", "")
    sign = 1
    if body[:1] in ("+", "-"):
        sign = -1 if body[0] == "-" else 1
        body = body[1:]
    numerator, slash, denominator = body.partition("/")
    if slash:
        if not (numerator.isdigit() and denominator.isdigit()):
            return None
        return sign * int(numerator), int(denominator)
    exponent = 0
    for mark in "eE":
        if mark in numerator:
            numerator, _, power = numerator.partition(mark)
            digits = power[1:] if power[:1] in ("+", "-") else power
            if not digits.isdigit():
                return None
            exponent = int(power)
            break
    whole, _, decimals = numerator.partition(".")
    if not (whole + decimals).isdigit():
        return None
    value = sign * int(whole + decimals)
    exponent -= len(decimals)
    return (value * 10**exponent, 1) if exponent >= 0 else (value, 10**-exponent)


class Fraction:
    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return _make(cls, numerator, 1)
            if isinstance(numerator, Fraction):
                return _make(cls, numerator._n, numerator._d)
            if isinstance(numerator, int):
                return _make(cls, int(numerator), 1)
            if isinstance(numerator, str):
                parsed = _parse(numerator)
                if parsed is None:
                    raise ValueError("Invalid literal for Fraction: %r" % numerator)
                return _reduced(cls, parsed[0], parsed[1])
            if isinstance(numerator, float):
                return _make(cls, *_float_ratio(numerator))
            ratio = getattr(numerator, "as_integer_ratio", None)
            if ratio is not None:
                return _make(cls, *ratio())
            raise TypeError("argument should be a string or a Rational instance")
        if isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            a, b = _pair(numerator), _pair(denominator)
            return _reduced(cls, a[0] * b[1], a[1] * b[0])
        raise TypeError("both arguments should be Rational instances")

    @classmethod
    def from_float(cls, value):
        return cls(value)

    @classmethod
    def from_decimal(cls, value):
        return cls(*value.as_integer_ratio())

    @property
    def numerator(self):
        return self._n

    @property
    def denominator(self):
        return self._d

    real = property(lambda self: self)
    imag = 0

    def conjugate(self):
        return self

    def as_integer_ratio(self):
        return self._n, self._d

    def is_integer(self):
        return self._d == 1

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._d <= max_denominator:
            return Fraction(self)
        # Continued fractions: the last convergent that fits, or the semiconvergent behind it, whichever is nearer.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._n, self._d
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._d:
            return _make(Fraction, p1, q1)
        return _make(Fraction, p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return "%s(%s, %s)" % (type(self).__name__, self._n, self._d)

    def __str__(self):
        return str(self._n) if self._d == 1 else "%s/%s" % (self._n, self._d)

    def __format__(self, spec):
        if spec and spec[-1] in "eEfFgG%":
            from decimal import Context

            return format(Context(prec=60).divide(self._n, self._d), spec)
        return format(str(self), spec)

    def __add__(self, other):
        pair = _pair(other)
        if pair is not None:
            return _reduced(Fraction, self._n * pair[1] + pair[0] * self._d, self._d * pair[1])
        return float(self) + other if isinstance(other, (float, complex)) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        pair = _pair(other)
        if pair is not None:
            return _reduced(Fraction, self._n * pair[1] - pair[0] * self._d, self._d * pair[1])
        return float(self) - other if isinstance(other, (float, complex)) else NotImplemented

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        pair = _pair(other)
        if pair is not None:
            return _reduced(Fraction, self._n * pair[0], self._d * pair[1])
        return float(self) * other if isinstance(other, (float, complex)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        pair = _pair(other)
        if pair is not None:
            return _reduced(Fraction, self._n * pair[1], self._d * pair[0])
        return float(self) / other if isinstance(other, (float, complex)) else NotImplemented

    def __rtruediv__(self, other):
        pair = _pair(other)
        if pair is not None:
            return _reduced(Fraction, self._d * pair[0], self._n * pair[1])
        return other / float(self) if isinstance(other, (float, complex)) else NotImplemented

    def __floordiv__(self, other):
        pair = _pair(other)
        if pair is not None:
            return (self._n * pair[1]) // (self._d * pair[0])
        return float(self) // other if isinstance(other, float) else NotImplemented

    def __rfloordiv__(self, other):
        pair = _pair(other)
        if pair is not None:
            return (pair[0] * self._d) // (pair[1] * self._n)
        return other // float(self) if isinstance(other, float) else NotImplemented

    def __mod__(self, other):
        pair = _pair(other)
        if pair is not None:
            return _reduced(Fraction, (self._n * pair[1]) % (pair[0] * self._d), self._d * pair[1])
        return float(self) % other if isinstance(other, float) else NotImplemented

    def __rmod__(self, other):
        return Fraction(other) % self if isinstance(other, int) else other % float(self)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __pow__(self, other):
        if isinstance(other, Fraction) and other._d == 1:
            other = other._n
        if isinstance(other, int):
            if other >= 0:
                return _make(Fraction, self._n**other, self._d**other)
            if self._n == 0:
                raise ZeroDivisionError("Fraction(%s, 0)" % self._d ** -other)
            sign = -1 if self._n < 0 and other % 2 else 1
            return _make(Fraction, sign * self._d**-other, abs(self._n) ** -other)
        if isinstance(other, (float, Fraction)):
            return float(self) ** float(other)
        return NotImplemented

    def __rpow__(self, other):
        if self._d == 1 and self._n >= 0:
            return other**self._n
        return float(other) ** float(self)

    def __neg__(self):
        return _make(Fraction, -self._n, self._d)

    def __pos__(self):
        return _make(Fraction, self._n, self._d)

    def __abs__(self):
        return _make(Fraction, abs(self._n), self._d)

    def __float__(self):
        return _quotient(self._n, self._d)

    def __int__(self):
        return self._n // self._d if self._n >= 0 else -(-self._n // self._d)

    __trunc__ = __int__

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return self._n // self._d

    def __ceil__(self):
        return -(-self._n // self._d)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._n, self._d)
            rest *= 2
            return whole + (1 if rest > self._d or (rest == self._d and whole % 2) else 0)
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __bool__(self):
        return self._n != 0

    def __hash__(self):
        if self._d == 1:
            return hash(self._n)
        value = float(self)
        return hash(value) if Fraction(value) == self else hash((self._n, self._d))

    def __eq__(self, other):
        pair = _pair(other)
        if pair is not None:
            return self._n == pair[0] and self._d == pair[1]
        if isinstance(other, float):
            if other != other or other in (_math.inf, -_math.inf):
                return False
            return self == Fraction(other)
        return NotImplemented

    def _compare(self, other):
        # Below, at or above zero as self is against other; None where there is no order.
        pair = _pair(other)
        if pair is None:
            if not isinstance(other, float):
                return None
            if other != other or other in (_math.inf, -_math.inf):
                return 0.0 - other
            pair = _pair(Fraction(other))
        return self._n * pair[1] - pair[0] * self._d

    def __lt__(self, other):
        order = self._compare(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._compare(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._compare(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._compare(other)
        return NotImplemented if order is None else order >= 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _pair(value):
    if isinstance(value, Fraction):
        return value._n, value._d
    if isinstance(value, int):
        return int(value), 1
    return None


def _float_ratio(value):
    if value != value:
        raise ValueError("cannot convert NaN to integer ratio")
    if value in (_math.inf, -_math.inf):
        raise OverflowError("cannot convert Infinity to integer ratio")
    mantissa, exponent = _math.frexp(value)
    n = int(mantissa * 9007199254740992.0)
    exponent -= 53
    if n == 0:
        return 0, 1
    while n % 2 == 0 and exponent < 0:
        n //= 2
        exponent += 1
    return (n << exponent, 1) if exponent >= 0 else (n, 1 << -exponent)


_EXACT = 1 << 53


def _quotient(n, d):
    # Rounded once, to the nearest float: large ints are rounded before they are divided.
    if n < 0:
        return -_quotient(-n, d)
    if n < _EXACT and d < _EXACT:
        return n / d
    shift = n.bit_length() - d.bit_length() - 54
    q, rest = divmod(n, d << shift) if shift >= 0 else divmod(n << -shift, d)
    extra = q.bit_length() - 53
    half = 1 << (extra - 1)
    low = q & (2 * half - 1)
    q >>= extra
    if low > half or (low == half and (rest or q & 1)):
        q += 1
    return _math.ldexp(float(q), shift + extra)


def _make(cls, n, d):
    self = object.__new__(cls)
    self._n = n
    self._d = d
    return self


def _reduced(cls, n, d):
    if d == 0:
        raise ZeroDivisionError("Fraction(%s, 0)" % n)
    g = _math.gcd(n, d)
    if d < 0:
        g = -g
    return _make(cls, n // g, d // g)
