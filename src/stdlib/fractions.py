"""Rational numbers."""
import math
import operator
import sys
from numbers import Complex, Rational, Real

__all__ = ['Fraction']

_HASH_MODULUS = sys.hash_info.modulus
_HASH_INF = sys.hash_info.inf


def _digits(text, at):
    """The end of digits, with single underscores between them; `at` itself where there are none."""
    end = at
    while end < len(text) and (text[end].isdecimal() or text[end] == '_' and end > at and text[end - 1] != '_'
                               and end + 1 < len(text) and text[end + 1].isdecimal()):
        end += 1
    return end


def _parse(text):
    """Numerator and denominator that a text means; None where it means none."""
    stripped = text.strip()
    sign, at = 1, 0
    if stripped[:1] in ('+', '-'):
        sign, at = (-1 if stripped[0] == '-' else 1), 1
    end = _digits(stripped, at)
    num = stripped[at:end].replace('_', '')
    at = end
    rest = stripped[at:].lstrip()
    if rest[:1] == '/' and num:
        rest = rest[1:].lstrip()
        if not rest or _digits(rest, 0) != len(rest):
            return None
        return sign * int(num), int(rest.replace('_', ''))
    decimal = ''
    if stripped[at:at + 1] == '.':
        end = _digits(stripped, at + 1)
        decimal = stripped[at + 1:end].replace('_', '')
        at = end
    if not num and not decimal:
        return None
    exponent = 0
    if stripped[at:at + 1] in ('e', 'E') and at < len(stripped):
        start = at + 1
        negative = stripped[start:start + 1] == '-'
        if stripped[start:start + 1] in ('+', '-'):
            start += 1
        end = _digits(stripped, start)
        if end == start:
            return None
        exponent = int(stripped[start:end].replace('_', ''))
        exponent = -exponent if negative else exponent
        at = end
    if at != len(stripped):
        return None
    numerator = int(num or '0')
    denominator = 1
    if decimal:
        scale = 10 ** len(decimal)
        numerator = numerator * scale + int(decimal)
        denominator = scale
    if exponent >= 0:
        numerator *= 10 ** exponent
    else:
        denominator *= 10 ** -exponent
    return sign * numerator, denominator


def _round_to_exponent(n, d, exponent, no_neg_zero=False):
    """n/d to the nearest multiple of 10**exponent, as sign and significand; ties go to even."""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    # The magnitude alone is rounded: ties to even are the same on both sides of 0.
    significand, rest = divmod(abs(n), d)
    rest *= 2
    if rest > d or rest == d and significand % 2:
        significand += 1
    return n < 0 and not (no_neg_zero and not significand), significand


def _round_to_figures(n, d, figures):
    """n/d to a number of significant figures, as sign, significand and exponent."""
    if not n:
        return False, 0, 1 - figures
    # As texts the two show which is greater once they are of one length.
    top, bottom = str(abs(n)), str(d)
    exponent = len(top) - len(bottom) + (top >= bottom) - figures
    negative, significand = _round_to_exponent(n, d, exponent)
    if significand >= 10 ** figures:
        # 9.99 became 10.0: a figure too many.
        return negative, significand // 10, exponent + 1
    return negative, significand, exponent


def _number_end(spec, at):
    """The end of a number without needless zeros at its beginning."""
    if spec[at:at + 1] == '0':
        return at + 1
    while at < len(spec) and spec[at].isdecimal():
        at += 1
    return at


def _parse_spec(spec, general):
    """The parts of a format specification; None where it is wrong."""
    parts = {
        'fill': ' ', 'align': '', 'sign': '', 'no_neg_zero': False, 'alt': False, 'zeropad': False, 'width': 0,
        'sep': '', 'precision': None, 'type': '',
    }
    at = 0
    if len(spec) > 1 and spec[1] in '<>=^':
        parts['fill'], parts['align'], at = spec[0], spec[1], 2
    elif spec[:1] and spec[0] in '<>=^':
        parts['align'], at = spec[0], 1
    if spec[at:at + 1] and spec[at] in '-+ ':
        parts['sign'] = spec[at]
        at += 1
    if not general and spec[at:at + 1] == 'z':
        parts['no_neg_zero'] = True
        at += 1
    if spec[at:at + 1] == '#':
        parts['alt'] = True
        at += 1
    if spec[at:at + 1] == '0' and spec[at + 1:at + 2].isdecimal():
        parts['zeropad'] = True
        at += 1
    end = _number_end(spec, at)
    if end > at:
        parts['width'] = int(spec[at:end])
    at = end
    if spec[at:at + 1] and spec[at] in ',_':
        parts['sep'] = spec[at]
        at += 1
    if not general:
        if spec[at:at + 1] == '.':
            end = _number_end(spec, at + 1)
            if end == at + 1:
                return None
            parts['precision'] = int(spec[at + 1:end])
            at = end
        if spec[at:at + 1] and spec[at] in 'eEfFgG%':
            parts['type'] = spec[at]
            at += 1
        else:
            return None
    return parts if at == len(spec) else None


def _padded(sign, body, parts):
    padding = parts['fill'] * (parts['width'] - len(sign) - len(body))
    align = parts['align'] or '>'
    if align == '>':
        return padding + sign + body
    if align == '<':
        return sign + body + padding
    if align == '^':
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return sign + padding + body


def _product(na, da, nb, db):
    """na/da * nb/db in lowest terms, where each of the two is."""
    across, back = math.gcd(na, db), math.gcd(nb, da)
    return (na // across) * (nb // back), (da // back) * (db // across)


def _toward_zero(a):
    """The integer next to a fraction on the side of 0."""
    whole = abs(a._numerator) // a._denominator
    return -whole if a._numerator < 0 else whole


def _comparison(op, sign):
    """The method for an order."""

    def compare(a, b):
        return a._richcmp(b, op)

    compare.__name__ = f'__{op.__name__}__'
    compare.__qualname__ = f'Fraction.{compare.__name__}'
    compare.__doc__ = f'a {sign} b'
    return compare


def _operators(monomorphic, fallback, handle_complex=True):
    """An operator and its reflection, from the one for fractions and the one for all numbers."""

    def forward(a, b):
        if isinstance(b, Fraction):
            return monomorphic(a, b)
        if isinstance(b, int):
            return monomorphic(a, Fraction(b))
        if isinstance(b, float):
            return fallback(float(a), b)
        if handle_complex and isinstance(b, complex):
            return fallback(float(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, Rational):
            return monomorphic(Fraction(a), b)
        if isinstance(a, Real):
            return fallback(float(a), float(b))
        if handle_complex and isinstance(a, Complex):
            return fallback(complex(a), float(b))
        return NotImplemented

    name = fallback.__name__.strip('_')
    forward.__name__ = f'__{name}__'
    reverse.__name__ = f'__r{name}__'
    forward.__qualname__ = f'Fraction.{forward.__name__}'
    reverse.__qualname__ = f'Fraction.{reverse.__name__}'
    forward.__doc__ = monomorphic.__doc__
    reverse.__doc__ = monomorphic.__doc__
    return forward, reverse


class Fraction(Rational):
    """A quotient of two integers in lowest terms, from integers, a text, a float or another number."""

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super(Fraction, cls).__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, float) or (
                hasattr(numerator, 'as_integer_ratio') and not isinstance(numerator, (type, str))
            ):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError('argument should be a string or a Rational instance')
            parsed = _parse(numerator)
            if parsed is None:
                raise ValueError(f'Invalid literal for Fraction: {numerator!r}')
            numerator, denominator = parsed
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, Rational) and isinstance(denominator, Rational):
            numerator, denominator = (
                numerator.numerator * denominator.denominator,
                denominator.numerator * numerator.denominator,
            )
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        g = math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        self._numerator = numerator // g
        self._denominator = denominator // g
        return self

    @classmethod
    def from_float(cls, f):
        """The fraction that a float is, exactly."""
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls._from_coprime_ints(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The fraction that a Decimal is, exactly."""
        from decimal import Decimal
        if isinstance(dec, int):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(
                f'{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})'
            )
        return cls._from_coprime_ints(*dec.as_integer_ratio())

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        """A fraction in lowest terms, taken as it is."""
        made = super(Fraction, cls).__new__(cls)
        made._numerator, made._denominator = numerator, denominator
        return made

    def is_integer(self):
        """Whether it is an integer."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """Numerator and denominator, the latter positive."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is no greater."""
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Two quotients on either side, which continued fractions bring nearer and nearer.
        low, high = (0, 1), (1, 0)
        n, d = self._numerator, self._denominator
        while low[1] + n // d * high[1] <= max_denominator:
            whole, rest = divmod(n, d)
            low, high = high, (low[0] + whole * high[0], low[1] + whole * high[1])
            n, d = d, rest
        steps = (max_denominator - low[1]) // high[1]
        between = low[0] + steps * high[0], low[1] + steps * high[1]
        nearer = high if 2 * d * between[1] <= self._denominator else between
        return Fraction._from_coprime_ints(*nearer)

    numerator = property(lambda a: a._numerator)
    denominator = property(lambda a: a._denominator)

    def __repr__(self):
        """repr(self)"""
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        """str(self)"""
        if self._denominator == 1:
            return str(self._numerator)
        return f'{self._numerator}/{self._denominator}'

    def __format__(self, format_spec, /):
        """The number as a quotient, or as a decimal fraction."""
        parts = _parse_spec(format_spec, True)
        if parts is not None and not parts['zeropad']:
            n, d = self._numerator, self._denominator
            body = f'{abs(n):{parts["sep"]}}'
            if d > 1 or parts['alt']:
                body += f'/{d:{parts["sep"]}}'
            sign = '-' if n < 0 else '' if parts['sign'] in ('', '-') else parts['sign']
            return _padded(sign, body, parts)
        parts = _parse_spec(format_spec, False)
        if parts is None or parts['zeropad'] and parts['align']:
            raise ValueError(
                f'Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}'
            )
        return self._format_float_style(parts)

    def _format_float_style(self, parts):
        kind = parts['type']
        precision = 6 if parts['precision'] is None else parts['precision']
        zeropad = parts['zeropad']
        trim_zeros = kind in 'gG' and not parts['alt']
        trim_point = not parts['alt']
        exponent_indicator = 'E' if kind in 'EFG' else 'e'
        if kind in 'fF%':
            exponent = -precision
            if kind == '%':
                exponent -= 2
            negative, significand = _round_to_exponent(
                self._numerator, self._denominator, exponent, parts['no_neg_zero'],
            )
            scientific = False
            point_pos = precision
        else:
            figures = max(precision, 1) if kind in 'gG' else precision + 1
            negative, significand, exponent = _round_to_figures(self._numerator, self._denominator, figures)
            scientific = kind in 'eE' or exponent > 0 or exponent + figures <= -4
            point_pos = figures - 1 if scientific else -exponent
        suffix = '%' if kind == '%' else f'{exponent_indicator}{exponent + point_pos:+03d}' if scientific else ''
        digits = f'{significand:0{point_pos + 1}d}'
        split = len(digits) - point_pos
        leading, decimals = digits[:split], digits[split:]
        if trim_zeros:
            decimals = decimals.rstrip('0')
        point = '' if trim_point and not decimals else '.'
        trailing = f'{point}{decimals}{suffix}'
        sign = '-' if negative else parts['sign'].replace('-', '')
        sep = parts['sep']
        if zeropad:
            min_leading = parts['width'] - len(sign) - len(trailing)
            leading = leading.zfill(3 * min_leading // 4 + 1 if sep else min_leading)
        if sep:
            first_pos = 1 + (len(leading) - 1) % 3
            leading = leading[:first_pos] + ''.join(
                sep + leading[pos:pos + 3] for pos in range(first_pos, len(leading), 3)
            )
        return _padded(sign, leading + trailing, parts)

    def _add(a, b):
        """a + b"""
        (na, da), (nb, db) = a.as_integer_ratio(), b.as_integer_ratio()
        g = math.gcd(da, db)
        left, right = da // g, db // g
        n = na * right + nb * left
        # What the sum can have in common with its denominator is in g.
        common = math.gcd(n, g)
        return Fraction._from_coprime_ints(n // common, left * (db // common))

    __add__, __radd__ = _operators(_add, operator.add)

    def _sub(a, b):
        """a - b"""
        return a + Fraction._from_coprime_ints(-b._numerator, b._denominator)

    __sub__, __rsub__ = _operators(_sub, operator.sub)

    def _mul(a, b):
        """a * b"""
        return Fraction._from_coprime_ints(*_product(a._numerator, a._denominator, b._numerator, b._denominator))

    __mul__, __rmul__ = _operators(_mul, operator.mul)

    def _div(a, b):
        """a / b"""
        nb, db = b._numerator, b._denominator
        if nb == 0:
            raise ZeroDivisionError(f'Fraction({db}, 0)')
        n, d = _product(a._numerator, a._denominator, db, nb)
        return Fraction._from_coprime_ints(*((-n, -d) if d < 0 else (n, d)))

    __truediv__, __rtruediv__ = _operators(_div, operator.truediv)

    def _over_one(a, b):
        """The numerators of two numbers over a denominator of both, and that."""
        da, db = a.denominator, b.denominator
        return a.numerator * db, b.numerator * da, da * db

    def _mod(a, b):
        """a % b"""
        first, second, below = Fraction._over_one(a, b)
        return Fraction(first % second, below)

    __mod__, __rmod__ = _operators(_mod, operator.mod, False)

    def _divmod(a, b):
        """divmod(a, b)"""
        first, second, below = Fraction._over_one(a, b)
        whole, rest = divmod(first, second)
        return whole, Fraction(rest, below)

    __divmod__, __rdivmod__ = _operators(_divmod, divmod, False)

    def _floordiv(a, b):
        """a // b"""
        first, second, _ = Fraction._over_one(a, b)
        return first // second

    __floordiv__, __rfloordiv__ = _operators(_floordiv, operator.floordiv, False)

    def __pow__(a, b):
        """a ** b: a fraction where b is an integer, else a float or complex number."""
        if isinstance(b, Rational):
            if b.denominator == 1:
                power = b.numerator
                if power >= 0:
                    return Fraction._from_coprime_ints(a._numerator ** power, a._denominator ** power)
                if a._numerator > 0:
                    return Fraction._from_coprime_ints(a._denominator ** -power, a._numerator ** -power)
                if a._numerator == 0:
                    raise ZeroDivisionError(f'Fraction({a._denominator ** -power}, 0)')
                return Fraction._from_coprime_ints((-a._denominator) ** -power, (-a._numerator) ** -power)
            return float(a) ** float(b)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a):
        """a ** b"""
        whole = b._denominator == 1
        if isinstance(a, Rational) and not (whole and b._numerator >= 0):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** (b._numerator if whole else float(b))

    def __abs__(a):
        """The distance from 0"""
        return Fraction._from_coprime_ints(abs(a._numerator), a._denominator)

    def __neg__(a):
        """The number on the other side of 0"""
        return Fraction._from_coprime_ints(-a._numerator, a._denominator)

    def __pos__(a):
        """The number itself, as a Fraction"""
        return Fraction._from_coprime_ints(*a.as_integer_ratio())

    def __int__(a, _index=operator.index):
        """The number without what is after the point, as an int"""
        return _index(_toward_zero(a))

    def __trunc__(a):
        """The number without what is after the point"""
        return _toward_zero(a)

    def __ceil__(a):
        """The least integer that is no less"""
        return -(-a._numerator // a._denominator)

    def __floor__(a):
        """The greatest integer that is no greater"""
        return a._numerator // a._denominator

    def __round__(self, ndigits=None):
        """round(self, ndigits): ties go to even."""
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            beyond = 2 * rest - self._denominator
            return floor + (beyond > 0 or beyond == 0 and floor % 2)
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        """hash(self): that of an equal number of another type."""
        try:
            dinv = pow(self._denominator, -1, _HASH_MODULUS)
        except ValueError:
            hash_ = _HASH_INF
        else:
            hash_ = hash(hash(abs(self._numerator)) * dinv)
        result = hash_ if self._numerator >= 0 else -hash_
        return -2 if result == -1 else result

    def __eq__(a, b):
        """a == b"""
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return a == a.from_float(b) if math.isfinite(b) else 0.0 == b
        return NotImplemented

    def _richcmp(self, other, op):
        if isinstance(other, Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return op(self, self.from_float(other)) if math.isfinite(other) else op(0.0, other)
        return NotImplemented

    __lt__, __gt__, __le__, __ge__ = map(
        _comparison, (operator.lt, operator.gt, operator.le, operator.ge), ('<', '>', '<=', '>='),
    )

    def __bool__(a):
        """Whether it is not 0"""
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def _copied(self):
        return self if type(self) == Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self._copied()

    def __copy__(self):
        return self._copied()
