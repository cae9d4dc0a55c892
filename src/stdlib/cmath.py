"""Functions of complex numbers."""
from math import (
    asinh as _asinh, atan as _atan, atan2 as _atan2, copysign as _copysign, cos as _cos, cosh as _cosh, exp as _exp,
    isfinite as _isfinite, isinf as _isinf, isnan as _isnan, ldexp as _ldexp, log as _log, log1p as _log1p,
    sin as _sin, sinh as _sinh, sqrt as _sqrt, tan as _tan, tanh as _tanh,
)
from math import e, inf, nan, pi, tau
from sys import float_info as _float_info

infj = complex(0.0, inf)
nanj = complex(0.0, nan)
_LARGE = _float_info.max / 4.0
_SQRT_LARGE = _sqrt(_LARGE)
_LOG_LARGE = _log(_LARGE)
_SMALL = _float_info.min
_SQRT_SMALL = _sqrt(_SMALL)
_LN2 = 0.6931471805599453
_LN10 = 2.302585092994046

# The values where a part is no finite number, by the kinds of both parts: -inf, negative, -0, 0, positive, inf, nan.
_SPECIAL = {
    'acos': (
        (3 * pi / 4, inf), (pi, inf), (pi, inf), (pi, -inf), (pi, -inf), (3 * pi / 4, -inf), (nan, inf), (pi / 2, inf),
        None, None, None, None, (pi / 2, -inf), (nan, nan), (pi / 2, inf), None, None, None, None, (pi / 2, -inf),
        (pi / 2, nan), (pi / 2, inf), None, None, None, None, (pi / 2, -inf), (pi / 2, nan), (pi / 2, inf), None, None,
        None, None, (pi / 2, -inf), (nan, nan), (pi / 4, inf), (0.0, inf), (0.0, inf), (0.0, -inf), (0.0, -inf),
        (pi / 4, -inf), (nan, inf), (nan, inf), (nan, nan), (nan, nan), (nan, nan), (nan, nan), (nan, -inf),
        (nan, nan),
    ),
    'acosh': (
        (inf, -3 * pi / 4), (inf, -pi), (inf, -pi), (inf, pi), (inf, pi), (inf, 3 * pi / 4), (inf, nan),
        (inf, -pi / 2), None, None, None, None, (inf, pi / 2), (nan, nan), (inf, -pi / 2), None, None, None, None,
        (inf, pi / 2), (nan, nan), (inf, -pi / 2), None, None, None, None, (inf, pi / 2), (nan, nan), (inf, -pi / 2),
        None, None, None, None, (inf, pi / 2), (nan, nan), (inf, -pi / 4), (inf, -0.0), (inf, -0.0), (inf, 0.0),
        (inf, 0.0), (inf, pi / 4), (inf, nan), (inf, nan), (nan, nan), (nan, nan), (nan, nan), (nan, nan), (inf, nan),
        (nan, nan),
    ),
    'asinh': (
        (-inf, -pi / 4), (-inf, -0.0), (-inf, -0.0), (-inf, 0.0), (-inf, 0.0), (-inf, pi / 4), (-inf, nan),
        (-inf, -pi / 2), None, None, None, None, (-inf, pi / 2), (nan, nan), (-inf, -pi / 2), None, None, None, None,
        (-inf, pi / 2), (nan, nan), (inf, -pi / 2), None, None, None, None, (inf, pi / 2), (nan, nan), (inf, -pi / 2),
        None, None, None, None, (inf, pi / 2), (nan, nan), (inf, -pi / 4), (inf, -0.0), (inf, -0.0), (inf, 0.0),
        (inf, 0.0), (inf, pi / 4), (inf, nan), (inf, nan), (nan, nan), (nan, -0.0), (nan, 0.0), (nan, nan), (inf, nan),
        (nan, nan),
    ),
    'atanh': (
        (-0.0, -pi / 2), (-0.0, -pi / 2), (-0.0, -pi / 2), (-0.0, pi / 2), (-0.0, pi / 2), (-0.0, pi / 2), (-0.0, nan),
        (-0.0, -pi / 2), None, None, None, None, (-0.0, pi / 2), (nan, nan), (-0.0, -pi / 2), None, None, None, None,
        (-0.0, pi / 2), (-0.0, nan), (0.0, -pi / 2), None, None, None, None, (0.0, pi / 2), (0.0, nan), (0.0, -pi / 2),
        None, None, None, None, (0.0, pi / 2), (nan, nan), (0.0, -pi / 2), (0.0, -pi / 2), (0.0, -pi / 2),
        (0.0, pi / 2), (0.0, pi / 2), (0.0, pi / 2), (0.0, nan), (0.0, -pi / 2), (nan, nan), (nan, nan), (nan, nan),
        (nan, nan), (0.0, pi / 2), (nan, nan),
    ),
    'cosh': (
        None, (-inf, inf), (inf, 0.0), (inf, -0.0), (-inf, -inf), None, (inf, nan), None, None, None, None, None, None,
        (nan, nan), None, None, None, None, None, None, (nan, 0.0), None, None, None, None, None, None, (nan, 0.0),
        None, None, None, None, None, None, (nan, nan), None, (-inf, -inf), (inf, -0.0), (inf, 0.0), (-inf, inf), None,
        (inf, nan), (nan, nan), (nan, nan), (nan, 0.0), (nan, 0.0), (nan, nan), (nan, nan), (nan, nan),
    ),
    'exp': (
        (0.0, 0.0), (-0.0, -0.0), (0.0, -0.0), (0.0, 0.0), (-0.0, 0.0), (0.0, 0.0), (0.0, 0.0), None, None, None, None,
        None, None, (nan, nan), None, None, None, None, None, None, (nan, nan), None, None, None, None, None, None,
        (nan, nan), None, None, None, None, None, None, (nan, nan), None, (-inf, -inf), (inf, -0.0), (inf, 0.0),
        (-inf, inf), None, (inf, nan), (nan, nan), (nan, nan), (nan, -0.0), (nan, 0.0), (nan, nan), (nan, nan),
        (nan, nan),
    ),
    'log': (
        (inf, -3 * pi / 4), (inf, -pi), (inf, -pi), (inf, pi), (inf, pi), (inf, 3 * pi / 4), (inf, nan),
        (inf, -pi / 2), None, None, None, None, (inf, pi / 2), (nan, nan), (inf, -pi / 2), None, None, None, None,
        (inf, pi / 2), (nan, nan), (inf, -pi / 2), None, None, None, None, (inf, pi / 2), (nan, nan), (inf, -pi / 2),
        None, None, None, None, (inf, pi / 2), (nan, nan), (inf, -pi / 4), (inf, -0.0), (inf, -0.0), (inf, 0.0),
        (inf, 0.0), (inf, pi / 4), (inf, nan), (inf, nan), (nan, nan), (nan, nan), (nan, nan), (nan, nan), (inf, nan),
        (nan, nan),
    ),
    'sinh': (
        None, (inf, -inf), (-inf, -0.0), (-inf, 0.0), (inf, inf), None, (inf, nan), None, None, None, None, None, None,
        (nan, nan), None, None, None, None, None, None, (0.0, nan), None, None, None, None, None, None, (0.0, nan),
        None, None, None, None, None, None, (nan, nan), None, (-inf, -inf), (inf, -0.0), (inf, 0.0), (-inf, inf), None,
        (inf, nan), (nan, nan), (nan, nan), (nan, -0.0), (nan, 0.0), (nan, nan), (nan, nan), (nan, nan),
    ),
    'sqrt': (
        (inf, -inf), (0.0, -inf), (0.0, -inf), (0.0, inf), (0.0, inf), (inf, inf), (nan, inf), (inf, -inf), None, None,
        None, None, (inf, inf), (nan, nan), (inf, -inf), None, None, None, None, (inf, inf), (nan, nan), (inf, -inf),
        None, None, None, None, (inf, inf), (nan, nan), (inf, -inf), None, None, None, None, (inf, inf), (nan, nan),
        (inf, -inf), (inf, -0.0), (inf, -0.0), (inf, 0.0), (inf, 0.0), (inf, inf), (inf, nan), (inf, -inf), (nan, nan),
        (nan, nan), (nan, nan), (nan, nan), (inf, inf), (nan, nan),
    ),
    'tanh': (
        (-1.0, 0.0), (-1.0, 0.0), (-1.0, -0.0), (-1.0, 0.0), (-1.0, -0.0), (-1.0, 0.0), (-1.0, 0.0), None, None, None,
        None, None, None, (nan, nan), None, None, None, None, None, None, (nan, nan), None, None, None, None, None,
        None, (nan, nan), None, None, None, None, None, None, (nan, nan), (1.0, 0.0), (1.0, 0.0), (1.0, -0.0),
        (1.0, 0.0), (1.0, -0.0), (1.0, 0.0), (1.0, 0.0), (nan, nan), (nan, nan), (nan, -0.0), (nan, 0.0), (nan, nan),
        (nan, nan), (nan, nan),
    ),
    'rect': (
        None, (inf, inf), (-inf, 0.0), (-inf, -0.0), (inf, -inf), None, (inf, nan), None, None, None, None, None, None,
        (nan, nan), (0.0, 0.0), None, None, None, None, (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), None, None, None, None,
        (0.0, 0.0), (0.0, 0.0), None, None, None, None, None, None, (nan, nan), None, (-inf, -inf), (inf, -0.0),
        (inf, 0.0), (-inf, inf), None, (inf, nan), (nan, nan), (nan, nan), (nan, 0.0), (nan, 0.0), (nan, nan),
        (nan, nan), (nan, nan),
    ),
}


def _kind(x):
    if _isnan(x):
        return 6
    negative = _copysign(1.0, x) < 0.0
    if _isinf(x):
        return 0 if negative else 5
    if x == 0.0:
        return 2 if negative else 3
    return 1 if negative else 4


def _special(name, x, y):
    found = _SPECIAL[name][7 * _kind(x) + _kind(y)]
    if found is None:
        raise ValueError('math domain error')
    return complex(*found)


def _parts(z):
    """The parts of what stands for a complex number."""
    kind = type(z)
    if kind is not complex:
        if isinstance(z, (str, bytes, bytearray)) or not (
            isinstance(z, complex) or hasattr(kind, '__complex__') or hasattr(kind, '__float__')
            or hasattr(kind, '__index__')
        ):
            raise TypeError(f'must be real number, not {kind.__name__}')
        z = complex(z)
    return z.real, z.imag


def _hypot(x, y):
    try:
        return abs(complex(x, y))
    except OverflowError:
        return inf


def _ranged(x, y):
    if _isinf(x) or _isinf(y):
        raise OverflowError('math range error')
    return complex(x, y)


def _over(function, x):
    """A function of a finite number that may leave the range of floats."""
    try:
        return function(x)
    except OverflowError:
        return -inf if function is _sinh and x < 0.0 else inf


def _sqrt_parts(x, y):
    if not (_isfinite(x) and _isfinite(y)):
        z = _special('sqrt', x, y)
        return z.real, z.imag
    if x == 0.0 and y == 0.0:
        return 0.0, y
    ax, ay = abs(x), abs(y)
    if ax < _SMALL and ay < _SMALL:
        ax = _ldexp(ax, 53)
        s = _ldexp(_sqrt(ax + _hypot(ax, _ldexp(ay, 53))), -27)
    else:
        ax /= 8.0
        s = 2.0 * _sqrt(ax + _hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    if x >= 0.0:
        return s, _copysign(d, y)
    return d, _copysign(s, y)


def sqrt(z, /):
    """Give the square root of z."""
    return complex(*_sqrt_parts(*_parts(z)))


def acos(z, /):
    """Give the arc cosine of z."""
    x, y = _parts(z)
    if not (_isfinite(x) and _isfinite(y)):
        return _special('acos', x, y)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        size = _log(_hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0
        return complex(_atan2(abs(y), x), -_copysign(size, y) if x < 0.0 else _copysign(size, -y))
    a, b = _sqrt_parts(1.0 - x, -y)
    c, d = _sqrt_parts(1.0 + x, y)
    return complex(2.0 * _atan2(a, c), _asinh(c * b - d * a))


def acosh(z, /):
    """Give the inverse hyperbolic cosine of z."""
    x, y = _parts(z)
    if not (_isfinite(x) and _isfinite(y)):
        return _special('acosh', x, y)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        return complex(_log(_hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0, _atan2(y, x))
    a, b = _sqrt_parts(x - 1.0, y)
    c, d = _sqrt_parts(x + 1.0, y)
    return complex(_asinh(a * c + b * d), 2.0 * _atan2(b, c))


def _asinh_parts(x, y):
    if not (_isfinite(x) and _isfinite(y)):
        z = _special('asinh', x, y)
        return z.real, z.imag
    if abs(x) > _LARGE or abs(y) > _LARGE:
        size = _log(_hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0
        return (_copysign(size, x) if y >= 0.0 else -_copysign(size, -x)), _atan2(y, abs(x))
    a, b = _sqrt_parts(1.0 + y, -x)
    c, d = _sqrt_parts(1.0 - y, x)
    return _asinh(a * d - c * b), _atan2(y, a * c - b * d)


def asinh(z, /):
    """Give the inverse hyperbolic sine of z."""
    return complex(*_asinh_parts(*_parts(z)))


def asin(z, /):
    """Give the arc sine of z."""
    x, y = _parts(z)
    a, b = _asinh_parts(-y, x)
    return complex(b, -a)


def _atanh_parts(x, y):
    if not (_isfinite(x) and _isfinite(y)):
        z = _special('atanh', x, y)
        return z.real, z.imag
    if _copysign(1.0, x) < 0.0:
        a, b = _atanh_parts(-x, -y)
        return -a, -b
    ay = abs(y)
    if x > _SQRT_LARGE or ay > _SQRT_LARGE:
        h = _hypot(x / 2.0, y / 2.0)
        return x / 4.0 / h / h, -_copysign(pi / 2.0, -y)
    if x == 1.0 and ay < _SQRT_SMALL:
        if ay == 0.0:
            raise ValueError('math domain error')
        return -_log(_sqrt(ay) / _sqrt(_hypot(ay, 2.0))), _copysign(_atan2(2.0, -ay) / 2, y)
    return (
        _log1p(4.0 * x / ((1 - x) * (1 - x) + ay * ay)) / 4.0,
        -_atan2(-2.0 * y, (1 - x) * (1 + x) - ay * ay) / 2.0,
    )


def atanh(z, /):
    """Give the inverse hyperbolic tangent of z."""
    return complex(*_atanh_parts(*_parts(z)))


def atan(z, /):
    """Give the arc tangent of z."""
    x, y = _parts(z)
    a, b = _atanh_parts(-y, x)
    return complex(b, -a)


def _cosh_of(x, y):
    if not (_isfinite(x) and _isfinite(y)):
        if _isinf(x) and _isfinite(y) and y != 0.0:
            imag = _copysign(inf, _sin(y))
            return complex(_copysign(inf, _cos(y)), imag if x > 0.0 else -imag)
        return _special('cosh', x, y)
    if abs(x) > _LOG_LARGE:
        less = x - _copysign(1.0, x)
        return _ranged(_cos(y) * _over(_cosh, less) * e, _sin(y) * _over(_sinh, less) * e)
    return _ranged(_cos(y) * _cosh(x), _sin(y) * _sinh(x))


def cosh(z, /):
    """Give the hyperbolic cosine of z."""
    return _cosh_of(*_parts(z))


def cos(z, /):
    """Give the cosine of z."""
    x, y = _parts(z)
    return _cosh_of(-y, x)


def _sinh_of(x, y):
    if not (_isfinite(x) and _isfinite(y)):
        if _isinf(x) and _isfinite(y) and y != 0.0:
            real = _copysign(inf, _cos(y))
            return complex(real if x > 0.0 else -real, _copysign(inf, _sin(y)))
        return _special('sinh', x, y)
    if abs(x) > _LOG_LARGE:
        less = x - _copysign(1.0, x)
        return _ranged(_cos(y) * _over(_sinh, less) * e, _sin(y) * _over(_cosh, less) * e)
    return _ranged(_cos(y) * _sinh(x), _sin(y) * _cosh(x))


def sinh(z, /):
    """Give the hyperbolic sine of z."""
    return _sinh_of(*_parts(z))


def sin(z, /):
    """Give the sine of z."""
    x, y = _parts(z)
    turned = _sinh_of(-y, x)
    return complex(turned.imag, -turned.real)


def _tanh_of(x, y):
    if not (_isfinite(x) and _isfinite(y)):
        if _isinf(x) and _isfinite(y) and y != 0.0:
            return complex(_copysign(1.0, x), _copysign(0.0, 2.0 * _sin(y) * _cos(y)))
        return _special('tanh', x, y)
    if abs(x) > _LOG_LARGE:
        return complex(_copysign(1.0, x), 4.0 * _sin(y) * _cos(y) * _exp(-2.0 * abs(x)))
    tx, ty = _tanh(x), _tan(y)
    cx = 1.0 / _cosh(x)
    txty = tx * ty
    denom = 1.0 + txty * txty
    return complex(tx * (1.0 + ty * ty) / denom, ((ty / denom) * cx) * cx)


def tanh(z, /):
    """Give the hyperbolic tangent of z."""
    return _tanh_of(*_parts(z))


def tan(z, /):
    """Give the tangent of z."""
    x, y = _parts(z)
    turned = _tanh_of(-y, x)
    return complex(turned.imag, -turned.real)


def exp(z, /):
    """Give the exponential value e**z."""
    x, y = _parts(z)
    if not (_isfinite(x) and _isfinite(y)):
        if _isinf(x) and _isfinite(y) and y != 0.0:
            size = inf if x > 0.0 else 0.0
            return complex(_copysign(size, _cos(y)), _copysign(size, _sin(y)))
        return _special('exp', x, y)
    if x > _LOG_LARGE:
        size = _over(_exp, x - 1.0)
        return _ranged(size * _cos(y) * e, size * _sin(y) * e)
    size = _exp(x)
    return _ranged(size * _cos(y), size * _sin(y))


def _log_of(x, y):
    if not (_isfinite(x) and _isfinite(y)):
        return _special('log', x, y)
    ax, ay = abs(x), abs(y)
    if ax > _LARGE or ay > _LARGE:
        real = _log(_hypot(ax / 2.0, ay / 2.0)) + _LN2
    elif ax < _SMALL and ay < _SMALL:
        if ax == 0.0 and ay == 0.0:
            raise ValueError('math domain error')
        real = _log(_hypot(_ldexp(ax, 53), _ldexp(ay, 53))) - 53 * _LN2
    else:
        h = _hypot(ax, ay)
        if 0.71 <= h <= 1.73:
            am, an = (ax, ay) if ax > ay else (ay, ax)
            real = _log1p((am - 1) * (am + 1) + an * an) / 2.0
        else:
            real = _log(h)
    return complex(real, _atan2(y, x))


def log(z, base=None, /):
    """The logarithm of z, to base e or to another."""
    result = _log_of(*_parts(z))
    if base is None:
        return result
    try:
        return result / _log_of(*_parts(base))
    except ZeroDivisionError:
        raise ValueError('math domain error') from None


def log10(z, /):
    """Give the base-10 logarithm of z."""
    result = _log_of(*_parts(z))
    return complex(result.real / _LN10, result.imag / _LN10)


def phase(z, /):
    """Give argument, also known as the phase angle, of a complex."""
    x, y = _parts(z)
    result = _atan2(y, x)
    if result == 0.0 and y != 0.0 and _isfinite(x):
        raise OverflowError('math range error')
    return result


def polar(z, /):
    """How far z is from 0, and in which direction."""
    x, y = _parts(z)
    size = _hypot(x, y)
    if _isinf(size) and _isfinite(x) and _isfinite(y):
        raise OverflowError('math range error')
    return size, _atan2(y, x)


def _real(x):
    kind = type(x)
    if isinstance(x, (complex, str, bytes, bytearray)) or not (
        hasattr(kind, '__float__') or hasattr(kind, '__index__')
    ):
        raise TypeError(f'must be real number, not {kind.__name__}')
    return float(x)


def rect(r, phi, /):
    """The number that is so far from 0 in a direction."""
    r, phi = _real(r), _real(phi)
    if not (_isfinite(r) and _isfinite(phi)):
        if _isinf(r) and _isfinite(phi) and phi != 0.0:
            real, imag = _copysign(inf, _cos(phi)), _copysign(inf, _sin(phi))
            return complex(real, imag) if r > 0 else complex(-real, -imag)
        return _special('rect', r, phi)
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * _cos(phi), r * _sin(phi))


def isfinite(z, /):
    """Give True if both the real and imaginary parts of z are finite, else False."""
    x, y = _parts(z)
    return _isfinite(x) and _isfinite(y)


def isinf(z, /):
    """Whether a part of z is infinite."""
    x, y = _parts(z)
    return _isinf(x) or _isinf(y)


def isnan(z, /):
    """Whether a part of z is no number."""
    x, y = _parts(z)
    return _isnan(x) or _isnan(y)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Whether two numbers are nearly the same."""
    a, b = complex(*_parts(a)), complex(*_parts(b))
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    apart = abs(a - b)
    return apart <= rel_tol * abs(b) or apart <= rel_tol * abs(a) or apart <= abs_tol
