"""Differences between times. A part of datetime, whose name its class bears."""
__name__ = "datetime"

from _collections import _named_with_module

_DAY_US = 86400 * 10**6


def _divide_and_round(a, b):
    """a / b to the nearest integer, halves to even."""
    q, r = divmod(a, b)
    r *= 2
    more = r > b if b > 0 else r < b
    if more or r == b and q % 2 == 1:
        q += 1
    return q


@_named_with_module
class timedelta:
    """A difference between two dates or times."""

    __slots__ = ("_days", "_seconds", "_microseconds", "_hashcode")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        left = 0.0
        for name, number, unit in (
            ("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000), ("seconds", seconds, 10**6),
            ("minutes", minutes, 60 * 10**6), ("hours", hours, 3600 * 10**6), ("days", days, _DAY_US),
            ("weeks", weeks, 7 * _DAY_US),
        ):
            if isinstance(number, int):
                total += number * unit
            elif isinstance(number, float):
                whole = int(number)
                part = unit * (number - whole)
                total += whole * unit + int(part)
                left += part - int(part)
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(number).__name__}")
        if left:
            whole = round(left)
            if abs(whole - left) == 0.5:
                odd = total & 1
                whole = 2 * round((left + odd) * 0.5) - odd
            total += whole
        return cls._of(int(total))

    @classmethod
    def _of(cls, total):
        days, rest = divmod(total, _DAY_US)
        if not -999999999 <= days <= 999999999:
            if abs(days) >= 2**31:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days = days
        self._seconds, self._microseconds = divmod(rest, 10**6)
        self._hashcode = None
        return self

    def _total(self):
        return (self._days * 86400 + self._seconds) * 10**6 + self._microseconds

    @property
    def days(self):
        """Number of days (negative -> in the past)."""
        return self._days

    @property
    def seconds(self):
        """The seconds beside the days."""
        return self._seconds

    @property
    def microseconds(self):
        """The microseconds beside the seconds."""
        return self._microseconds

    def total_seconds(self):
        """All of it in seconds."""
        return self._total() / 10**6

    def __repr__(self):
        args = [f"{name}={value}" for name, value in (
            ("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds)) if value]
        return f"{_name(self)}({', '.join(args) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total() - other._total()) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return -self + other if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return timedelta._of(self._total())

    def __abs__(self):
        return timedelta._of(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide_and_round(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._of(_divide_and_round(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            if not a:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._of(_divide_and_round(b * self._total(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._total(), other._total())
            return q, timedelta._of(r)
        return NotImplemented

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        if self._hashcode is None:
            self._hashcode = hash((self._days, self._seconds, self._microseconds))
        return self._hashcode

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


def _name(value):
    cls = type(value)
    return f"{cls.__module__}.{cls.__qualname__}"


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
