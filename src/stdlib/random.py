"""Random numbers of many distributions, from the Mersenne twister."""
from _random import Random as _Twister
from _random import _digest, _entropy
from math import (
    acos as _acos, ceil as _ceil, cos as _cos, exp as _exp, fabs as _fabs, floor as _floor, isfinite as _isfinite,
    lgamma as _lgamma, log as _log, log2 as _log2, pi as _pi, sin as _sin, sqrt as _sqrt, tau as TWOPI,
)
from operator import index as _index

__all__ = [
    'Random', 'SystemRandom', 'betavariate', 'binomialvariate', 'choice', 'choices', 'expovariate', 'gammavariate',
    'gauss', 'getrandbits', 'getstate', 'lognormvariate', 'normalvariate', 'paretovariate', 'randbytes', 'randint',
    'random', 'randrange', 'sample', 'seed', 'setstate', 'shuffle', 'triangular', 'uniform', 'vonmisesvariate',
    'weibullvariate',
]

# How many random bits a float has, and what the last of them is worth.
BPF, RECIP_BPF = 53, 2 ** -53
NV_MAGICCONST, SG_MAGICCONST, LOG4 = 4 * _exp(-0.5) / _sqrt(2.0), 1.0 + _log(4.5), _log(4.0)
_ONE = 1


# How a class makes random integers, by the method that it gives last; None: it brings its own way.
_INTEGER_MAKERS = {
    '_randbelow': None,
    'getrandbits': '_randbelow_with_getrandbits',
    'random': '_randbelow_without_getrandbits',
}


def _old_hash(codes):
    """The 64-bit hash that texts had in Python 2, from the codes of their characters."""
    x = codes[0] << 7 if codes else 0
    for code in codes:
        x = 1000003 * x & 0xFFFFFFFFFFFFFFFF ^ code
    return x ^ len(codes)


def _seed_value(a, version):
    """What the twister is seeded with: an integer in place of a text."""
    text = isinstance(a, str)
    if version == 2 and (text or isinstance(a, (bytes, bytearray))):
        data = a.encode() if text else a
        return int.from_bytes(data + _digest(data))
    if version == 1 and (text or isinstance(a, bytes)):
        return _old_hash([*map(ord, a)] if text else a)
    if a is None or isinstance(a, (int, float, str, bytes, bytearray)):
        return a
    raise TypeError('The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.')


def _running_sums(weights):
    """The sums of the weights up to each; says so where a number of choices was given in their place."""
    from itertools import accumulate
    try:
        return list(accumulate(weights))
    except TypeError:
        if isinstance(weights, int):
            raise TypeError(f'The number of choices must be a keyword argument: k={weights!r}') from None
        raise


def _gamma_above_one(random, alpha):
    """Cheng's rejection from the log-logistic distribution (1977, GB)."""
    root = _sqrt(2.0 * alpha - 1.0)
    offset, slope = alpha - LOG4, alpha + root
    while True:
        u = random()
        # So near to the ends the logarithm is no good.
        if 1e-7 < u < 0.9999999:
            w = u * u * (1.0 - random())
            logistic = _log(u / (1.0 - u)) / root
            x = alpha * _exp(logistic)
            margin = offset + slope * logistic - x
            if margin + SG_MAGICCONST - 4.5 * w >= 0.0 or margin >= _log(w):
                return x


def _gamma_below_one(random, alpha):
    """Rejection by Ahrens and Dieter (1974, GS): a power up to 1, an exponential tail above."""
    from math import e
    b = (e + alpha) / e
    while True:
        p = b * random()
        if p > 1.0:
            x = -_log((b - p) / alpha)
            bound = x ** (alpha - 1.0)
        else:
            x = p ** (1.0 / alpha)
            bound = _exp(-x)
        if random() <= bound:
            return x


def _successes_by_jumps(random, n, p):
    """Few successes in n trials: from each to the next, by the geometric distribution."""
    log_failure = _log2(1.0 - p)
    hits = place = 0
    if log_failure:
        while (place := place + _floor(_log2(random()) / log_failure) + 1) <= n:
            hits += 1
    return hits


def _successes_by_rejection(random, n, p):
    """Many successes in n trials: Hörmann's transformed rejection with a squeeze (BTRS)."""
    spread = _sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * spread
    a = 0.01 * p + (0.0248 * b - 0.0873)
    centre = n * p + 0.5
    surely = 0.92 - 4.2 / b
    exact = None
    while True:
        u = random() - 0.5
        edge = 0.5 - _fabs(u)
        k = _floor((2.0 * a / edge + b) * u + centre)
        if not 0 <= k <= n:
            continue
        v = random()
        if edge >= 0.07 and v <= surely:
            return k
        # The exact test is dear, and seldom needed: what it rests on is made when it is first.
        if exact is None:
            mode = _floor((n + 1) * p)
            exact = (2.83 + 5.1 / b) * spread, _log(p / (1.0 - p)), _lgamma(mode + 1) + _lgamma(n - mode + 1)
        scale, log_odds, peak = exact
        v *= scale / (a / (edge * edge) + b)
        if _log(v) <= peak - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - mode) * log_odds:
            return k


class Random(_Twister):
    """A generator of random numbers with a state of its own."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __getstate__(self):
        return self.getstate()

    def getstate(self):
        """The state, for setstate."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Take over a state from getstate."""
        version = state[0]
        if version not in (2, 3):
            raise ValueError(
                f'state with version {version} passed to Random.setstate() of version {self.VERSION}'
            )
        _, words, self.gauss_next = state
        if version == 2:
            # These were written with a sign where a machine's long has 32 bits.
            try:
                words = tuple([word % 2 ** 32 for word in words])
            except ValueError as error:
                raise TypeError from error
        super().setstate(words)

    def seed(self, a=None, version=2):
        """Set the state from an integer, a text, bytes or a float; without one, from what nobody can foresee."""
        super().seed(_seed_value(a, version))
        self.gauss_next = None

    def __init_subclass__(cls, /, **kwargs):
        """Choose how random integers are made: from whichever of random() and getrandbits() a class gives."""
        given = next(name for base in cls.__mro__ for name in _INTEGER_MAKERS if name in base.__dict__)
        maker = _INTEGER_MAKERS[given]
        if maker:
            cls._randbelow = getattr(cls, maker)

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        random = self.random
        if n >= maxsize:
            from warnings import warn
            warn(
                'Underlying random() generator does not supply \n'
                'enough bits to choose from a population range this large.\n'
                'To remove the range limitation, add a getrandbits() method.'
            )
            return _floor(random() * n)
        # Above the last multiple of n the remainders would not be equally likely.
        limit = (maxsize - maxsize % n) / maxsize
        while (r := random()) >= limit:
            pass
        return _floor(r * maxsize) % n

    def _randbelow_with_getrandbits(self, n):
        bits, width = self.getrandbits, n.bit_length()
        while (r := bits(width)) >= n:
            pass
        return r

    _randbelow = _randbelow_with_getrandbits

    def shuffle(self, x):
        """Put a list into a random order."""
        below = self._randbelow
        for size in range(len(x), 1, -1):
            last, other = size - 1, below(size)
            x[last], x[other] = x[other], x[last]

    def choice(self, seq):
        """An item of a sequence."""
        if size := len(seq):
            return seq[self._randbelow(size)]
        raise IndexError('Cannot choose from an empty sequence')

    def randint(self, a, b):
        """An integer from a to b, both included."""
        return self.randrange(a, b + 1)

    def randrange(self, start, stop=None, step=_ONE):
        """An item of range(start, stop, step)."""
        first = _index(start)
        if stop is None:
            if step is not _ONE:
                raise TypeError('Missing a non-None stop argument')
            if first <= 0:
                raise ValueError('empty range for randrange()')
            return self._randbelow(first)
        width = _index(stop) - first
        stride = _index(step)
        if not stride:
            raise ValueError('zero step for randrange()')
        # The quotient rounded up: how many items the range has.
        n = -(-width // stride)
        if n > 0:
            return first + stride * self._randbelow(n)
        shown = '' if stride == 1 else f', {step}'
        raise ValueError(f'empty range in randrange({start}, {stop}{shown})')

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def sample(self, population, k, *, counts=None):
        """A list of k items, each place of the population at most once."""
        from _collections_abc import Sequence
        if not isinstance(population, Sequence):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        n = len(population)
        if counts is not None:
            from bisect import bisect
            from itertools import accumulate
            cum_counts = list(accumulate(counts))
            if len(cum_counts) != n:
                raise ValueError('The number of counts does not match the population')
            total = cum_counts.pop() if cum_counts else 0
            if not isinstance(total, int):
                raise TypeError('Counts must be integers')
            if total < 0:
                raise ValueError('Counts must be non-negative')
            selections = self.sample(range(total), k=k)
            return [population[bisect(cum_counts, s)] for s in selections]
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        below = self._randbelow
        result = [None] * k
        # A table of the places taken, unless a list of all is smaller.
        if n <= 21 + (4 ** _ceil(_log(k * 3, 4)) if k > 5 else 0):
            pool = list(population)
            for place, left in enumerate(range(n, n - k, -1)):
                j = below(left)
                result[place] = pool[j]
                # What was last closes the gap.
                last = pool.pop()
                if j < left - 1:
                    pool[j] = last
            return result
        # A place drawn again changes nothing, and they stay in the order they came in.
        taken = {}
        while len(taken) < k:
            taken[below(n)] = None
        return [population[j] for j in taken]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """A list of k items, each chosen from all, by weights if there are any."""
        random = self.random
        n = len(population)
        if weights is not None:
            if cum_weights is not None:
                raise TypeError('Cannot specify both weights and cumulative weights')
            cum_weights = _running_sums(weights)
        elif cum_weights is None:
            size = n + 0.0
            return [population[_floor(random() * size)] for _ in range(k)]
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        problem = 'greater than zero' if total <= 0.0 else None if _isfinite(total) else 'finite'
        if problem:
            raise ValueError(f'Total of weights must be {problem}')
        from bisect import bisect
        hi = n - 1
        return [population[bisect(cum_weights, random() * total, 0, hi)] for _ in range(k)]

    def triangular(self, low=0.0, high=1.0, mode=None):
        """A number from low to high, most often near mode."""
        u = self.random()
        if mode is not None and high == low:
            return low
        c = 0.5 if mode is None else (mode - low) / (high - low)
        # The rising and the falling side, each from its own end.
        if u > c:
            return high + (low - high) * _sqrt((1.0 - u) * (1.0 - c))
        return low + (high - low) * _sqrt(u * c)

    def uniform(self, a, b):
        """A number from a to b."""
        return a + (b - a) * self.random()

    def normalvariate(self, mu=0.0, sigma=1.0):
        """A number of the normal distribution, by the ratio of two uniform ones (Kinderman and Monahan)."""
        random = self.random
        while True:
            above = NV_MAGICCONST * (random() - 0.5)
            below = 1.0 - random()
            z = above / below
            if z * z <= -4.0 * _log(below):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """A number of the normal distribution; they are made two at a time."""
        kept, self.gauss_next = self.gauss_next, None
        if kept is None:
            # A point of the plane, by angle and radius, has two coordinates: one for now, one for later.
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            kept, self.gauss_next = _cos(angle) * radius, _sin(angle) * radius
        return mu + kept * sigma

    def expovariate(self, lambd=1.0):
        """A number of the exponential distribution."""
        return -_log(1.0 - self.random()) / lambd

    def lognormvariate(self, mu, sigma):
        """A number whose logarithm is normally distributed."""
        return _exp(self.normalvariate(mu, sigma))

    def paretovariate(self, alpha):
        """A number of the Pareto distribution."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """A number of the Weibull distribution."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    def vonmisesvariate(self, mu, kappa):
        """An angle of the von Mises distribution."""
        random = self.random
        if kappa <= 1e-6:
            # Almost even: any angle.
            return TWOPI * random()
        half = 0.5 / kappa
        r = half + _sqrt(half * half + 1.0)
        accepted = False
        while not accepted:
            z = _cos(_pi * random())
            d = z / (r + z)
            u = random()
            accepted = u < 1.0 - d * d or u <= (1.0 - d) * _exp(d)
        inverse = 1.0 / r
        turn = _acos((inverse + z) / (inverse * z + 1.0))
        return (mu + turn if random() > 0.5 else mu - turn) % TWOPI

    def gammavariate(self, alpha, beta):
        """A number of the gamma distribution."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        draw = _gamma_above_one if alpha > 1.0 else _gamma_below_one
        return draw(self.random, alpha) * beta

    def betavariate(self, alpha, beta):
        """A number of the beta distribution."""
        one = self.gammavariate(alpha, 1.0)
        return one / (one + self.gammavariate(beta, 1.0)) if one else 0.0

    def binomialvariate(self, n=1, p=0.5):
        """How many of n trials succeed, each with probability p."""
        if n < 0:
            raise ValueError('n must be non-negative')
        if p <= 0.0 or p >= 1.0:
            if p in (0.0, 1.0):
                return n if p else 0
            raise ValueError('p must be in the range 0.0 <= p <= 1.0')
        random = self.random
        if n == 1:
            return _index(random() < p)
        # The rarer outcome is counted.
        rarer = 1.0 - p if p > 0.5 else p
        count = _successes_by_jumps if n * rarer < 10.0 else _successes_by_rejection
        hits = count(random, n, rarer)
        return n - hits if p > 0.5 else hits


class SystemRandom(Random):
    """A generator that takes its numbers from the operating system, and so has no state."""

    def seed(self, *args, **kwds):
        """Does nothing."""
        return None

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    def getrandbits(self, k):
        """An integer of k random bits."""
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        numbytes = (k + 7) // 8
        return int.from_bytes(_entropy(numbytes)) >> (numbytes * 8 - k)

    def random(self):
        """A number from 0 to 1, 1 excluded."""
        return (int.from_bytes(_entropy(7)) >> 3) * RECIP_BPF

    def randbytes(self, n):
        """n random bytes."""
        return _entropy(n)

    getstate = setstate = _notimplemented


# The functions of the module are the methods of one generator.
_inst = Random()
globals().update({name: getattr(_inst, name) for name in __all__ if name.islower()})
