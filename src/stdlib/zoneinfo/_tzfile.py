"""What files of time zones say: when which offset from UTC holds, and the rule for all later years."""

import re
from bisect import bisect_right
from datetime import date, timedelta
from struct import unpack

_DAY = 86400


class Kind:
    """An offset, how much of it is daylight saving time, and its name."""

    __slots__ = ("seconds", "offset", "dst", "name")

    def __init__(self, seconds, dst, name):
        self.seconds, self.name = seconds, name
        self.offset, self.dst = timedelta(seconds=seconds), timedelta(seconds=dst)

    def same(self, other):
        return (self.offset, self.dst, self.name) == (other.offset, other.dst, other.name)


def _counts(data, place):
    """The version of a header, and the counts it tells."""
    if data[place:place + 4] != b"TZif":
        raise ValueError("Invalid TZif file: magic not found")
    version = data[place + 4:place + 5]
    return int(version) if version.strip(b"\0") else 1, unpack(">6l", data[place + 20:place + 44])


def read(data):
    """The times of transitions in UTC, the index of what holds from each, all kinds, and the rule at the end."""
    version, counts = _counts(data, 0)
    place, size = 44, 4
    if version >= 2:
        is_utc, is_standard, leaps, times, kinds, letters = counts
        place += times * 5 + kinds * 6 + letters + leaps * 8 + is_standard + is_utc
        _, counts = _counts(data, place)
        place, size = place + 44, 8
    is_utc, is_standard, leaps, times, kinds, letters = counts

    def take(form, count):
        nonlocal place
        start, place = place, place + count
        return unpack(form, data[start:place])

    transitions = take(f">{times}{'q' if size == 8 else 'l'}", times * size)
    indexes = take(f">{times}B", times)
    raw = [take(">lbb", 6) for _ in range(kinds)]
    names = data[place:place + letters]
    place += letters + leaps * (size + 4) + is_standard + is_utc
    footer = data[place:].strip(b"\n") if version >= 2 else b""
    offsets = [offset for offset, _, _ in raw]
    is_dst = [flag for _, flag, _ in raw]
    savings = _savings(indexes, offsets, is_dst)

    def name(start):
        return names[start:names.index(b"\0", start)].decode()

    made = [Kind(offset, savings[at], name(start)) for at, (offset, _, start) in enumerate(raw)]
    first = next((kind for kind, flag in zip(made, is_dst) if not flag), made[0] if made else None)
    return transitions, indexes, made, first, footer


def _savings(indexes, offsets, is_dst):
    """How much of each offset is daylight saving time: by what held before, else after it."""
    savings = [0] * len(offsets)
    open_kinds = sum(is_dst)
    for at in range(1, len(indexes)):
        if not open_kinds:
            return savings
        own = indexes[at]
        if not is_dst[own] or savings[own]:
            continue
        saving, before = 0, indexes[at - 1]
        if not is_dst[before]:
            saving = offsets[own] - offsets[before]
        if not saving and own < len(offsets) - 1 and at + 1 < len(indexes):
            after = indexes[at + 1]
            if is_dst[after]:
                continue
            saving = offsets[own] - offsets[after]
        if saving:
            open_kinds -= 1
            savings[own] = saving
    return [saving or (3600 if flag else 0) for saving, flag in zip(savings, is_dst)]


class Rules:
    """When what holds in a time zone."""

    def __init__(self, transitions, indexes, kinds, first, footer):
        self.utc = transitions
        self.kinds = [kinds[index] for index in indexes]
        self.before = first
        if footer:
            self.after = _parse_rule(footer.decode("ascii"))
        elif self.kinds:
            self.after = self.kinds[-1]
        elif kinds:
            self.after = kinds[0]
        else:
            raise ValueError("No time zone information found.")
        self.walls = self._walls([kind.seconds for kind in kinds], indexes)
        is_fixed = isinstance(self.after, Kind) and (not kinds or len(kinds) == 1 and kinds[0].same(self.after))
        self.fixed = self.after if is_fixed else None

    def _walls(self, offsets, indexes):
        """The local times of transitions: in each, by the later clock for fold=0 and by the earlier for fold=1."""
        walls = [], []
        for at, time in enumerate(self.utc):
            old = offsets[indexes[at - 1]] if at else offsets[0]
            new = offsets[indexes[at]]
            walls[0].append(time + max(old, new))
            walls[1].append(time + min(old, new))
        return walls

    def at_local(self, seconds, year, fold):
        """What holds at a local time."""
        walls = self.walls[fold]
        if walls and seconds < walls[0]:
            return self.before
        if not walls or seconds > walls[-1]:
            if isinstance(self.after, Kind):
                return self.after
            return self.after.at_local(seconds, year, fold)
        return self.kinds[bisect_right(walls, seconds) - 1]

    def at_utc(self, seconds, year):
        """What holds at a time in UTC, and whether its local time comes for the second time."""
        if self.utc and seconds < self.utc[0]:
            return self.before, False
        if not self.utc or seconds > self.utc[-1]:
            if not isinstance(self.after, Kind):
                return self.after.at_utc(seconds, year)
            if not self.utc:
                return self.after, False
        at = bisect_right(self.utc, seconds)
        kind = self.kinds[at - 1] if seconds <= self.utc[-1] else self.after
        before = self.kinds[at - 2] if at > 1 else self.before
        return kind, before.seconds - kind.seconds > seconds - self.utc[at - 1]


class _Yearly:
    """Standard and daylight saving time, and when they begin every year."""

    def __init__(self, standard, saving, begins, ends):
        self.standard, self.saving, self.begins, self.ends = standard, saving, begins, ends
        self.difference = saving.seconds - standard.seconds

    def at_local(self, seconds, year, fold):
        start, end = self.begins(year), self.ends(year)
        # One of the two transitions is an hour that comes twice, or never.
        if fold == (self.difference >= 0):
            end -= self.difference
        else:
            start += self.difference
        return self.saving if self._within(start, seconds, end) else self.standard

    def at_utc(self, seconds, year):
        start = self.begins(year) - self.standard.seconds
        end = self.ends(year) - self.saving.seconds
        kind = self.saving if self._within(start, seconds, end) else self.standard
        first = end if self.difference > 0 else start
        return kind, first <= seconds < first + abs(self.difference)

    @staticmethod
    def _within(start, seconds, end):
        if start < end:
            return start <= seconds < end
        return not end <= seconds < start


_NAME = re.compile(r"[A-Za-z]{3,}|<[A-Za-z0-9+-]+>", re.ASCII)
_OFFSET = r"([+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?)"
_CLOCK = re.compile(_OFFSET, re.ASCII)
_DATE = re.compile(rf"(?:M(\d{{1,2}})\.(\d)\.(\d)|J(\d{{1,3}})|(\d{{1,3}}))(?:/{_OFFSET})?\Z", re.ASCII)


def _parse_rule(text):
    """The rule that stands at the end of a file."""
    standard_name, offset, rest = _parse_zone(text, text, "STD")
    if offset is None:
        raise _invalid("STD offset", text)
    standard = Kind(-offset, 0, standard_name)
    if not rest:
        return standard
    saving_name, offset, rest = _parse_zone(rest, text, "DST")
    seconds = standard.seconds + 3600 if offset is None else -offset
    saving = Kind(seconds, seconds - standard.seconds, saving_name)
    if not rest.startswith(","):
        raise _invalid("DST offset", text)
    parts = rest.split(",")
    if len(parts) < 3:
        raise ValueError(f"Missing transition rules in TZ string: {text.encode()}")
    if len(parts) > 3:
        raise _malformed(text)
    return _Yearly(standard, saving, _parse_date(parts[1], text), _parse_date(parts[2], text))


def _parse_zone(rest, text, which):
    """The name at the beginning of the rest, the seconds behind it or None, and what is left."""
    name = _NAME.match(rest)
    if name is None:
        raise _invalid(f"{which} format", text)
    rest = rest[name.end():]
    offset = _CLOCK.match(rest)
    if offset is None:
        return name[0].strip("<>"), None, rest
    seconds = _clock(offset[0], 24)
    if seconds is None:
        raise _invalid(f"{which} offset", text)
    return name[0].strip("<>"), seconds, rest[offset.end():]


def _invalid(what, text):
    return ValueError(f"Invalid {what} in {text.encode()}")


def _malformed(text):
    return ValueError(f"Malformed transition rule in TZ string: {text.encode()}")


def _clock(text, most):
    """The seconds that hours, minutes and seconds make; None where they are too many."""
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")] + [0, 0]
    hours, minutes, seconds = parts[:3]
    if hours > most:
        return None
    return sign * (hours * 3600 + minutes * 60 + seconds)


def _parse_date(date_text, text):
    """A function that gives the local time of a transition in a year."""
    found = _DATE.match(date_text)
    if found is None:
        raise _malformed(text)
    month, week, weekday, julian, day, clock = found.groups()
    time = 7200 if clock is None else _clock(clock, 167)
    if time is None:
        raise _malformed(text)
    if month is not None:
        month, week, weekday = int(month), int(week), int(weekday)
        if not (1 <= month <= 12 and 1 <= week <= 5 and weekday <= 6):
            raise _malformed(text)
        return lambda year: _weekday_time(year, month, week, weekday) + time
    number = int(julian or day)
    if number > 365 or julian is not None and number < 1:
        raise _malformed(text)

    def at(year):
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        # As the reference counts: days of both kinds from 1, and leap years from the 59th on.
        days = number - 1 + (leap and julian is not None and number >= 59)
        return (date(year, 1, 1).toordinal() - 719163 + days) * _DAY + time

    return at


def _weekday_time(year, month, week, weekday):
    """The beginning of the n-th such weekday of a month; the fifth is the last."""
    first = date(year, month, 1)
    day = 1 + (weekday - first.isoweekday()) % 7 + 7 * (week - 1)
    following = date(year + month // 12, month % 12 + 1, 1) if year < 9999 or month < 12 else None
    length = 31 if following is None else (following - first).days
    if day > length:
        day -= 7
    return (first.toordinal() - 719163 + day - 1) * _DAY
