import math as _math
from collections import namedtuple as _namedtuple
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


LinearRegression = _namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, *, proportional=False):
    x, y = list(x), list(y)
    dx, dy, mx, my = _pairs(x, y, "linear regression")
    if proportional:
        dx, dy = x, y
    sxx = _math.fsum([a * a for a in dx])
    if sxx == 0:
        raise StatisticsError("x is constant")
    slope = _math.fsum([a * b for a, b in zip(dx, dy)]) / sxx
    return LinearRegression(slope, 0.0 if proportional else my - slope * mx)


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def samples(self, n, *, seed=None):
        import random

        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        if not self._sigma:
            raise StatisticsError("pdf() not defined when sigma is zero")
        z = (x - self._mu) / self._sigma
        return _math.exp(z * z / -2.0) / _math.sqrt(_math.tau * self._sigma * self._sigma)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _math.sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return self._mu + self._sigma * _standard_quantile(p)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        if not x.variance or not y.variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv = y.variance - x.variance
        dm = abs(y._mu - x._mu)
        if not dv:
            return 1.0 - _math.erf(dm / (2.0 * x._sigma * _math.sqrt(2.0)))
        a = x._mu * y.variance - y._mu * x.variance
        b = x._sigma * y._sigma * _math.sqrt(dm * dm + dv * _math.log(y.variance / x.variance))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (abs(y.cdf(x1) - x.cdf(x1)) + abs(y.cdf(x2) - x.cdf(x2)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __rsub__(self, other):
        return -(self - other)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * abs(other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / abs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return "%s(mu=%r, sigma=%r)" % (type(self).__name__, self._mu, self._sigma)


def _polynomial(x, coefficients):
    result = 0.0
    for c in coefficients:
        result = result * x + c
    return result


# Wichura's algorithm AS241: rational approximations in three ranges, to 16 digits.
_CENTRAL = (
    (
        2509.0809287301226727,
        33430.575583588128105,
        67265.770927008700853,
        45921.953931549871457,
        13731.693765509461125,
        1971.5909503065514427,
        133.14166789178437745,
        3.387132872796366608,
    ),
    (
        5226.495278852545925,
        28729.085735721942674,
        39307.89580009271061,
        21213.794301586595867,
        5394.1960214247511077,
        687.1870074920579083,
        42.313330701600911252,
        1.0,
    ),
)
_MIDDLE = (
    (
        7.7454501427834140764e-4,
        0.0227238449892691845833,
        0.24178072517745061177,
        1.27045825245236838258,
        3.64784832476320460504,
        5.7694972214606914055,
        4.6303378461565452959,
        1.42343711074968357734,
    ),
    (
        1.05075007164441684324e-9,
        5.475938084995344946e-4,
        0.0151986665636164571966,
        0.14810397642748007459,
        0.68976733498510000455,
        1.6763848301838038494,
        2.05319162663775882187,
        1.0,
    ),
)
_TAIL = (
    (
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        0.0012426609473880784386,
        0.026532189526576123093,
        0.29656057182850489123,
        1.7848265399172913358,
        5.4637849111641143699,
        6.6579046435011037772,
    ),
    (
        2.04426310338993978564e-15,
        1.4215117583164458887e-7,
        1.8463183175100546818e-5,
        7.868691311456132591e-4,
        0.0148753612908506148525,
        0.13692988092273580531,
        0.59983220655588793769,
        1.0,
    ),
)


def _standard_quantile(p):
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        return q * _polynomial(r, _CENTRAL[0]) / _polynomial(r, _CENTRAL[1])
    r = _math.sqrt(-_math.log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        x = _polynomial(r - 1.6, _MIDDLE[0]) / _polynomial(r - 1.6, _MIDDLE[1])
    else:
        x = _polynomial(r - 5.0, _TAIL[0]) / _polynomial(r - 5.0, _TAIL[1])
    return -x if q < 0.0 else x
