"""Reading dates and times by a format: what time.strptime() and datetime.strptime() do."""

import time
from datetime import date as _date, timedelta as _timedelta, timezone as _timezone

_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december"]
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}


def _names(names):
    return "|".join(sorted(names, key=len, reverse=True))


_PATTERNS = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])",
    "f": r"(?P<f>[0-9]{1,6})",
    "H": r"(?P<H>2[0-3]|[0-1]\d|\d| \d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])",
    "G": r"(?P<G>\d\d\d\d)",
    "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])",
    "M": r"(?P<M>[0-5]\d|\d)",
    "S": r"(?P<S>6[0-1]|[0-5]\d|\d)",
    "U": r"(?P<U>5[0-3]|[0-4]\d|\d)",
    "W": r"(?P<W>5[0-3]|[0-4]\d|\d)",
    "u": r"(?P<u>[1-7])",
    "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)",
    "w": r"(?P<w>[0-6])",
    "y": r"(?P<y>\d\d)",
    "Y": r"(?P<Y>\d\d\d\d)",
    "z": r"(?P<z>([+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?)|(?-i:Z))",
    "A": f"(?P<A>{_names(_DAYS)})",
    "a": f"(?P<a>{_names(day[:3] for day in _DAYS)})",
    "B": f"(?P<B>{_names(_MONTHS)})",
    "b": f"(?P<b>{_names(month[:3] for month in _MONTHS)})",
    "p": "(?P<p>am|pm)",
}
# The patterns of the formats used last, and the zone that they are for.
_compiled = {}
_compiled_for = None


def _pattern(format):
    import re
    global _compiled_for
    if _compiled_for != time.tzname or len(_compiled) > 5:
        _compiled.clear()
        _compiled_for = time.tzname
        zones = {"utc", "gmt", time.tzname[0].lower(), time.tzname[1].lower()}
        _PATTERNS["Z"] = f"(?P<Z>{_names(zones)})"
    known = _compiled.get(format)
    if known is not None:
        return known
    text = format
    out = []
    at = 0
    year = day = False
    while at < len(text):
        c = text[at]
        at += 1
        if c.isspace():
            while at < len(text) and text[at].isspace():
                at += 1
            out.append(r"\s+")
        elif c != "%":
            out.append(re.escape(c))
        else:
            if at >= len(text):
                raise ValueError(f"stray % in format {format!r}")
            letter = text[at]
            at += 1
            if letter == "%":
                out.append("%")
            elif letter in _WHOLE:
                text = text[:at] + _WHOLE[letter] + text[at:]
            elif letter in _PATTERNS:
                out.append(_PATTERNS[letter])
                year = year or letter in "YyGC"
                day = day or letter == "d"
            else:
                raise ValueError(f"{letter!r} is a bad directive in format {format!r}")
    if day and not year:
        import warnings
        warnings.warn(
            "Parsing dates involving a day of month without a year specified is ambiguious\n"
            "and fails to parse leap day. The default behavior will change in Python 3.15\n"
            "to either always raise an exception or to use a different default year (TBD).\n"
            "To avoid trouble, add a specific year to the input & format.\n"
            "See https://github.com/python/cpython/issues/70647.", DeprecationWarning, stacklevel=1)
    made = re.compile("".join(out), re.IGNORECASE)
    _compiled[format] = made
    return made


def _ordinal_of_week(year, week, weekday, starts_monday):
    first = _date(year, 1, 1).weekday()
    if not starts_monday:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    to_week = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + to_week + 7 * (week - 1) + weekday


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    for place, arg in enumerate((data_string, format)):
        if not isinstance(arg, str):
            raise TypeError(f"strptime() argument {place} must be str, not {type(arg)}")
    found = _pattern(format).match(data_string)
    if not found:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    if len(data_string) != found.end():
        raise ValueError(f"unconverted data remains: {data_string[found.end():]}")
    parts = {name: text for name, text in found.groupdict().items() if text is not None}
    number = {name: int(text) for name, text in parts.items() if name not in "fzAaBbpZ"}
    year = number.get("Y")
    if year is None and "y" in number:
        year = number["y"] + (2000 if number["y"] <= 68 else 1900)
    month = number.get("m", 1)
    if "B" in parts:
        month = _MONTHS.index(parts["B"].lower()) + 1
    elif "b" in parts:
        month = [name[:3] for name in _MONTHS].index(parts["b"].lower()) + 1
    day = number.get("d", 1)
    hour = number.get("H", 0)
    if "I" in number:
        hour = number["I"]
        half = parts.get("p", "").lower()
        if half in ("", "am"):
            hour = 0 if hour == 12 else hour
        elif hour != 12:
            hour += 12
    fraction = int(parts.get("f", "0").ljust(6, "0"))
    weekday = None
    if "A" in parts:
        weekday = _DAYS.index(parts["A"].lower())
    elif "a" in parts:
        weekday = [name[:3] for name in _DAYS].index(parts["a"].lower())
    elif "w" in number:
        weekday = (number["w"] - 1) % 7
    elif "u" in number:
        weekday = number["u"] - 1
    week = starts_monday = None
    if "U" in number or "W" in number:
        starts_monday = "W" in number
        week = number["W" if starts_monday else "U"]
    iso_year, iso_week, in_year = number.get("G"), number.get("V"), number.get("j")
    zone = parts.get("Z", "").lower()
    dst = -1
    if zone:
        if zone in ("utc", "gmt") or zone == time.tzname[0].lower():
            dst = 0
        elif time.daylight:
            dst = 1
    offset = offset_micro = None
    if "z" in parts:
        offset, offset_micro = _read_offset(parts["z"])
    if iso_year is not None:
        if in_year is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year "
                         "'%G' instead.")
    leap_day = False
    if year is None:
        if month == 2 and day == 29:
            year = 1904
            leap_day = True
        else:
            year = 1900
    if in_year is None and weekday is not None:
        if week is not None:
            in_year = _ordinal_of_week(year, week, weekday, starts_monday)
        elif iso_year is not None and iso_week is not None:
            made = _date.fromisocalendar(iso_year, iso_week, weekday + 1)
            year, month, day = made.year, made.month, made.day
            in_year = made.toordinal() - _date(year, 1, 1).toordinal() + 1
        if in_year is not None and in_year <= 0:
            year -= 1
            in_year += (_date(year + 1, 1, 1) - _date(year, 1, 1)).days
    if in_year is None:
        in_year = _date(year, month, day).toordinal() - _date(year, 1, 1).toordinal() + 1
    else:
        made = _date.fromordinal(in_year - 1 + _date(year, 1, 1).toordinal())
        year, month, day = made.year, made.month, made.day
    if weekday is None:
        weekday = _date(year, month, day).weekday()
    if leap_day:
        year = 1900
    zone_name = parts.get("Z")
    return (year, month, day, hour, number.get("M", 0), number.get("S", 0), weekday, in_year, dst, zone_name,
            offset), fraction, offset_micro or 0


def _read_offset(text):
    """The seconds and microseconds that a zone is ahead of UTC."""
    if text == "Z" or text == "z":
        return 0, 0
    sign = -1 if text[0] == "-" else 1
    rest = text[1:]
    if rest[2] == ":":
        plain = rest[:2] + rest[3:]
        if len(plain) > 5:
            if plain[4] != ":":
                raise ValueError(f"Inconsistent use of : in {text}")
            plain = plain[:4] + plain[5:]
        rest = plain
    elif ":" in rest:
        raise ValueError(f"Inconsistent use of : in {text}")
    seconds = int(rest[:2]) * 3600 + int(rest[2:4]) * 60 + int(rest[4:6] or 0)
    micro = int(rest[7:].ljust(6, "0") or 0) if len(rest) > 7 else 0
    return sign * seconds, sign * micro


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    parts = _strptime(data_string, format)[0]
    return time.struct_time(parts)


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    parts, fraction, offset_micro = _strptime(data_string, format)
    name, offset = parts[-2:]
    args = parts[:6] + (fraction,)
    if offset is not None:
        delta = _timedelta(seconds=offset, microseconds=offset_micro)
        zone = _timezone(delta, name) if name else _timezone(delta)
        args += (zone,)
    return cls(*args)
