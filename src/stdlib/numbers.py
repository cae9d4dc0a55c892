"""The tower of numbers: abstract base classes from Number down to Integral."""
from abc import ABCMeta, abstractmethod

__all__ = ['Number', 'Complex', 'Real', 'Rational', 'Integral']


def _abstract(owner, meanings):
    """Abstract methods of a class by name, each with what it stands for: of two operands where that names another."""

    def declare(name, meaning):
        if 'other' in meaning:
            def method(self, other):
                raise NotImplementedError
        else:
            def method(self):
                raise NotImplementedError
        method.__name__ = name
        method.__qualname__ = f'{owner}.{name}'
        method.__doc__ = meaning
        return abstractmethod(method)

    return {name: declare(name, meaning) for name, meaning in meanings.items()}


class Number(metaclass=ABCMeta):
    """Any number."""

    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """A number with a real and an imaginary part."""

    __slots__ = ()

    vars().update(_abstract('Complex', {
        '__eq__': 'self == other',
        '__add__': 'self + other', '__radd__': 'other + self',
        '__mul__': 'self * other', '__rmul__': 'other * self',
        '__truediv__': 'self / other', '__rtruediv__': 'other / self',
        '__neg__': '-self', '__pos__': '+self', '__abs__': 'The distance from 0.',
        'conjugate': 'The number with the opposite sign of the imaginary part.',
        'real': 'The real part.', 'imag': 'The imaginary part.',
    }))
    real = property(real)
    imag = property(imag)

    @abstractmethod
    def __complex__(self):
        """complex(self)"""

    @abstractmethod
    def __pow__(self, exponent):
        """self ** exponent"""
        raise NotImplementedError

    @abstractmethod
    def __rpow__(self, base):
        """base ** self"""
        raise NotImplementedError

    def __bool__(self):
        """self != 0"""
        return self != 0

    def __rsub__(self, other):
        """other - self"""
        return -self + other

    def __sub__(self, other):
        """self - other"""
        return self + -other


class Real(Complex):
    """A number on a line: with an order, and parts that floor and round."""

    __slots__ = ()

    vars().update(_abstract('Real', {
        '__float__': 'float(self)',
        '__trunc__': 'The integer next to it towards 0.',
        '__floor__': 'The greatest integer not above it.',
        '__ceil__': 'The least integer not below it.',
        '__floordiv__': 'self // other', '__rfloordiv__': 'other // self',
        '__mod__': 'self % other', '__rmod__': 'other % self',
        '__lt__': 'self < other', '__le__': 'self <= other',
    }))

    @abstractmethod
    def __round__(self, ndigits=None):
        """The nearest integer, or number of ndigits."""
        raise NotImplementedError

    def __divmod__(self, other):
        """divmod(self, other)"""
        return self // other, self % other

    def __rdivmod__(self, other):
        """divmod(other, self)"""
        return other // self, other % self

    def __complex__(self):
        """complex(self)"""
        return complex(float(self))

    def conjugate(self):
        """The number itself."""
        return +self

    real = property(conjugate)

    @property
    def imag(self):
        """0"""
        return 0


class Rational(Real):
    """A quotient of integers, in lowest terms."""

    __slots__ = ()

    vars().update(_abstract('Rational', {'numerator': 'What is divided.', 'denominator': 'What it is divided by.'}))
    numerator = property(numerator)
    denominator = property(denominator)

    def __float__(self):
        """float(self)"""
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """An integer: with powers modulo another, and bits."""

    __slots__ = ()

    vars().update(_abstract('Integral', {
        '__int__': 'int(self)',
        '__invert__': '~self',
        '__lshift__': 'self << other', '__rlshift__': 'other << self',
        '__rshift__': 'self >> other', '__rrshift__': 'other >> self',
        '__and__': 'self & other', '__rand__': 'other & self',
        '__xor__': 'self ^ other', '__rxor__': 'other ^ self',
        '__or__': 'self | other', '__ror__': 'other | self',
    }))

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        """pow(self, exponent, modulus)"""
        raise NotImplementedError

    def __index__(self):
        """The integer as an index."""
        return int(self)

    def __float__(self):
        """float(self)"""
        return float(int(self))

    @property
    def numerator(self):
        """The integer itself."""
        return +self

    @property
    def denominator(self):
        """1"""
        return 1


for _kind, _built_in in ((Complex, complex), (Real, float), (Integral, int)):
    _kind.register(_built_in)
del _kind, _built_in
