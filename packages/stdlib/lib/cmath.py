import math as _math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def phase(x):
    x = complex(x)
    return _math.atan2(x.imag, x.real)


def polar(x):
    x = complex(x)
    return _math.hypot(x.real, x.imag), _math.atan2(x.imag, x.real)


def rect(r, phi):
    if phi == 0:
        return complex(r, r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def exp(x):
    x = complex(x)
    size = _math.exp(x.real)
    return complex(size * _math.cos(x.imag), size * _math.sin(x.imag))


def log(x, base=None):
    x = complex(x)
    if x == 0:
        raise ValueError("math domain error")
    size = _math.hypot(x.real, x.imag)
    if 0.71 <= size <= 1.73:
        a, b = max(abs(x.real), abs(x.imag)), min(abs(x.real), abs(x.imag))
        real = _math.log1p((a - 1) * (a + 1) + b * b) / 2
    else:
        real = _math.log(size)
    result = complex(real, _math.atan2(x.imag, x.real))
    return result if base is None else result / log(base)


def log10(x):
    result = log(x)
    return complex(result.real / _math.log(10), result.imag / _math.log(10))


def sqrt(x):
    x = complex(x)
    a, b = x.real, x.imag
    if a == 0 and b == 0:
        return complex(0.0, b)
    if b == inf or b == -inf:
        return complex(inf, b)
    s = 2 * _math.sqrt(abs(a) / 8 + _math.hypot(a / 8, b / 8))
    d = abs(b) / (2 * s)
    if a >= 0:
        return complex(s, _math.copysign(d, b))
    return complex(d, _math.copysign(s, b))


def cosh(x):
    x = complex(x)
    return complex(_math.cos(x.imag) * _math.cosh(x.real), _math.sin(x.imag) * _math.sinh(x.real))


def sinh(x):
    x = complex(x)
    return complex(_math.cos(x.imag) * _math.sinh(x.real), _math.sin(x.imag) * _math.cosh(x.real))


def tanh(x):
    x = complex(x)
    if abs(x.real) > 350:
        return complex(_math.copysign(1.0, x.real), 0.0)
    tx, ty = _math.tanh(x.real), _math.tan(x.imag)
    cx = 1 / _math.cosh(x.real)
    txty = tx * ty
    denominator = 1 + txty * txty
    return complex(tx * (1 + ty * ty) / denominator, ty / denominator * cx * cx)


def cos(x):
    x = complex(x)
    return cosh(complex(-x.imag, x.real))


def _turned(function, x):
    # f(x) = -i * function(i * x)
    x = complex(x)
    y = function(complex(-x.imag, x.real))
    return complex(y.imag, -y.real)


def sin(x):
    return _turned(sinh, x)


def tan(x):
    return _turned(tanh, x)


def asinh(x):
    x = complex(x)
    s1 = sqrt(complex(1 + x.imag, -x.real))
    s2 = sqrt(complex(1 - x.imag, x.real))
    return complex(_math.asinh(s1.real * s2.imag - s2.real * s1.imag), _math.atan2(x.imag, s1.real * s2.real - s1.imag * s2.imag))


def acosh(x):
    x = complex(x)
    s1 = sqrt(complex(x.real - 1, x.imag))
    s2 = sqrt(complex(x.real + 1, x.imag))
    return complex(_math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * _math.atan2(s1.imag, s2.real))


def atanh(x):
    x = complex(x)
    if x.real < 0 or (x.real == 0 and _math.copysign(1.0, x.real) < 0):
        y = atanh(-x)
        return -y
    if x.real == 1 and x.imag == 0:
        raise ValueError("math domain error")
    square = x.imag * x.imag
    real = _math.log1p(4 * x.real / ((1 - x.real) * (1 - x.real) + square)) / 4
    imag = -_math.atan2(-2 * x.imag, (1 - x.real) * (1 + x.real) - square) / 2
    return complex(real, imag)


def asin(x):
    return _turned(asinh, x)


def acos(x):
    x = complex(x)
    s1 = sqrt(complex(1 - x.real, -x.imag))
    s2 = sqrt(complex(1 + x.real, x.imag))
    return complex(2 * _math.atan2(s1.real, s2.real), _math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def atan(x):
    return _turned(atanh, x)


def isfinite(x):
    x = complex(x)
    return _math.isfinite(x.real) and _math.isfinite(x.imag)


def isinf(x):
    x = complex(x)
    return _math.isinf(x.real) or _math.isinf(x.imag)


def isnan(x):
    x = complex(x)
    return _math.isnan(x.real) or _math.isnan(x.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol
