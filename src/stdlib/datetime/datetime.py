"""Dates and times by the calendar that is in use today, and time zones."""

import time as _time
from _collections import _named_with_module
from _datetime_delta import _name, timedelta
from _datetime_parts import (
    MAXYEAR, MINYEAR, IsoCalendarDate, _DAYS, _LAST_ORDINAL, _MONTHS, _check_date, _check_offset, _check_time,
    _days_before_year, _first_monday, _from_ordinal, _from_week, _index, _read_clock, _read_date, _show_offset,
    _strftime, _to_ordinal,
)

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _read_time(text):
    """Hour, minute, second, microsecond and zone of an ISO 8601 time."""
    if len(text) < 2:
        raise ValueError("Isoformat time too short")
    sign = next((i for i, c in enumerate(text) if c in "+-Z"), -1)
    clock = text if sign < 0 else text[:sign]
    parts = _read_clock(clock)
    zone = None
    if sign >= 0:
        if text[sign] == "Z":
            if sign != len(text) - 1:
                raise ValueError("Malformed time zone string")
            zone = timezone.utc
        else:
            rest = text[sign + 1:]
            if len(rest) in (0, 1, 3) and "." not in rest:
                raise ValueError("Malformed time zone string")
            hour, minute, second, micro = _read_clock(rest)
            delta = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro)
            zone = delta if text[sign] == "+" else -delta
    return parts, zone


def _zone_of(offset):
    return timezone(offset) if isinstance(offset, timedelta) else offset


@_named_with_module
class date:
    """A day of the calendar."""

    __slots__ = ("_year", "_month", "_day", "_hashcode")

    def __new__(cls, year, month=None, day=None):
        if month is None and isinstance(year, (bytes, str)) and len(year) == 4:
            state = year.encode("latin1") if isinstance(year, str) else year
            if 1 <= state[2] <= 12:
                return cls._of(state[0] * 256 + state[1], state[2], state[3])
        if month is None or day is None:
            missing, place = ("month", 2) if month is None else ("day", 3)
            raise TypeError(f"function missing required argument '{missing}' (pos {place})")
        return cls._of(*_check_date(year, month, day))

    @classmethod
    def _of(cls, year, month, day):
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hashcode = None
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """The local date of a moment in seconds since 1970."""
        if timestamp is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def today(cls):
        """The local date of now."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n, /):
        """The date of a day's number: the first of January of year 1 has 1."""
        n = _index(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _LAST_ORDINAL:
            raise ValueError(f"year {_from_ordinal(n)[0]} is out of range" if n < 2**31 else
                             "Python int too large to convert to C int")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The date that an ISO 8601 text writes."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(date_string) not in (7, 8, 10):
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        try:
            parts = _read_date(date_string)
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The date of a day in a week by ISO 8601."""
        return cls(*_from_week(_index(year), _index(week), _index(day)))

    year = property(lambda self: self._year, doc="year (1-9999)")
    month = property(lambda self: self._month, doc="month (1-12)")
    day = property(lambda self: self._day, doc="day (1-31)")

    def __repr__(self):
        return f"{_name(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        """As in 'Sun Jun 20 00:00:00 2004'."""
        weekday = _DAYS[self.toordinal() % 7 or 7]
        return f"{weekday} {_MONTHS[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        """By a format like that of time.strftime()."""
        return _strftime(self, format, self.timetuple())

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def isoformat(self):
        """As in '2004-06-20'."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def timetuple(self):
        """A time.struct_time."""
        return _struct(self._year, self._month, self._day, 0, 0, 0, -1)

    def toordinal(self):
        """The number of the day: the first of January of year 1 has 1."""
        return _to_ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """The date with other parts."""
        return type(self)(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def _key(self):
        return self._year, self._month, self._day

    def _is_comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._is_comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._is_comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._is_comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._is_comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._is_comparable(other) else NotImplemented

    def _state(self):
        return bytes([self._year >> 8, self._year & 255, self._month, self._day])

    def __hash__(self):
        if self._hashcode is None:
            self._hashcode = hash(self._state())
        return self._hashcode

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        day = self.toordinal() + other.days
        if not 0 < day <= _LAST_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(day)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return self + timedelta(-other.days) if isinstance(other, timedelta) else NotImplemented

    def isoweekday(self):
        """The day of the week: Monday is 1."""
        return (self.toordinal() - 1) % 7 + 1

    def weekday(self):
        """The day of the week: Monday is 0."""
        return (self.toordinal() - 1) % 7

    def isocalendar(self):
        """Year, week and day of the week by ISO 8601."""
        year = self._year
        first = _first_monday(year)
        today = _to_ordinal(self._year, self._month, self._day)
        week, day = divmod(today - first, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _first_monday(year), 7)
        elif week >= 52 and year < MAXYEAR + 1 and today >= _first_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def __reduce__(self):
        return self.__class__, (self._state(),)


def _struct(year, month, day, hour, minute, second, dst):
    ordinal = _to_ordinal(year, month, day)
    in_year = ordinal - _days_before_year(year)
    return _time.struct_time((year, month, day, hour, minute, second, (ordinal + 6) % 7, in_year, dst))


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


@_named_with_module
class tzinfo:
    """A time zone; a subclass says what it is."""

    __slots__ = ()

    def tzname(self, dt, /):
        """The name of the zone at a time."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt, /):
        """How far the zone is ahead of UTC at a time."""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        """How much of that is daylight saving time."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt, /):
        """The local time of a time in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        # Whether it is summer is asked again in the zone's own time.
        dt += offset - dst
        if (dst := dt.dst()) is None:
            raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + dst

    def __reduce__(self):
        get = getattr(self, "__getinitargs__", None)
        args = get() if get else ()
        return self.__class__, args, self.__getstate__()


def _ordered(cls):
    """Give a class its comparisons, which `_order` decides."""
    def compares(name, holds, for_equality=False):
        def compare(self, other):
            return holds(self._order(other, for_equality)) if isinstance(other, cls) else NotImplemented
        compare.__name__, compare.__qualname__ = name, f"{cls.__name__}.{name}"
        setattr(cls, name, compare)

    compares("__eq__", lambda order: order == 0, True)
    compares("__le__", lambda order: order <= 0)
    compares("__lt__", lambda order: order < 0)
    compares("__ge__", lambda order: order >= 0)
    compares("__gt__", lambda order: order > 0)
    return cls


@_named_with_module
@_ordered
class time:
    """A time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_hashcode", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, (bytes, str)) and len(hour) == 6:
            state = hour.encode("latin1") if isinstance(hour, str) else hour
            if state[0] & 127 < 24:
                micro = int.from_bytes(state[3:6], "big")
                zone = None if minute == 0 else _zone_of_state(minute)
                return cls(state[0] & 127, state[1], state[2], micro, zone, fold=state[0] >> 7)
        parts = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = parts
        self._tzinfo = tzinfo
        self._hashcode = None
        self._fold = fold
        return self

    @classmethod
    def fromisoformat(cls, time_string, /):
        """The time that an ISO 8601 text writes."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            parts, zone = _read_time(time_string.removeprefix("T"))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None
        return cls(*parts, _zone_of(zone))

    hour = property(lambda self: self._hour, doc="hour (0-23)")
    minute = property(lambda self: self._minute, doc="minute (0-59)")
    second = property(lambda self: self._second, doc="second (0-59)")
    microsecond = property(lambda self: self._microsecond, doc="microsecond (0-999999)")
    tzinfo = property(lambda self: self._tzinfo, doc="timezone info object")
    fold = property(lambda self: self._fold)

    def _micros(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 10**6 + self._microsecond

    def _order(self, other, for_equality=False):
        """A negative, zero or positive number, as this time is before, at or after another."""
        # The same zone is not asked.
        same = self._tzinfo is other._tzinfo
        mine, theirs = (None, None) if same else (self.utcoffset(), other.utcoffset())
        if self._tzinfo is other._tzinfo or mine == theirs:
            a, b = self._micros(), other._micros()
        elif mine is None or theirs is None:
            if for_equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware times")
        else:
            a, b = self._micros() - mine._total(), other._micros() - theirs._total()
        return (a > b) - (a < b)

    def _state(self, fold=0):
        micro = self._microsecond.to_bytes(3, "big")
        return bytes([self._hour + 128 * fold, self._minute, self._second]) + micro

    def __hash__(self):
        if self._hashcode is None:
            offset = self.replace(fold=0).utcoffset() if self._fold else self.utcoffset()
            if offset is None:
                self._hashcode = hash(self._state())
            else:
                self._hashcode = hash(timedelta._of(self._micros()) - offset)
        return self._hashcode

    def __repr__(self):
        text = f"{self._hour}, {self._minute}"
        if self._second or self._microsecond:
            text += f", {self._second}"
        if self._microsecond:
            text += f", {self._microsecond}"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return f"{_name(self)}({text})"

    def isoformat(self, timespec="auto"):
        """As in '12:34:56.000000+00:00'."""
        text = _show_clock(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _show_offset(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        """By a format like that of time.strftime()."""
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def _ask(self, name):
        if self._tzinfo is None:
            return None
        offset = getattr(self._tzinfo, name)(None)
        _check_offset(name, offset)
        return offset

    def utcoffset(self):
        """How far the zone is ahead of UTC."""
        return self._ask("utcoffset")

    def dst(self):
        """How much of that is daylight saving time."""
        return self._ask("dst")

    def tzname(self):
        """The name of the zone."""
        return _zone_name(self._tzinfo, None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """The time with other parts."""
        return type(self)(
            self._hour if hour is None else hour, self._minute if minute is None else minute,
            self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def __reduce_ex__(self, protocol):
        state = self._state(self._fold if protocol > 3 else 0)
        return self.__class__, (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _zone_name(zone, dt):
    if zone is None:
        return None
    name = zone.tzname(dt)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'")
    return name


def _show_clock(hour, minute, second, micro, timespec):
    if timespec == "auto":
        timespec = "microseconds" if micro else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    text = f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return f"{text}.{micro // 1000:03d}"
    if timespec == "microseconds":
        return f"{text}.{micro:06d}"
    raise ValueError("Unknown timespec value")


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)

_time_class = time
_tzinfo_class = tzinfo


_MISSING = object()


def _clock_seconds(parts):
    """The seconds that calendar and clock show."""
    return ((_to_ordinal(*parts[:3]) * 24 + parts[3]) * 60 + parts[4]) * 60 + parts[5]


def _local_zone_at(moment):
    parts = _time.localtime(moment)
    return timezone(timedelta(seconds=parts.tm_gmtoff), parts.tm_zone)


def _zone_of_state(zone):
    if zone is not None and not isinstance(zone, _tzinfo_class):
        raise TypeError("bad tzinfo state arg")
    return zone


@_named_with_module
@_ordered
class datetime(date):
    """A day of the calendar and a time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(year, (bytes, str)) and len(year) == 10:
            state = year.encode("latin1") if isinstance(year, str) else year
            if 1 <= state[2] & 127 <= 12:
                micro = int.from_bytes(state[7:10], "big")
                date = state[0] * 256 + state[1], state[2] & 127, state[3]
                return cls._of_parts(date, (*state[4:7], micro), _zone_of_state(month), state[2] >> 7)
        if month is None or day is None:
            missing, place = ("month", 2) if month is None else ("day", 3)
            raise TypeError(f"function missing required argument '{missing}' (pos {place})")
        date = _check_date(year, month, day)
        parts = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        return cls._of_parts(date, parts, tzinfo, fold)

    @classmethod
    def _of_parts(cls, date, parts, tzinfo, fold):
        self = object.__new__(cls)
        self._year, self._month, self._day = date
        self._hour, self._minute, self._second, self._microsecond = parts
        self._tzinfo = tzinfo
        self._hashcode = None
        self._fold = fold
        return self

    hour = property(lambda self: self._hour, doc="hour (0-23)")
    minute = property(lambda self: self._minute, doc="minute (0-59)")
    second = property(lambda self: self._second, doc="second (0-59)")
    microsecond = property(lambda self: self._microsecond, doc="microsecond (0-999999)")
    tzinfo = property(lambda self: self._tzinfo, doc="timezone info object")
    fold = property(lambda self: self._fold)

    @classmethod
    def _from_moment(cls, moment, tz, utc):
        if isinstance(moment, float):
            if moment != moment:
                raise ValueError("Invalid value NaN (not a number)")
            whole = int(moment // 1)
            micro = round((moment - whole) * 1e6)
            if micro >= 10**6:
                whole, micro = whole + 1, 0
        else:
            whole, micro = _index(moment), 0
        parts = (_time.gmtime if utc else _time.localtime)(whole)
        if not MINYEAR <= parts[0] <= MAXYEAR:
            raise ValueError(f"year {parts[0]} is out of range")
        made = cls(*parts[:5], min(parts[5], 59), micro, tz)
        if tz is None and not utc:
            # Where clocks were set back within a day, the same time may have been there before.
            here = made._seconds()
            back = here - _clock_seconds(_time.localtime(whole - 86400)) - 86400
            if back < 0 and _clock_seconds(_time.localtime(whole + back)) == here:
                made._fold = 1
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The local time, or that of a zone, of a moment in seconds since 1970."""
        _check_zone(tz)
        return cls._from_moment(timestamp, tz, tz is not None)

    @classmethod
    def utcfromtimestamp(cls, t, /):
        """The time in UTC, without a zone, of a moment in seconds since 1970."""
        import warnings
        warnings.warn(
            "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use "
            "timezone-aware objects to represent datetimes in UTC: "
            "datetime.datetime.fromtimestamp(timestamp, datetime.UTC).", DeprecationWarning, stacklevel=1)
        return cls._from_moment(t, None, True)

    @classmethod
    def now(cls, tz=None):
        """The local time, or that of a zone, of now."""
        _check_zone(tz)
        seconds, rest = divmod(_time.time_ns(), 10**9)
        made = cls._from_moment(seconds, tz, tz is not None)
        return made.replace(microsecond=rest // 1000) if rest else made

    @classmethod
    def utcnow(cls):
        """The time in UTC, without a zone, of now."""
        import warnings
        warnings.warn(
            "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use "
            "timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).",
            DeprecationWarning, stacklevel=1)
        seconds, rest = divmod(_time.time_ns(), 10**9)
        return cls._from_moment(seconds, None, True).replace(microsecond=rest // 1000)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A date and a time of day."""
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        if tzinfo is True:
            tzinfo = time.tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, tzinfo,
                   fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The time that an ISO 8601 text writes."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        text = date_string
        try:
            if len(text) < 7:
                raise ValueError
            size = _date_length(text)
            day = _read_date(text[:size])
            parts, zone = _read_time(text[size + 1:]) if len(text) > size else ((), None)
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*day, *parts, tzinfo=_zone_of(zone))

    def timetuple(self):
        """A time.struct_time."""
        dst = self.dst()
        flag = -1 if dst is None else int(bool(dst))
        return _struct(self._year, self._month, self._day, self._hour, self._minute, self._second, flag)

    def _seconds(self):
        days = _to_ordinal(self._year, self._month, self._day)
        return ((days * 24 + self._hour) * 60 + self._minute) * 60 + self._second

    def _local_moment(self):
        """The seconds since 1970 of this time where the program lives."""
        wanted = self._seconds() - 719163 * 86400

        def local(moment):
            return _clock_seconds(_time.localtime(moment)) - 719163 * 86400

        a = local(wanted) - wanted
        first = wanted - a
        here = local(first)
        if here == wanted:
            second = first + (-86400, 86400)[self._fold]
            b = local(second) - second
            if a == b:
                return first
        else:
            b = here - first
        second = wanted - b
        if local(second) == wanted:
            return second
        if here == wanted:
            return first
        return (max, min)[self._fold](first, second)

    def timestamp(self):
        """The seconds since 1970."""
        if self._tzinfo is None:
            return self._local_moment() + self._microsecond / 10**6
        return (self - _EPOCH).total_seconds()

    def utctimetuple(self):
        """A time.struct_time in UTC."""
        offset = self.utcoffset()
        if offset:
            self -= offset
        return _struct(self._year, self._month, self._day, self._hour, self._minute, self._second, 0)

    def date(self):
        """The day."""
        return _date_class(self._year, self._month, self._day)

    def time(self):
        """The time of day without a zone."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """The time of day with its zone."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        """The time with other parts."""
        return type(self)(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day, self._hour if hour is None else hour,
            self._minute if minute is None else minute, self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _local_zone(self):
        """The zone of a time without one where the program lives."""
        moment = self._local_moment()
        other = self.replace(fold=1 - self._fold)._local_moment()
        # A time that was left out stands for what clocks set too early or too late would say.
        if other != moment and (other > moment) == self._fold:
            moment = other
        return _local_zone_at(moment)

    def astimezone(self, tz=None):
        """The same moment in another zone."""
        if tz is not None and not isinstance(tz, _tzinfo_class):
            raise TypeError(
                f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
        mine = self._tzinfo
        if mine is not None and mine is tz:
            return self
        offset = None if mine is None else mine.utcoffset(self)
        if offset is None:
            offset = self.replace(tzinfo=None)._local_zone()._offset
        there = self - offset
        if tz is None:
            tz = _local_zone_at(there._seconds() - 719163 * 86400)
        return tz.fromutc(there.replace(tzinfo=tz))

    def ctime(self):
        """As in 'Sun Jun 20 16:09:42 2004'."""
        weekday = _DAYS[self.toordinal() % 7 or 7]
        clock = f"{self._hour:02d}:{self._minute:02d}:{self._second:02d}"
        return f"{weekday} {_MONTHS[self._month]} {self._day:2d} {clock} {self._year:04d}"

    def isoformat(self, sep="T", timespec="auto"):
        """As in '2004-06-20T16:09:42.000000+00:00'."""
        if not isinstance(sep, str):
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {type(sep).__name__}")
        if len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not a string of length "
                            f"{len(sep)}")
        day = f"{self._year:04d}-{self._month:02d}-{self._day:02d}"
        clock = _show_clock(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f"{day}{sep}{clock}{_show_offset(self.utcoffset())}"

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if parts[-1] == 0:
            del parts[-1]
            if parts[-1] == 0:
                del parts[-1]
        text = ", ".join(map(str, parts))
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_name(self)}({text})"

    def __str__(self):
        return self.isoformat(sep=" ")

    @classmethod
    def strptime(cls, date_string, format, /):
        """The time that a text writes by a format."""
        import _strptime
        for place, arg in enumerate((date_string, format)):
            if not isinstance(arg, str):
                raise TypeError(f"strptime() argument {place + 1} must be str, not {_type_name(arg)}")
        return _strptime._strptime_datetime(cls, date_string, format)

    def _ask(self, name):
        if self._tzinfo is None:
            return None
        offset = getattr(self._tzinfo, name)(self)
        _check_offset(name, offset)
        return offset

    def utcoffset(self):
        """How far the zone is ahead of UTC."""
        return self._ask("utcoffset")

    def dst(self):
        """How much of that is daylight saving time."""
        return self._ask("dst")

    def tzname(self):
        """The name of the zone."""
        return _zone_name(self._tzinfo, self)

    def _micros(self):
        return self._seconds() * 10**6 + self._microsecond

    def _order(self, other, for_equality=False):
        """A negative, zero or positive number, as this time is before, at or after another."""
        mine = theirs = None
        if self._tzinfo is not other._tzinfo:
            mine, theirs = self.utcoffset(), other.utcoffset()
            if for_equality:
                if mine != self.replace(fold=not self._fold).utcoffset():
                    return 2
                if theirs != other.replace(fold=not other._fold).utcoffset():
                    return 2
        if mine == theirs:
            a, b = self._micros(), other._micros()
        elif mine is None or theirs is None:
            if for_equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        else:
            a, b = self._micros() - mine._total(), other._micros() - theirs._total()
        return (a > b) - (a < b)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        seconds, micro = divmod(self._micros() + other._total(), 10**6)
        days, rest = divmod(seconds, 86400)
        if not 0 < days <= _LAST_ORDINAL:
            raise OverflowError("date value out of range")
        minutes, second = divmod(rest, 60)
        return type(self)(
            *_from_ordinal(days), minutes // 60, minutes % 60, second, micro, tzinfo=self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, timedelta):
                return self + -other
            return NotImplemented
        base = timedelta._of(self._micros() - other._micros())
        if self._tzinfo is other._tzinfo:
            return base
        mine, theirs = self.utcoffset(), other.utcoffset()
        if mine == theirs:
            return base
        if mine is None or theirs is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return base + theirs - mine

    def _state(self, fold=0):
        micro = self._microsecond.to_bytes(3, "big")
        return bytes([self._year >> 8, self._year & 255, self._month + 128 * fold, self._day, self._hour,
                      self._minute, self._second]) + micro

    def __hash__(self):
        if self._hashcode is None:
            offset = self.replace(fold=0).utcoffset() if self._fold else self.utcoffset()
            if offset is None:
                self._hashcode = hash(self._state())
            else:
                self._hashcode = hash(timedelta._of(self._micros()) - offset)
        return self._hashcode

    def __reduce_ex__(self, protocol):
        state = self._state(self._fold if protocol > 3 else 0)
        return self.__class__, (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


_date_class = date


def _date_length(text):
    """How long the date is that an ISO 8601 text begins with."""
    if text[4:5] == "-":
        if text[5:6] == "W":
            if len(text) > 8 and text[8] == "-":
                if len(text) == 9:
                    raise ValueError
                # A separator and a time may follow the week, or a dash and the day.
                if len(text) > 10 and text[10].isdigit():
                    return 8
                return 10
            return 8
        return 10
    if text[4:5] == "W":
        digits = 7
        while digits < len(text) and text[digits].isdigit():
            digits += 1
        if digits < 9:
            return digits
        return 7 if digits % 2 == 0 else 8
    return 8


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


@_named_with_module
class timezone(tzinfo):
    """A zone that is always equally far ahead of UTC."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_MISSING):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_type_name(offset)}")
        if name is _MISSING:
            name = None
            if not offset:
                return cls.utc
        elif not isinstance(name, str):
            kind = "None" if name is None else _type_name(name)
            raise TypeError(f"timezone() argument 2 must be str, not {kind}")
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
                f"{offset!r}.")
        return cls._of(offset, name)

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    @classmethod
    def _of(cls, offset, name=None):
        made = tzinfo.__new__(cls)
        made._offset, made._name = offset, name
        return made

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return timezone, self.__getinitargs__()

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"datetime.timezone({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def _check(self, method, dt):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {_type_name(dt)}")

    def utcoffset(self, dt, /):
        self._check("utcoffset", dt)
        return self._offset

    def tzname(self, dt, /):
        self._check("tzname", dt)
        if self._name is not None:
            return self._name
        if not self._offset:
            return "UTC"
        return f"UTC{_show_offset(self._offset)}"

    def dst(self, dt, /):
        self._check("dst", dt)
        return None

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset


def _type_name(value):
    return type(value).__name__


UTC = timezone.utc = timezone._of(timedelta(0))
timezone.min = timezone._of(-timedelta(hours=23, minutes=59))
timezone.max = timezone._of(timedelta(hours=23, minutes=59))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
