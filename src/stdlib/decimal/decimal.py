"""Decimal numbers: exact where floats are not, with as many digits and as much care in rounding as one asks for."""

import contextvars
from _decimal import (MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, Decimal, _Context, _set_up, getcontext)
from collections import namedtuple
from collections.abc import MutableMapping
from numbers import Number

__version__ = "1.70"
__libmpdec_version__ = "2.5.1"
HAVE_THREADS = True
HAVE_CONTEXTVAR = True

_ROUNDINGS = ("ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN",
              "ROUND_HALF_EVEN", "ROUND_05UP")
globals().update((_name, _name) for _name in _ROUNDINGS)
ROUND_HALF_EVEN, ROUND_HALF_UP = "ROUND_HALF_EVEN", "ROUND_HALF_UP"

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent")
DecimalTuple.__module__ = "decimal"
Number.register(Decimal)


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


# The bits that stand for the signals, in the order in which they are shown. An invalid operation has several.
_BITS = {InvalidOperation: 0x19A, FloatOperation: 0x8000, DivisionByZero: 4, Overflow: 0x800, Underflow: 0x4000,
         Subnormal: 0x2000, Inexact: 0x40, Rounded: 0x1000, Clamped: 1}
_VALID = ("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, "
          "Subnormal, Inexact, Rounded,\n   Clamped]")


class SignalDict(MutableMapping):
    """The signals of a context, and whether each is set."""

    __slots__ = ("_context", "_attribute")

    def __init__(self, context, attribute):
        self._context, self._attribute = context, attribute

    def _bit(self, signal):
        try:
            return _BITS[signal]
        except (KeyError, TypeError):
            raise KeyError(_VALID) from None

    def _get(self):
        return getattr(self._context, self._attribute)

    def __getitem__(self, signal):
        return bool(self._get() & self._bit(signal))

    def __setitem__(self, signal, value):
        bit = self._bit(signal)
        setattr(self._context, self._attribute, self._get() | bit if value else self._get() & ~bit)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_BITS)

    def __len__(self):
        return len(_BITS)

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return dict(self) == dict(other)
        return dict(self) == other if isinstance(other, dict) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return "{" + ", ".join(f"{signal!r}:{value!r}" for signal, value in self.items()) + "}"

    def copy(self):
        """The signals as a dictionary."""
        return dict(self)


def _bits_of(signals):
    """The bits of a list of signals, or of a mapping that has all of them."""
    if isinstance(signals, (list, tuple)):
        try:
            bits = 0
            for signal in signals:
                bits |= _BITS[signal]
            return bits
        except (KeyError, TypeError):
            raise KeyError(_VALID) from None
    if isinstance(signals, (dict, SignalDict)):
        if len(signals) != len(_BITS) or any(signal not in signals for signal in _BITS):
            raise KeyError("invalid signal dict")
        return sum(bit for signal, bit in _BITS.items() if signals[signal])
    raise TypeError("argument must be a signal dict")


def _signals(bits):
    return [signal for signal, bit in _BITS.items() if bits & bit]


class Context(_Context):
    """The context affects almost all operations and controls rounding, over/underflow, raising of exceptions and more."""

    __slots__ = ()

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        settings = {"prec": prec, "rounding": rounding, "Emin": Emin, "Emax": Emax, "capitals": capitals, "clamp": clamp}
        default = globals().get("DefaultContext")
        for name, value in settings.items():
            if value is not None:
                setattr(self, name, value)
            elif default is not None:
                setattr(self, name, getattr(default, name))
        if traps is not None:
            self._traps = _bits_of(traps)
        elif default is not None:
            self._traps = default._traps
        if flags is not None:
            self._flags = _bits_of(flags)

    def __setattr__(self, name, value):
        if name in ("flags", "traps"):
            super().__setattr__("_" + name, _bits_of(value))
        elif hasattr(type(self), name):
            super().__setattr__(name, value)
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")

    def __delattr__(self, name):
        if hasattr(self, name):
            raise AttributeError("context attributes cannot be deleted")
        super().__delattr__(name)

    @property
    def flags(self):
        return SignalDict(self, "_flags")

    @property
    def traps(self):
        return SignalDict(self, "_traps")

    def clear_flags(self):
        """Reset all flags to False."""
        self._flags = 0

    def clear_traps(self):
        """Set all traps to False."""
        self._traps = 0

    def copy(self):
        """The same settings, with no flag raised."""
        return self._twin()._with_flags(self._flags)

    __copy__ = copy

    def _with_flags(self, flags):
        self._flags = flags
        return self

    def _twin(self):
        """The same settings, and no flags."""
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, [],
                       _signals(self._traps))

    def __repr__(self):
        def names(bits):
            return "[" + ", ".join(signal.__name__ for signal in _SHOWN if bits & _BITS[signal]) + "]"
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags={names(self._flags)}, traps={names(self._traps)})")

    def __reduce__(self):
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                         _signals(self._flags), _signals(self._traps))


_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)

_usual = [DivisionByZero, Overflow, InvalidOperation]
DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], _usual)
BasicContext = Context(9, ROUND_HALF_UP, -999999, 999999, 1, 0, [], [*_usual, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [])

_current = contextvars.ContextVar("decimal_context")
_set_up(_current, lambda: DefaultContext._twin(),
        (InvalidOperation, ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext, FloatOperation,
         DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped))


def setcontext(context, /):
    """Set a new default context."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context._twin()
    _current.set(context)


class ContextManager:
    """Makes a copy of a context the current one for a while."""

    def __init__(self, context):
        self._context = context.copy()

    def __enter__(self):
        self._before = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *exc_info):
        setcontext(self._before)
        return False


ContextManager.__name__ = ContextManager.__qualname__ = "ContextManager"


def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx for the with block."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    for name in kwargs:
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
    manager = ContextManager(ctx)
    for name, value in kwargs.items():
        if value is not None:
            setattr(manager._context, name, value)
    return manager


def IEEEContext(bits, /):
    """The context of an interchange format of so many bits."""
    if not isinstance(bits, int) or bits <= 0 or bits > 512 or bits % 32:
        raise ValueError("argument must be a multiple of 32, with a maximum of 512")
    most = 3 * (1 << bits // 16 + 3)
    return Context(9 * bits // 32 - 2, ROUND_HALF_EVEN, 1 - most, most, 1, 1, [], [])


for _class in (DecimalException, Clamped, InvalidOperation, ConversionSyntax, DivisionByZero, DivisionImpossible,
               DivisionUndefined, Inexact, InvalidContext, Rounded, Subnormal, Overflow, Underflow, FloatOperation):
    _class.__module__ = "decimal"
del _class

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext",
           "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal",
           "Overflow", "Underflow", "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax",
           "DivisionUndefined", *_ROUNDINGS, "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX",
           "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]
