"""Averages, spreads and relations of data."""
import math
import numbers
import operator
import sys
from collections import Counter, namedtuple
from fractions import Fraction
from itertools import count, repeat
from math import erf, exp, fabs, fsum, hypot, isfinite, isinf, log, pi, sqrt, sumprod, tau

__all__ = [
    'NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'kde',
    'kde_random', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode',
    'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance',
]

_SQRT2 = sqrt(2.0)


class StatisticsError(ValueError):
    pass


def _exact_ratio(x):
    """A number as numerator and denominator; the latter is None where it is no finite number."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


# When, of two types, the first gives way to the second; the earlier rules count more.
_GIVES_WAY = (
    lambda weak, strong: weak is int or issubclass(strong, weak),
    lambda weak, strong: issubclass(weak, int),
    lambda weak, strong: issubclass(weak, Fraction) and issubclass(strong, float),
)


def _coerce(T, S):
    """The type that numbers of two types have together."""
    if T is S or S is int or S is bool:
        return T
    for gives_way in _GIVES_WAY:
        for weak, strong in ((T, S), (S, T)):
            if gives_way(weak, strong):
                return strong
    raise TypeError(f"don't know how to coerce {T.__name__} and {S.__name__}")


def _convert(value, T):
    """A fraction as a number of another type."""
    if type(value) is T:
        return value
    kind = float if issubclass(T, int) and value.denominator != 1 else T
    if kind.__name__ == 'Decimal':
        return kind(value.numerator) / kind(value.denominator)
    return kind(value)


def _total(partials):
    """The sum of numerators gathered by denominator."""
    if None in partials:
        return partials[None]
    return sum(Fraction(n, d) for d, n in partials.items())


def _gather(data):
    """The type of the data, the sum exactly, and how many there are."""
    n = 0
    types = {}
    partials = {}
    for x in data:
        types[type(x)] = None
        numerator, denominator = _exact_ratio(x)
        n += 1
        partials[denominator] = partials.get(denominator, 0) + numerator
    T = int
    for kind in types:
        T = _coerce(T, kind)
    return T, _total(partials), n


_sum = _gather


def _squares(data, c=None):
    """The type of the data, the sum of squared distances from c or the mean, that mean, and how many there are."""
    if c is not None:
        T, ssd, n = _gather((d := x - c) * d for x in data)
        return T, ssd, c, n
    n = 0
    types = {}
    sums = {}
    squares = {}
    for x in data:
        types[type(x)] = None
        numerator, denominator = _exact_ratio(x)
        n += 1
        sums[denominator] = sums.get(denominator, 0) + numerator
        if denominator is None:
            squares[None] = squares.get(None, 0) + numerator
        else:
            square = denominator * denominator
            squares[square] = squares.get(square, 0) + numerator * numerator
    T = int
    for kind in types:
        T = _coerce(T, kind)
    if not n:
        return T, Fraction(0), Fraction(0), 0
    if None in sums:
        ssd = c = sums[None]
    else:
        sx = _total(sums)
        sxx = _total(squares)
        ssd = (n * sxx - sx * sx) / n
        c = sx / n
    return T, ssd, c, n


_ss = _squares


def _integer_sqrt_of_frac_rto(n, m):
    """The root of n/m as an integer whose last bit tells whether something was cut off."""
    a = math.isqrt(n // m)
    return a | (a * a * m != n)


def _float_sqrt_of_frac(n, m):
    """The root of n/m, rounded once."""
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift < 0:
        return _integer_sqrt_of_frac_rto(n << -2 * shift, m) / (1 << -shift)
    return (_integer_sqrt_of_frac_rto(n, m << 2 * shift) << shift) / 1


def _sqrt_of(value, T):
    """The root of a fraction in the type of the data."""
    if T.__name__ == 'Decimal':
        return _decimal_sqrt_of_frac(value.numerator, value.denominator)
    return _float_sqrt_of_frac(value.numerator, value.denominator)


def _decimal_sqrt_of_frac(n, m):
    """The root of n/m as a Decimal, rounded once."""
    from decimal import Decimal
    if not n:
        return Decimal('0.0')
    square = abs(Fraction(n, m))
    root = (Decimal(square.numerator) / Decimal(square.denominator)).sqrt()
    above, below = root.next_plus(), root.next_minus()
    # A neighbour is nearer where the true root lies beyond the middle between the two.
    if square > _middle(root, above) ** 2:
        return above
    return below if square < _middle(root, below) ** 2 else root


def _middle(first, second):
    return (Fraction(first) + Fraction(second)) / 2


def mean(data):
    """The sum of the data by how many there are."""
    T, total, n = _gather(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert(total / n, T)


def fmean(data, weights=None):
    """The mean as a float, by weights if there are any."""
    if weights is None:
        try:
            n = len(data)
        except TypeError:
            data = list(data)
            n = len(data)
        if not n:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(data) / n
    # Gone through twice.
    weights = weights if isinstance(weights, (list, tuple)) else list(weights)
    try:
        weighted = sumprod(data, weights)
    except ValueError:
        raise StatisticsError('data and weights must be the same length')
    if total := fsum(weights):
        return weighted / total
    raise StatisticsError('sum of weights must be non-zero')


def geometric_mean(data):
    """The root of the product of the data, as a float."""
    n = 0
    found_zero = False

    def logs():
        nonlocal n, found_zero
        for n, x in enumerate(data, start=1):
            if x > 0.0 or math.isnan(x):
                yield log(x)
            elif x == 0.0:
                found_zero = True
            else:
                raise StatisticsError('No negative inputs allowed', x)

    total = fsum(logs())
    if not n:
        raise StatisticsError('Must have a non-empty dataset')
    if math.isnan(total) or found_zero and total == math.inf:
        return math.nan
    return 0.0 if found_zero else exp(total / n)


def _kept(values):
    """An iterator's values as a list; what can be gone through again as it is."""
    return list(values) if iter(values) is values else values


def _fail_neg(values, errmsg='negative value'):
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    data = _kept(data)
    n = len(data)
    errmsg = 'harmonic mean does not support negative values'
    if not n:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if weights is None:
        if n == 1:
            x = data[0]
            if not isinstance(x, numbers.Real) and type(x).__name__ != 'Decimal':
                raise TypeError('unsupported type')
            if x < 0:
                raise StatisticsError(errmsg)
            return x
        weights, weight = repeat(1, n), n
    else:
        weights = _kept(weights)
        if n != len(weights):
            raise StatisticsError('Number of weights does not match data size')
        weight = _gather(_fail_neg(weights, errmsg))[1]
    try:
        T, total, _ = _gather(w / x if w else 0 for w, x in zip(weights, _fail_neg(data, errmsg)))
    except ZeroDivisionError:
        # One of the data is 0, and draws the mean there.
        return 0
    if not total or total < 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(weight / total, T)


def _in_order(data):
    ordered = sorted(data)
    if not ordered:
        raise StatisticsError('no median for empty data')
    return ordered


def median(data):
    """The middle of the sorted data, or the mean of the two in the middle."""
    ordered = _in_order(data)
    half, odd = divmod(len(ordered), 2)
    return ordered[half] if odd else (ordered[half - 1] + ordered[half]) / 2


def median_low(data):
    """The middle of the sorted data, or the lower of the two in the middle."""
    ordered = _in_order(data)
    return ordered[(len(ordered) - 1) // 2]


def median_high(data):
    """The middle of the sorted data, or the higher of the two in the middle."""
    ordered = _in_order(data)
    return ordered[len(ordered) // 2]


def median_grouped(data, interval=1.0):
    """The median of data in classes of a width, as if each class were evenly filled."""
    from bisect import bisect_left, bisect_right
    points = _in_order(data)
    middle = points[len(points) // 2]
    below = bisect_left(points, middle)
    inside = bisect_right(points, middle, lo=below) - below
    try:
        width, center = float(interval), float(middle)
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    return center - width / 2.0 + width * (len(points) / 2 - below) / inside


def mode(data):
    """The most common of the data, the first of them."""
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    """All of the most common of the data."""
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, number in counts.items() if number == most]


def _mean_square(name, data, center, fewest):
    """The mean of the squares of the deviations, and the type of the data; fewest is 2 for samples."""
    T, squares, _, n = _squares(data, center)
    if n < fewest:
        raise StatisticsError(f'{name} requires at least {("one data point", "two data points")[fewest - 1]}')
    return squares / (n - fewest + 1), T


def pvariance(data, mu=None):
    """The variance of a whole population."""
    return _convert(*_mean_square('pvariance', data, mu, 1))


def pstdev(data, mu=None):
    """The root of the variance of a whole population."""
    return _sqrt_of(*_mean_square('pstdev', data, mu, 1))


def variance(data, xbar=None):
    """The variance of a sample."""
    return _convert(*_mean_square('variance', data, xbar, 2))


def stdev(data, xbar=None):
    """The root of the variance of a sample."""
    return _sqrt_of(*_mean_square('stdev', data, xbar, 2))


def _mean_stdev(data):
    """Mean and standard deviation of a sample as floats."""
    T, squares, center, n = _squares(data)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    average, square = float(center), squares / (n - 1)
    if hasattr(square, 'numerator'):
        return average, _float_sqrt_of_frac(square.numerator, square.denominator)
    # What is not finite is no fraction.
    return average, average / float(squares)


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 points that cut the data into n parts of one size."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    points = sorted(data)
    size = len(points)
    if not size:
        raise StatisticsError('must have at least one data point')
    if size == 1:
        return points * (n - 1)
    if method == 'inclusive':
        # The ends of the data are those of the whole.
        span, before = size - 1, 0
    elif method == 'exclusive':
        # As much is thought to lie beyond each end.
        span, before = size + 1, 1
    else:
        raise ValueError(f'Unknown method: {method!r}')
    result = []
    for i in range(1, n):
        left = min(max(i * span // n - before, 0), size - 2)
        share = i * span - (left + before) * n
        result.append((points[left] * (n - share) + points[left + 1] * share) / n)
    return result


def _paired(x, y, what):
    """How many pairs two series make, which what is to be found from."""
    n = len(x)
    if n != len(y):
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if n > 1:
        return n
    raise StatisticsError(f'{what} requires at least two data points')


def _centred(n, *series):
    """The means of series of n values, and how far each value is from them."""
    # All means come before any difference, so that a series that has none is what is complained of.
    centres = [fsum(values) / n for values in series]
    return centres, [[value - centre for value in values] for values, centre in zip(series, centres)]


def covariance(x, y, /):
    """How two series vary together."""
    n = _paired(x, y, 'covariance')
    return sumprod(*_centred(n, x, y)[1]) / (n - 1)


def _rank(data, /, *, key=None, reverse=False, ties='average', start=1):
    """The rank of each of the data; equal ones share the mean of theirs."""
    if ties != 'average':
        raise ValueError(f'Unknown tie resolution method: {ties!r}')
    if key is not None:
        data = map(key, data)
    pairs = sorted(zip(data, count()), reverse=reverse)
    i = start - 1
    result = [0] * len(pairs)
    place = 0
    while place < len(pairs):
        # One of its own even where it is not equal to itself, as a NaN is not.
        first, end = pairs[place][0], place + 1
        while end < len(pairs) and (pairs[end][0] is first or pairs[end][0] == first):
            end += 1
        size = end - place
        rank = i + (size + 1) / 2
        for _, original in pairs[place:end]:
            result[original] = rank
        i += size
        place = end
    return result


def correlation(x, y, /, *, method='linear'):
    """How strongly two series are related in a line, or by their ranks."""
    n = _paired(x, y, 'correlation')
    if method == 'linear':
        x, y = _centred(n, x, y)[1]
    elif method == 'ranked':
        # The ranks are centred where they are counted from.
        x, y = [_rank(values, start=(n - 1) / -2) for values in (x, y)]
    else:
        raise ValueError(f'Unknown method: {method!r}')
    together = sumprod(x, y)
    try:
        return together / _sqrtprod(sumprod(x, x), sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


def _sqrtprod(x, y):
    """The root of x * y, corrected by what the product lost."""
    h = sqrt(x * y)
    scale = None
    if not h:
        scale = 2.0 ** 537 if x and y else None
    elif isfinite(h):
        return sumprod((x, h), (y, -h)) / (2.0 * h) + h
    elif isinf(h) and not isinf(x) and not isinf(y):
        scale = 2.0 ** -512
    # The product left what a float holds: it is taken of scaled factors, or is truly so.
    return _sqrtprod(scale * x, scale * y) / scale if scale else h


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'), module='statistics')


def linear_regression(x, y, /, *, proportional=False):
    """The line next to the points: slope and intercept."""
    n = _paired(x, y, 'linear regression')
    if not proportional:
        (xbar, ybar), (x, y) = _centred(n, x, y)
    try:
        slope = (sumprod(x, y) + 0.0) / sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return LinearRegression(slope, 0.0 if proportional else ybar - slope * xbar)


# The coefficients of Wichura's algorithm AS241 for the inverse of the normal distribution, for the middle and two tails.
_MIDDLE = (
    (2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
     1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
    (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
     5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0),
)
_NEAR_TAIL = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
     3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
     6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0),
)
_FAR_TAIL = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
     2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
     1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0),
)


def _polynomial(coefficients, r):
    result = coefficients[0]
    for coefficient in coefficients[1:]:
        result = result * r + coefficient
    return result


def _normal_dist_inv_cdf(p, mu, sigma):
    """Where the normal distribution reaches p."""
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        num = _polynomial(_MIDDLE[0], r) * q
        return mu + num / _polynomial(_MIDDLE[1], r) * sigma
    r = p if q <= 0.0 else 1.0 - p
    r = sqrt(-log(r))
    if r <= 5.0:
        tail, r = _NEAR_TAIL, r - 1.6
    else:
        tail, r = _FAR_TAIL, r - 5.0
    x = _polynomial(tail[0], r) / _polynomial(tail[1], r)
    if q < 0.0:
        x = -x
    return mu + x * sigma


class NormalDist:
    """The normal distribution of a random variable."""

    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution', '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    def _spread(self, method):
        """The deviation, which may not be zero here."""
        if self._sigma:
            return self._sigma
        raise StatisticsError(f'{method}() not defined when sigma is zero')

    @classmethod
    def from_samples(cls, data):
        """The distribution with mean and deviation of a sample."""
        return cls(*_mean_stdev(data))

    def inv_cdf(self, p):
        """The x up to which a value is as likely as p."""
        if not (p <= 0.0 or p >= 1.0):
            return _normal_dist_inv_cdf(p, self._mu, self._sigma)
        raise StatisticsError('p must be in the range 0.0 < p < 1.0')

    def samples(self, n, *, seed=None):
        """n numbers of the distribution."""
        import random
        source = random if seed is None else random.Random(seed)
        return [_normal_dist_inv_cdf(source.random(), self._mu, self._sigma) for _ in range(n)]

    def quantiles(self, n=4):
        """The n - 1 points that cut it into n parts of one likelihood."""
        return [self.inv_cdf(part / n) for part in range(1, n)]

    def zscore(self, x):
        """How many deviations x is from the mean."""
        deviation = self._spread('zscore')
        return (x - self._mu) / deviation

    def cdf(self, x):
        """How likely a value up to x is."""
        width = self._spread('cdf') * _SQRT2
        return 0.5 * (1.0 + erf((x - self._mu) / width))

    def pdf(self, x):
        """The density at x."""
        spread = self._sigma * self._sigma
        if not spread:
            self._spread('pdf')
        distance = x - self._mu
        return exp(distance * distance / (spread * -2.0)) / sqrt(spread * tau)

    def overlap(self, other):
        """The area under both densities."""
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        # The narrower one first, so that the order of the two does not matter.
        X, Y = sorted((self, other), key=lambda dist: (dist._sigma, dist._mu))
        narrow, wide = X.variance, Y.variance
        if not (narrow and wide):
            raise StatisticsError('overlap() not defined when sigma is zero')
        apart, wider = fabs(Y._mu - X._mu), wide - narrow
        if not wider:
            return 1.0 - erf(apart / (2.0 * X._sigma * _SQRT2))
        # The densities cross at two points.
        middle = X._mu * wide - Y._mu * narrow
        root = X._sigma * Y._sigma * sqrt(apart * apart + wider * log(wide / narrow))
        crossings = (middle + root) / wider, (middle - root) / wider
        first, second = [fabs(Y.cdf(x) - X.cdf(x)) for x in crossings]
        return 1.0 - (first + second)

    mean = property(lambda self: self._mu, doc='The mean.')
    median = property(lambda self: self._mu, doc='The median, which is the mean.')
    mode = property(lambda self: self._mu, doc='The mode, which is the mean.')
    stdev = property(lambda self: self._sigma, doc='The standard deviation.')
    variance = property(lambda self: self._sigma * self._sigma, doc='The variance.')

    def _moved(self, operation, by):
        if isinstance(by, NormalDist):
            return NormalDist(operation(self._mu, by._mu), hypot(self._sigma, by._sigma))
        return NormalDist(operation(self._mu, by), self._sigma)

    def _scaled(self, operation, by):
        return NormalDist(operation(self._mu, by), operation(self._sigma, fabs(by)))

    def __add__(x1, x2):
        """Shift by a number, or add an independent variable."""
        return x1._moved(operator.add, x2)

    def __sub__(x1, x2):
        """Shift by a number, or subtract an independent variable."""
        return x1._moved(operator.sub, x2)

    def __rsub__(x1, x2):
        """Subtract from a number."""
        return -(x1 - x2)

    def __mul__(x1, x2):
        """Scale by a number."""
        return x1._scaled(operator.mul, x2)

    def __truediv__(x1, x2):
        """Scale by the reciprocal of a number."""
        return x1._scaled(operator.truediv, x2)

    def __neg__(x1):
        """The distribution mirrored at 0."""
        return NormalDist(-x1._mu, x1._sigma)

    def __pos__(x1):
        """A copy."""
        return NormalDist(*x1.__getstate__())

    __radd__, __rmul__ = __add__, __mul__

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __hash__(self):
        """The hash of mean and deviation."""
        return hash(self.__getstate__())

    def __eq__(x1, x2):
        """Whether mean and deviation are the same."""
        if isinstance(x2, NormalDist):
            return x1._mu == x2._mu and x1._sigma == x2._sigma
        return NotImplemented


def _found_by_steps(estimate, value, slope):
    """The inverse of a function by Newton's steps from an estimate."""

    def inverse(p):
        x = estimate(p)
        while abs(difference := value(x) - p) > 1e-12:
            x -= difference / slope(x)
        return x

    return inverse


def _guess(power, correct=None):
    """An estimate of the inverse of a symmetric distribution."""

    def estimate(p):
        sign = 1.0
        if p > 0.5:
            sign, p = -1.0, 1.0 - p
        x = (2.0 * p) ** power - 1.0
        if correct is not None and p >= 0.004 < 0.499:
            x += correct(p)
        return x * sign

    return estimate


def _kernel(name):
    """A kernel's density, its integral, the inverse of that, and how far it reaches; None: without end."""
    name = {
        'gauss': 'normal', 'uniform': 'rectangular', 'epanechnikov': 'parabolic', 'biweight': 'quartic',
    }.get(name, name)
    if name == 'normal':
        root = sqrt(2 * pi)
        return lambda t: exp(-0.5 * t * t) / root, lambda t: 0.5 * (1.0 + erf(t / _SQRT2)), NormalDist().inv_cdf, None
    if name == 'logistic':
        return (
            lambda t: 0.5 / (1.0 + math.cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0),
            lambda p: log(p / (1 - p)), None,
        )
    if name == 'sigmoid':
        c1, c2 = 1 / pi, 2 / pi
        return (
            lambda t: c1 / math.cosh(t), lambda t: c2 * math.atan(exp(t)), lambda p: log(math.tan(p * pi / 2)), None,
        )
    if name == 'rectangular':
        return lambda t: 0.5, lambda t: 0.5 * t + 0.5, lambda p: 2 * p - 1, 1.0
    if name == 'triangular':
        return (
            lambda t: 1.0 - abs(t), lambda t: t * t * (0.5 if t < 0.0 else -0.5) + t + 0.5,
            lambda p: sqrt(2 * p) - 1 if p < 0.5 else 1 - sqrt(2 - 2 * p), 1.0,
        )
    if name == 'parabolic':
        return (
            lambda t: 0.75 * (1.0 - t * t), lambda t: -0.25 * t ** 3 + 0.75 * t + 0.5,
            lambda p: 2 * math.cos((math.acos(2 * p - 1) + pi) / 3), 1.0,
        )
    if name == 'quartic':
        def density(t):
            return 15 / 16 * (1.0 - t * t) ** 2

        def integral(t):
            return 3 / 16 * t ** 5 - 5 / 8 * t ** 3 + 15 / 16 * t + 0.5

        guess = _guess(0.4258865685331, lambda p: 0.026818732 * math.sin(7.101753784 * p + 2.73230839482953))
        return density, integral, _found_by_steps(guess, integral, density), 1.0
    if name == 'triweight':
        def density(t):
            return 35 / 32 * (1.0 - t * t) ** 3

        def integral(t):
            return 35 / 32 * (-1 / 7 * t ** 7 + 3 / 5 * t ** 5 - t ** 3 + t) + 0.5

        return density, integral, _found_by_steps(_guess(0.3400218741872791), integral, density), 1.0
    if name == 'cosine':
        c1, c2 = pi / 4, pi / 2
        return (
            lambda t: c1 * math.cos(c2 * t), lambda t: 0.5 * math.sin(c2 * t) + 0.5,
            lambda p: 2 * math.asin(2 * p - 1) / pi, 1.0,
        )
    raise StatisticsError(f'Unknown kernel name: {name!r}')


def _check_sample(data, h):
    if not len(data):
        raise StatisticsError('Empty data sequence')
    if not isinstance(data[0], (int, float)):
        raise TypeError('Data sequence must contain ints or floats')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not {h=!r}')


def kde(data, h, kernel='normal', *, cumulative=False):
    """The density that a sample suggests, as a function: each of the data smeared by a kernel of width h."""
    from bisect import bisect_left, bisect_right
    _check_sample(data, h)
    density, integral, _, support = _kernel(kernel)
    n = len(data)
    sample = sorted(data) if support is not None else data

    def near(x):
        """The place of the first of the data in reach, and those in reach."""
        nonlocal n, sample
        if support is None:
            n = len(data)
            return 0, data
        if len(data) != n:
            sample = sorted(data)
            n = len(data)
        reach = h * support
        first = bisect_left(sample, x - reach)
        return first, sample[first:bisect_right(sample, x + reach)]

    def pdf(x):
        _, supported = near(x)
        return sum(density((x - x_i) / h) for x_i in supported) / (n * h)

    def cdf(x):
        below, supported = near(x)
        return sum((integral((x - x_i) / h) for x_i in supported), below) / n

    if cumulative:
        cdf.__doc__ = f'CDF estimate with {h=!r} and {kernel=!r}'
        return cdf
    pdf.__doc__ = f'PDF estimate with {h=!r} and {kernel=!r}'
    return pdf


def kde_random(data, h, kernel='normal', *, seed=None):
    """A function that gives random numbers of the density that a sample suggests."""
    _check_sample(data, h)
    _, _, inverse, _ = _kernel(kernel)
    from random import Random
    prng = Random(seed)
    random, choice = prng.random, prng.choice

    def rand():
        return choice(data) + h * inverse(random())

    rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
    return rand
