"""The calendar, what parts dates and times may have, and how they are written. A part of datetime, whose name its class bears."""
__name__ = "datetime"

import time as _time
from _datetime_delta import _name, timedelta

MINYEAR = 1
MAXYEAR = 9999

_LAST_ORDINAL = 3652059
_DAYS_BEFORE = (None, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTHS = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = (None, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _index(value):
    """The integer that a value is or stands for."""
    return value if type(value) is int else range(value).stop


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _days_before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _to_ordinal(year, month, day):
    return _days_before_year(year) + _DAYS_BEFORE[month] + (month > 2 and _is_leap(year)) + day


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    leap = n1 == 3 and (n4 != 24 or n100 == 3)
    month = (n + 50) >> 5
    before = _DAYS_BEFORE[month] + (month > 2 and leap)
    if before > n:
        month -= 1
        before = _DAYS_BEFORE[month] + (month > 2 and leap)
    return year, month, n - before + 1


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond


def _check_offset(name, offset):
    if offset is None:
        return
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{type(offset).__name__}'")
    if not -timedelta(1) < offset < timedelta(1):
        raise ValueError(
            "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")


def _show_offset(offset, sep=":"):
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign = "-"
        offset = -offset
    minutes, seconds = divmod(offset.seconds, 60)
    text = f"{sign}{minutes // 60:02d}{sep}{minutes % 60:02d}"
    if seconds or offset.microseconds:
        text += f"{sep}{seconds:02d}"
        if offset.microseconds:
            text += f".{offset.microseconds:06d}"
    return text


def _strftime(value, format, timetuple):
    """Formats what the time module does not know, and leaves the rest to it."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    out = []
    at = 0
    while True:
        found = format.find("%", at)
        if found < 0 or found + 1 >= len(format):
            out.append(format[at:])
            break
        out.append(format[at:found])
        letter = format[found + 1]
        at = found + 2
        if letter == "f":
            out.append(f"{getattr(value, 'microsecond', 0):06d}")
        elif letter == "z":
            out.append(_show_offset(value.utcoffset(), "") if hasattr(value, "utcoffset") else "")
        elif letter == ":" and format[at:at + 1] == "z":
            at += 1
            out.append(_show_offset(value.utcoffset()) if hasattr(value, "utcoffset") else "")
        elif letter == "Z":
            name = value.tzname() if hasattr(value, "tzname") else None
            out.append("" if name is None else name.replace("%", "%%"))
        else:
            out.append("%" + letter)
    return _time.strftime("".join(out), timetuple)


class IsoCalendarDate(tuple):
    """Year, week and day of the week by ISO 8601."""

    __slots__ = ()

    def __new__(cls, year, week, weekday, /):
        return super().__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return f"{_name(self)}(year={self[0]}, week={self[1]}, weekday={self[2]})"


def _first_monday(year):
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _from_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        long = False
        if week == 53:
            first = _to_ordinal(year, 1, 1) % 7
            long = first == 4 or first == 3 and _is_leap(year)
        if not long:
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _from_ordinal(_first_monday(year) + (week - 1) * 7 + day - 1)


def _digits(text):
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def _read_date(text):
    """Year, month and day of an ISO 8601 date."""
    year = _digits(text[:4])
    dash = text[4:5] == "-"
    at = 4 + dash
    if text[at:at + 1] == "W":
        at += 1
        week = _digits(text[at:at + 2]) if len(text) >= at + 2 else _digits("")
        at += 2
        day = 1
        if len(text) > at:
            if (text[at] == "-") != dash:
                raise ValueError("Inconsistent use of dash separator")
            at += dash
            if len(text) != at + 1:
                raise ValueError(text)
            day = _digits(text[at:])
        return _from_week(year, week, day)
    if len(text) != (10 if dash else 8):
        raise ValueError(text)
    month = _digits(text[at:at + 2])
    at += 2
    if (text[at] == "-") != dash:
        raise ValueError("Inconsistent use of dash separator")
    return year, month, _digits(text[at + dash:])


def _read_clock(text):
    """Hour, minute, second and microsecond of an ISO 8601 time without its zone."""
    parts = [0, 0, 0, 0]
    has_colons = text[2:3] == ":"
    at = 0
    for place in range(3):
        if len(text) - at < 2:
            raise ValueError("Incomplete time component")
        parts[place] = _digits(text[at:at + 2])
        at += 2
        if at >= len(text):
            return parts
        if text[at] in ".,:"[:3 if place == 2 and has_colons else 2]:
            # It is a part of a second behind whatever stands before it.
            break
        if has_colons:
            if text[at] != ":" or place == 2:
                raise ValueError(f"Invalid time separator: {text[at]}")
            at += 1
        elif place == 2:
            raise ValueError("Invalid microsecond separator")
    fraction = text[at + 1:]
    if not fraction:
        raise ValueError("Invalid microsecond separator")
    _digits(fraction)
    parts[3] = int((fraction + "000000")[:6])
    return parts
