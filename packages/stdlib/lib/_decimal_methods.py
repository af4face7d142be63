# Methods of Decimals that few programs use: their functions. And Decimals of tuples.

from builtins import max as largest, min as smallest
from decimal import (
    Decimal,
    DivisionByZero,
    DivisionImpossible,
    DivisionUndefined,
    Inexact,
    InvalidOperation,
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    Rounded,
    Subnormal,
    _EXACT,
    _add,
    _at_exponent,
    _check_nans,
    _copy,
    _make,
    _multiply,
    _operand,
    _rescaled,
    _rounded,
    _special,
    getcontext,
)


def number_class(self, context=None):
    if self._k is not None:
        if self._k != "F":
            return "sNaN" if self._k == "N" else "NaN"
        return "-Infinity" if self._sign() else "+Infinity"
    sign = "-" if self._sign() else "+"
    if self._v == 0:
        return sign + "Zero"
    return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")


def remainder_near(self, other, context=None):
    context = context or getcontext()
    other = _operand(other)
    bad = _check_nans(context, self, other)
    if bad is not None:
        return bad
    if self._k == "F":
        return context._raise(InvalidOperation, _special("n"))
    if other._k == "F":
        return _rounded(self, context)
    if other._v == 0:
        return context._raise(InvalidOperation if self._v else DivisionUndefined, _special("n"))
    ideal = smallest(self._e, other._e)
    if self._v == 0 or self.adjusted() - other.adjusted() <= -2:
        return _rounded(_at_exponent(self, ideal, context), context)
    if self.adjusted() - other.adjusted() > context._prec:
        return context._raise(DivisionImpossible, _special("n"))
    a, b = _rescaled(abs(self._v), self._e, ideal), _rescaled(abs(other._v), other._e, ideal)
    q, r = divmod(a, b)
    if len(str(q)) > context._prec:
        return context._raise(DivisionImpossible, _special("n"))
    sign = self._sign()
    if 2 * r + (q & 1) > b:
        r = b - r
        sign ^= 1
    return _rounded(_make(sign, r, ideal), context)


def fma(self, other, third, context=None):
    context = context or getcontext()
    other, third = _operand(other), _operand(third)
    if self._k is not None or other._k is not None or third._k is not None:
        return _add(_multiply(self, other, context), third, context)
    product = _make(self._sign() ^ other._sign(), abs(self._v * other._v), self._e + other._e)
    return _add(product, third, context)


def compare_signal(self, other, context=None):
    context = context or getcontext()
    other = _operand(other)
    if self.is_nan() or other.is_nan():
        return context._raise(InvalidOperation, _special("n"))
    return Decimal(self._compare(other))


def compare_total(self, other, context=None):
    a, b = _total_key(self), _total_key(_operand(other))
    return Decimal(-1 if a < b else int(a > b))


def compare_total_mag(self, other, context=None):
    return self.copy_abs().compare_total(_operand(other).copy_abs())


def same_quantum(self, other, context=None):
    other = _operand(other)
    if self._k is not None or other._k is not None:
        return (self.is_nan() and other.is_nan()) or (self._k == "F" and other._k == "F")
    return self._e == other._e


def _best(self, other, context, sign, magnitude):
    context = context or getcontext()
    other = _operand(other)
    if self.is_nan() or other.is_nan():
        if self._k == "n" and not other.is_nan():
            return _rounded(other, context)
        if other._k == "n" and not self.is_nan():
            return _rounded(self, context)
        return _check_nans(context, self, other)
    order = self.copy_abs()._compare(other.copy_abs()) if magnitude else 0
    order = order or self._compare(other) or int(self.compare_total(other))
    return _rounded(self if order * sign >= 0 else other, context)


def max(self, other, context=None):
    return _best(self, other, context, 1, False)


def min(self, other, context=None):
    return _best(self, other, context, -1, False)


def max_mag(self, other, context=None):
    return _best(self, other, context, 1, True)


def min_mag(self, other, context=None):
    return _best(self, other, context, -1, True)


def to_integral_exact(self, rounding=None, context=None):
    context = context or getcontext()
    result = self.to_integral_value(rounding, context)
    if self._k is None and self._e < 0 and self._v:
        context._raise(Rounded)
        if result._compare(self):
            context._raise(Inexact)
    return result


def scaleb(self, other, context=None):
    context = context or getcontext()
    other = _operand(other)
    bad = _check_nans(context, self, other)
    if bad is not None:
        return bad
    if other._k is not None or other._e != 0 or abs(other._v) > 2 * (context._Emax + context._prec):
        return context._raise(InvalidOperation, _special("n"))
    if self._k == "F":
        return self
    return _rounded(_make(self._sign(), abs(self._v), self._e + other._v), context)


def logb(self, context=None):
    context = context or getcontext()
    bad = _check_nans(context, self)
    if bad is not None:
        return bad
    if self._k == "F":
        return _special("F")
    if self._v == 0:
        return context._raise(DivisionByZero, _special("F", 1))
    return _rounded(Decimal(self.adjusted()), context)


def shift(self, other, context=None):
    return _moved(self, other, context, False)


def rotate(self, other, context=None):
    return _moved(self, other, context, True)


def _moved(self, other, context, around):
    context = context or getcontext()
    other = _operand(other)
    bad = _check_nans(context, self, other)
    if bad is not None:
        return bad
    if other._k is not None or other._e != 0 or abs(other._v) > context._prec:
        return context._raise(InvalidOperation, _special("n"))
    if self._k == "F":
        return self
    text = str(abs(self._v))
    digits = ("0" * (context._prec - len(text)) + text)[-context._prec :]
    places = other._v
    if around:
        digits = digits[places:] + digits[:places]
    elif places < 0:
        digits = digits[:places] or "0"
    else:
        digits = (digits + "0" * places)[-context._prec :]
    return _make(self._sign(), int(digits), self._e)


def next_minus(self, context=None):
    return _next(self, context, 1)


def next_plus(self, context=None):
    return _next(self, context, 0)


def _next(self, context, down):
    context = context or getcontext()
    bad = _check_nans(context, self)
    if bad is not None:
        return bad
    if self._k == "F":
        if self._sign() == down:
            return self
        return _make(1 - down, 10**context._prec - 1, context.Etop())
    quiet = context.copy()
    quiet.clear_traps()
    quiet.rounding = ROUND_FLOOR if down else ROUND_CEILING
    rounded = _rounded(self, quiet)
    if rounded._compare(self):
        return rounded
    return _add(self, _make(down, 1, context.Etiny() - 1), quiet)


def next_toward(self, other, context=None):
    other = _operand(other)
    bad = _check_nans(context or getcontext(), self, other)
    if bad is not None:
        return bad
    order = self._compare(other)
    if order == 0:
        return self.copy_sign(other)
    return self.next_plus(context) if order < 0 else self.next_minus(context)


def sqrt(self, context=None):
    from math import isqrt

    context = context or getcontext()
    bad = _check_nans(context, self)
    if bad is not None:
        return bad
    if self._k == "F" and not self._sign():
        return self
    if self._k is None and self._v == 0:
        return _rounded(_make(self._sign(), 0, self._e >> 1), context)
    if self._sign():
        return context._raise(InvalidOperation, _special("n"))
    prec = context._prec + 1
    e = self._e >> 1
    c = self._v * 10 if self._e & 1 else self._v
    length = (len(str(c)) + 1) >> 1
    shift = prec - length
    if shift >= 0:
        c *= 100**shift
        exact = True
    else:
        c, rest = divmod(c, 100**-shift)
        exact = not rest
    e -= shift
    n = isqrt(c)
    exact = exact and n * n == c
    if exact:
        if shift >= 0:
            n //= 10**shift
        else:
            n *= 10**-shift
        e += shift
    elif n % 5 == 0:
        n += 1
    quiet = context.copy()
    quiet.rounding = ROUND_HALF_EVEN
    result = _rounded(_make(0, n, e), quiet)
    context.flags.update({s: True for s in quiet.flags if quiet.flags[s]})
    return result


def _total_key(value):
    sign = -1 if value._sign() else 1
    kinds = {None: 1, "F": 2, "N": 3, "n": 4}
    if value._k is not None:
        return (sign * kinds[value._k], sign * value._v if value._k != "F" else 0, 0)
    stripped = value.normalize(_EXACT)
    digits = str(abs(value._v)).rstrip("0") if value._v else ""
    size = (value.adjusted(), digits) if value._v else (-(10**30), "")
    return (sign, _ordered(sign, size), sign * value._e)


def _ordered(sign, size):
    adjusted, digits = size
    return (sign * adjusted, sign * int((digits + "0" * 60)[: largest(60, len(digits))] or "0"))


def from_tuple(cls, value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if exponent == "F":
        return _copy(cls, _special("F", sign))
    coefficient = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
        coefficient = coefficient * 10 + digit
    if exponent in ("n", "N"):
        return _copy(cls, _special(exponent, sign, coefficient))
    if not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    return _copy(cls, _make(sign, coefficient, exponent))
