import math as _math
from fractions import Fraction as _Fraction


class StatisticsError(ValueError):
    pass


def _kind(data):
    # The type of the result: the widest of those in the data.
    names = set([type(x) for x in data])
    if len(names) == 1:
        return names.pop()
    for kind in names:
        if kind.__name__ == "Decimal":
            return kind
    if float in names:
        return float
    for kind in names:
        if kind is _Fraction:
            return kind
    return int


def _convert(value, kind):
    # An exact value as the type of the data.
    if kind is int or kind is bool:
        return int(value) if value.denominator == 1 else float(value)
    if kind is float:
        return float(value)
    if kind.__name__ == "Decimal":
        return kind(value.numerator) / kind(value.denominator)
    if kind is _Fraction:
        return value
    return kind(float(value))


def _exact(data):
    # Whether every float among the data is finite.
    for x in data:
        if isinstance(x, float) and (x != x or x in (_math.inf, -_math.inf)):
            return False
        if not isinstance(x, (int, float)) and not hasattr(x, "as_integer_ratio"):
            raise TypeError("can't convert type '%s' to numerator/denominator" % type(x).__name__)
    return True


def _total(data):
    if all([type(x) is int for x in data]):
        return _Fraction(sum(data))
    # By denominators, each a power of two or ten: few sums of integers instead of many of fractions.
    sums = {}
    for x in data:
        n, d = (x, 1) if isinstance(x, int) else x.as_integer_ratio()
        sums[d] = sums.get(d, 0) + n
    total = _Fraction(0)
    for d, n in sums.items():
        total += _Fraction(n, d)
    return total


def _listed(data, name, least=1):
    data = list(data)
    if len(data) < least:
        if least == 1:
            raise StatisticsError("%s requires at least one data point" % name)
        raise StatisticsError("%s requires at least two data points" % name)
    return data


def mean(data):
    data = _listed(data, "mean")
    if not _exact(data):
        return sum(data) / len(data)
    return _convert(_total(data) / len(data), _kind(data))


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return _math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    total = _math.fsum(weights)
    if total == 0:
        raise StatisticsError("sum of weights must be non-zero")
    return _math.fsum([x * w for x, w in zip(data, weights)]) / total


def geometric_mean(data):
    try:
        return _math.exp(fmean([_math.log(x) for x in data]))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is None:
        weights = [1] * len(data)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError("Number of weights does not match data size")
    for x in data:
        if x < 0:
            raise StatisticsError("harmonic mean does not support negative values")
    for x in data:
        if x == 0:
            return 0
    if len(data) == 1:
        return data[0]
    quotients = [w / x if w else 0 for x, w in zip(data, weights)]
    return _convert(_Fraction(sum(weights)) / _total(quotients), _kind(quotients))


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    from bisect import bisect_left, bisect_right

    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    first = bisect_left(data, x)
    last = bisect_right(data, x, first)
    low = float(x) - float(interval) / 2.0
    return low + interval * (n / 2 - first) / (last - first)


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    most = max(counts.values())
    for value in counts:
        if counts[value] == most:
            return value


def multimode(data):
    counts = _counts(data)
    most = max(counts.values()) if counts else 0
    return [value for value in counts if counts[value] == most]


def _spread(data, center):
    # The exact sum of squares of distances from the mean (or from the center that is given).
    if center is not None:
        center = _Fraction(*center.as_integer_ratio()) if hasattr(center, "as_integer_ratio") else _Fraction(center)
        return _total([(_Fraction(x) - center) ** 2 for x in data])
    n = len(data)
    total = _total(data)
    squares = _total([_square(x) for x in data])
    return squares - total * total / n


def _square(x):
    if isinstance(x, int):
        return int(x) * int(x)
    n, d = x.as_integer_ratio()
    return _Fraction(n * n, d * d)


def variance(data, xbar=None):
    data = _listed(data, "variance", 2)
    if not _exact(data):
        return _math.nan
    return _convert(_spread(data, xbar) / (len(data) - 1), _kind(data))


def pvariance(data, mu=None):
    data = _listed(data, "pvariance")
    if not _exact(data):
        return _math.nan
    return _convert(_spread(data, mu) / len(data), _kind(data))


def _root(value, kind):
    # The correctly rounded square root of a fraction.
    if kind.__name__ == "Decimal":
        return (kind(value.numerator) / kind(value.denominator)).sqrt()
    n, d = value.numerator, value.denominator
    shift = (n.bit_length() - d.bit_length() - 109) // 2
    if shift >= 0:
        return float(_odd_root(n, d << 2 * shift) << shift)
    return _odd_root(n << -2 * shift, d) / (1 << -shift)


def _odd_root(n, m):
    a = _math.isqrt(n // m)
    return a | (a * a * m != n)


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("stdev requires at least two data points")
    if not _exact(data):
        return _math.nan
    return _root(_spread(data, xbar) / (len(data) - 1), _kind(data))


def pstdev(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError("pstdev requires at least one data point")
    if not _exact(data):
        return _math.nan
    return _root(_spread(data, mu) / len(data), _kind(data))


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
    elif method == "exclusive":
        for i in range(1, n):
            j = i * (size + 1) // n
            j = 1 if j < 1 else size - 1 if j > size - 1 else j
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    else:
        raise ValueError("Unknown method: %r" % method)
    return result


def _pairs(x, y, name):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError("%s requires that both inputs have same number of data points" % name)
    if len(x) < 2:
        raise StatisticsError("%s requires at least two data points" % name)
    mx, my = _math.fsum(x) / len(x), _math.fsum(y) / len(y)
    return [v - mx for v in x], [v - my for v in y], mx, my


def covariance(x, y):
    dx, dy, _, _ = _pairs(x, y, "covariance")
    return _math.fsum([a * b for a, b in zip(dx, dy)]) / (len(dx) - 1)


def correlation(x, y):
    dx, dy, _, _ = _pairs(x, y, "correlation")
    sxy = _math.fsum([a * b for a, b in zip(dx, dy)])
    sxx = _math.fsum([a * a for a in dx])
    syy = _math.fsum([b * b for b in dy])
    if sxx * syy == 0:
        raise StatisticsError("at least one of the inputs is constant")
    return sxy / _math.sqrt(sxx * syy)


def linear_regression(x, y, *, proportional=False):
    x, y = list(x), list(y)
    dx, dy, mx, my = _pairs(x, y, "linear regression")
    if proportional:
        dx, dy = x, y
    sxx = _math.fsum([a * a for a in dx])
    if sxx == 0:
        raise StatisticsError("x is constant")
    slope = _math.fsum([a * b for a, b in zip(dx, dy)]) / sxx
    from statistics import LinearRegression

    return LinearRegression(slope, 0.0 if proportional else my - slope * mx)


# Those that many programs do without.
def __getattr__(name):
    if name == "NormalDist":
        from _statistics_normal import NormalDist as value
    elif name == "LinearRegression":
        from collections import namedtuple

        value = namedtuple("LinearRegression", ("slope", "intercept"))
    else:
        from _lazy import missing

        missing("statistics", name)
    globals()[name] = value
    return value


__all__ = [name for name in globals() if name[0] != "_"] + ["LinearRegression", "NormalDist"]
