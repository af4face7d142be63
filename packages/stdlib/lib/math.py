# MicroPython's math, renamed while the image is made, and what CPython's has beyond it.
from umath import *
from umath import copysign as _copysign, floor as _floor, frexp as _frexp, ldexp as _ldexp, log as _log, sqrt as _sqrt
from umath import ceil as _ceil, trunc as _trunc, factorial as _factorial, pow as _pow, log2 as _log2, log10 as _log10
from umath import isnan as _isnan, isinf as _isinf, exp as _exp, fmod as _fmod

inf = float("inf")
nan = float("nan")


def _integer(value):
    if isinstance(value, int):
        return int(value)
    index = getattr(value, "__index__", None)
    if index is None:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    return index()


def _rounding(name, function):
    def round_(x):
        if isinstance(x, int):
            return int(x)
        if isinstance(x, float):
            if x != x:
                raise ValueError("cannot convert float NaN to integer")
            if x in (inf, -inf):
                raise OverflowError("cannot convert float infinity to integer")
            return function(x)
        method = getattr(x, "__%s__" % name, None)
        if method is not None:
            return method()
        if name == "trunc":
            raise TypeError("type %s doesn't define __trunc__ method" % type(x).__name__)
        return function(float(x))

    return round_


floor = _rounding("floor", _floor)
ceil = _rounding("ceil", _ceil)
trunc = _rounding("trunc", _trunc)


def factorial(n):
    if isinstance(n, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    n = _integer(n)
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    return _product(1, n)


def _product(low, high):
    # Of both halves, so that the factors stay of one size.
    if high - low < 8:
        result = 1
        for n in range(low, high + 1):
            result *= n
        return result
    middle = (low + high) // 2
    return _product(low, middle) * _product(middle + 1, high)


def gcd(*integers):
    result = 0
    for n in integers:
        n = _integer(n)
        while n:
            result, n = n, result % n
    return abs(result)


def lcm(*integers):
    result = 1
    for n in integers:
        n = _integer(n)
        if n == 0:
            return 0
        result = result // gcd(result, n) * n
    return abs(result)


def comb(n, k):
    n, k = _integer(n), _integer(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    k = min(k, n - k)
    return _product(n - k + 1, n) // _product(1, k)


def perm(n, k=None):
    n = _integer(n)
    if k is None:
        return factorial(n)
    k = _integer(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    return 0 if k > n else _product(n - k + 1, n)


def isqrt(n):
    n = _integer(n)
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if n < 1 << 50:
        return int(_sqrt(n))
    # Newton from above; the first guess has at most one bit too many.
    a = 1 << ((n.bit_length() + 1) // 2)
    while True:
        b = (a + n // a) >> 1
        if b >= a:
            return a
        a = b


def prod(iterable, *, start=1):
    for item in iterable:
        start *= item
    return start


def sumprod(p, q):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError("Inputs are not the same length")
    if all([isinstance(item, int) for item in p]) and all([isinstance(item, int) for item in q]):
        return sum([a * b for a, b in zip(p, q)])
    return fsum([a * b for a, b in zip(p, q)])


def fsum(seq):
    # Shewchuk's algorithm: partial sums that do not overlap.
    partials = []
    special = 0.0
    infinite = False
    for x in seq:
        x = float(x)
        if x != x or x in (inf, -inf):
            special += x
            if x == x:
                infinite = True
            continue
        i = 0
        for y in partials:
            if abs(x) < abs(y):
                x, y = y, x
            high = x + y
            if high in (inf, -inf):
                raise OverflowError("intermediate overflow in fsum")
            low = y - (high - x)
            if low:
                partials[i] = low
                i += 1
            x = high
        partials[i:] = [x]
    if special != 0.0 or special != special:
        if special != special and infinite:
            raise ValueError("-inf + inf in fsum")
        return special
    total = 0.0
    while partials:
        x = total
        y = partials.pop()
        total = x + y
        low = y - (total - x)
        if low:
            # The rest decides where the last sum was a tie.
            if partials and (low > 0) == (partials[-1] > 0):
                y = low * 2
                x = total + y
                if y == x - total:
                    total = x
            break
    return total


def hypot(*coordinates):
    values = [abs(float(x)) for x in coordinates]
    if inf in values:
        return inf
    largest = max(values) if values else 0.0
    if largest == 0.0 or largest != largest:
        return largest
    if any([x != x for x in values]):
        return nan
    if len(values) == 1:
        return largest
    scale = _ldexp(1.0, -_frexp(largest)[1])
    scaled = [x * scale for x in values]
    root = _sqrt(fsum([x * x for x in scaled]))
    # One step of Newton with an exact remainder: squares are split into halves that fit.
    parts = []
    for x in scaled + [root]:
        high = _split(x)
        low = x - high
        sign = 1 if len(parts) < 3 * len(scaled) else -1
        parts.extend([sign * high * high, sign * 2 * high * low, sign * low * low])
    return (root + fsum(parts) / (2 * root)) / scale


def _split(x):
    t = x * 134217729.0
    return t - (t - x)


def dist(p, q):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return hypot(*[a - b for a, b in zip(p, q)])


def cbrt(x):
    x = float(x)
    if x == 0 or x != x or x in (inf, -inf):
        return x
    root = _copysign(_pow(abs(x), 1 / 3), x)
    root -= (root * root * root - x) / (3 * root * root)
    near = float(round(root))
    return near if near * near * near == x else root


def exp2(x):
    return _pow(2.0, x)


def log1p(x):
    x = float(x)
    if x <= -1:
        raise ValueError("math domain error")
    y = 1.0 + x
    return x if y == 1.0 else x if x == inf else _log(y) - (y - 1.0 - x) / y


_LARGE = 1 << 1000


def _int_log(x, function, base2):
    # Of an int beyond a float's range: the logarithm of its first bits and of the power of two behind them.
    shift = x.bit_length() - 60
    return function(x >> shift) + shift * base2


def log(x, base=None):
    result = _int_log(x, _log, 0.6931471805599453) if x > _LARGE else _log(x)
    if base is None:
        return result
    divisor = log(base)
    if divisor == 0:
        raise ZeroDivisionError("float division by zero")
    return result / divisor


def log2(x):
    return _int_log(x, _log2, 1.0) if x > _LARGE else _log2(x)


def log10(x):
    return _int_log(x, _log10, 0.3010299956639812) if x > _LARGE else _log10(x)


def exp(x):
    try:
        return _exp(x)
    except ValueError:
        raise OverflowError("math range error")


def pow(x, y):
    try:
        return _pow(x, y)
    except ValueError:
        if abs(x) > 0 and (x > 0 or y == _floor(y)):
            raise OverflowError("math range error")
        raise


def remainder(x, y):
    x, y = float(x), float(y)
    if x != x or y != y:
        return nan
    if x in (inf, -inf) or y == 0:
        raise ValueError("math domain error")
    if y in (inf, -inf):
        return x
    size, y = abs(x), abs(y)
    m = _fmod(size, y)
    c = y - m
    if m < c:
        r = m
    elif m > c:
        r = -c
    else:
        r = m - 2.0 * _fmod(0.5 * (size - m), y)
    return _copysign(1.0, x) * r


def nextafter(x, y):
    x, y = float(x), float(y)
    if x != x or y != y:
        return nan
    if x == y:
        return y
    if x == 0:
        return _copysign(5e-324, y)
    import struct

    bits = struct.unpack("<q", struct.pack("<d", x))[0]
    bits += 1 if (x < y) == (x > 0) else -1
    return struct.unpack("<d", struct.pack("<q", bits))[0]


def ulp(x):
    x = abs(float(x))
    if x != x or x == inf:
        return x
    if x == 1.7976931348623157e308:
        return x - nextafter(x, 0.0)
    return nextafter(x, inf) - x
