"""Addresses and dates as they stand in headers, read forgivingly."""

__all__ = ["mktime_tz", "parsedate", "parsedate_tz", "quote"]

import re

_MONTHS = ("january february march april may june july august september october november december").split()
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# Hours from Greenwich, as they are written.
_ZONES = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0}
for _letter, _hours in zip("AECMP", (-400, -500, -500, -600, -700)):
    _ZONES[_letter + "DT"] = {"A": -300, "E": -400}.get(_letter, _hours)
    _ZONES[_letter + "ST"] = _ZONES[_letter + "DT"] - 100


def _month(text):
    """The number of a month by its name, short or long; None if it is none."""
    text = text.lower()
    for number, name in enumerate(_MONTHS, 1):
        if text in (name, name[:3]):
            return number
    return None


def _words(data):
    """Day, month, year, time and zone of a date as words, or None."""
    words = data.split()
    if not words:
        return None
    if words[0].endswith(",") or words[0].lower() in _DAYS:
        del words[0]
    else:
        words[0] = words[0].rpartition(",")[2]
    if len(words) == 3 and words[0].count("-") == 2:
        words[:1] = words[0].split("-")
    if len(words) == 4:
        zone = words[3].find("+")
        if zone == -1:
            zone = words[3].find("-")
        words[3:] = [words[3][:zone], words[3][zone:]] if zone > 0 else [words[3], ""]
    return words[:5] if len(words) >= 5 else None


def _clock(text):
    """Hours, minutes and seconds as texts, or None."""
    if ":" in text:
        parts = text.split(":")
    elif "." in text:
        parts = text.split(".")
    else:
        return None
    return (parts + ["0"])[:3] if len(parts) in (2, 3) else None


def _offset(zone):
    """The seconds from Greenwich that a zone stands for; None if it says that nobody knows."""
    zone = zone.upper()
    hours = _ZONES.get(zone)
    if hours is None:
        try:
            hours = int(zone)
        except ValueError:
            return None
        if hours == 0 and zone.startswith("-"):
            return None
    minutes = abs(hours) // 100 * 60 + abs(hours) % 100
    return minutes * 60 if hours >= 0 else -minutes * 60


def _parsedate_tz(data):
    """A list of ten: nine as in a struct_time, then the offset or None; None where there is no date."""
    words = _words(data) if data else None
    if not words:
        return None
    day, month, year, time, zone = words
    if not (day and month and year):
        return None
    number = _month(month)
    if number is None:
        day, number = month, _month(day)
        if number is None:
            return None
    day = day.removesuffix(",")
    if year.find(":") > 0:
        year, time = time, year
    if year.endswith(","):
        year = year[:-1]
    if not year:
        return None
    if not year[0].isdigit():
        year, zone = zone, year
    clock = _clock(time.removesuffix(","))
    if clock is None:
        return None
    try:
        year, day, hour, minute, second = map(int, (year, day, *clock))
    except ValueError:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    return [year, number, day, hour, minute, second, 0, 1, -1, _offset(zone)]


def parsedate_tz(data):
    """A date as a tuple of ten, the last the offset from Greenwich in seconds; None where there is none."""
    found = _parsedate_tz(data)
    if not found:
        return None
    if found[9] is None:
        found[9] = 0
    return tuple(found)


def parsedate(data):
    """A date as a tuple of nine that time.mktime takes; None where there is none."""
    found = parsedate_tz(data)
    return found[:9] if found else found


def mktime_tz(data):
    """The seconds since 1970 of what parsedate_tz gave."""
    if data[9] is None:
        from time import mktime
        return mktime(data[:8] + (-1,))
    from calendar import timegm
    return timegm(data) - data[9]


def quote(str):
    """A text as it stands between double quotes."""
    return str.replace("\\", "\\\\").replace('"', '\\"')


_ATOM = re.compile(r'[^()<>@,:;."\[\] \t\r\n]+')
_WORD = re.compile(r'[^()<>@,:;"\[\] \t\r\n]+')
_BLANKS = " \t\r\n"


class AddrlistClass:
    """Reads the addresses of a header from left to right."""

    def __init__(self, field):
        self.field = field
        self.pos = 0
        self.commentlist = []

    def _next(self):
        """The character that is read next, or an empty text."""
        return self.field[self.pos:self.pos + 1]

    def _take(self, pattern):
        found = pattern.match(self.field, self.pos)
        if found is None:
            return ""
        self.pos = found.end()
        return found.group()

    def gotonext(self):
        """Go past blanks and comments; the blanks that were there are returned, the comments kept."""
        blanks = ""
        while True:
            next = self._next()
            if next == "(":
                self.commentlist.append(self.getcomment())
            elif next and next in _BLANKS:
                blanks += next.strip("\r\n")
                self.pos += 1
            else:
                return blanks

    def getaddrlist(self):
        """All addresses, each a name and an address."""
        result = []
        while self._next():
            result += self.getaddress() or [("", "")]
        return result

    def getaddress(self):
        """The next address, or those of the next group."""
        self.commentlist = []
        self.gotonext()
        begin, comments = self.pos, self.commentlist
        phrases = self.getphraselist()
        self.gotonext()
        next = self._next()
        found = []
        if next and next in ".@":
            # What was taken for a name is the beginning of the address.
            self.pos, self.commentlist = begin, comments
            address = self.getaddrspec()
            found = [(" ".join(self.commentlist), address)]
        elif next == ":":
            found = self._group()
        elif next == "<":
            address = self.getrouteaddr()
            name = " ".join(phrases)
            if self.commentlist:
                name += f" ({' '.join(self.commentlist)})"
            found = [(name, address)]
        elif phrases:
            found = [(" ".join(self.commentlist), phrases[0])]
        elif next and next in '()<>@,:;."[]':
            self.pos += 1
        self.gotonext()
        if self._next() == ",":
            self.pos += 1
        return found

    def _group(self):
        self.pos += 1
        found = []
        while self._next():
            self.gotonext()
            if self._next() == ";":
                self.pos += 1
                break
            found += self.getaddress()
        return found

    def getrouteaddr(self):
        """The address between angle brackets; a route before it is left out."""
        self.pos += 1
        self.gotonext()
        while next := self._next():
            self.pos += 1
            if next == ">":
                break
            if next == "@":
                self.gotonext()
                self.getdomain()
            elif next != ":":
                self.pos -= 1
                address = self.getaddrspec()
                self.pos += 1
                return address
            self.gotonext()
        return ""

    def getaddrspec(self):
        """An address: what is before its @ and after it."""
        parts = []
        self.gotonext()
        while next := self._next():
            keeps_blanks = next != "."
            if next == ".":
                if parts and not parts[-1].strip():
                    parts.pop()
                parts.append(".")
                self.pos += 1
            elif next == '"':
                parts.append(f'"{quote(self.getquote())}"')
            elif atom := self._take(_ATOM):
                parts.append(atom)
            else:
                if parts and not parts[-1].strip():
                    parts.pop()
                break
            blanks = self.gotonext()
            if keeps_blanks and blanks:
                parts.append(blanks)
        if self._next() != "@":
            return "".join(parts)
        self.pos += 1
        self.gotonext()
        domain = self.getdomain()
        # What has two @ is no address at all.
        return "".join(parts) + "@" + domain if domain else ""

    def getdomain(self):
        """What is after the @ of an address."""
        parts = []
        while next := self._next():
            if next in " \t":
                self.pos += 1
            elif next == "(":
                self.commentlist.append(self.getcomment())
            elif next == "[":
                parts.append(self.getdomainliteral())
            elif next == ".":
                self.pos += 1
                parts.append(".")
            elif next == "@":
                return ""
            elif atom := self._take(_ATOM):
                parts.append(atom)
            else:
                break
        return "".join(parts)

    def _delimited(self, ends, nests):
        """What comes up to one of the ends, without the backslashes of escapes."""
        self.pos += 1
        parts = []
        while next := self._next():
            if nests and next == "(":
                parts.append(self.getcomment())
                continue
            self.pos += 1
            if next in ends:
                break
            if next == "\\":
                next = self._next()
                self.pos += 1
            parts.append(next)
        return "".join(parts)

    def getquote(self):
        """The text between double quotes."""
        return self._delimited('"\r', False)

    def getcomment(self):
        """The text between parentheses; comments in it lose theirs."""
        return self._delimited(")\r", True)

    def getdomainliteral(self):
        """A domain in brackets."""
        return f"[{self._delimited(chr(93) + chr(13), False)}]"

    def getatom(self, atomends=None):
        """A run of characters without a meaning of their own."""
        return self._take(_ATOM)

    def getphraselist(self):
        """The words of a name."""
        words = []
        while next := self._next():
            if next in _BLANKS:
                self.pos += 1
            elif next == '"':
                words.append(self.getquote())
            elif next == "(":
                self.commentlist.append(self.getcomment())
            elif word := self._take(_WORD):
                words.append(word)
            else:
                break
        return words


class AddressList(AddrlistClass):
    """The addresses of a header; they are added and taken away like sets."""

    def __init__(self, field):
        super().__init__(field)
        self.addresslist = self.getaddrlist() if field else []

    def __len__(self):
        return len(self.addresslist)

    def __getitem__(self, index):
        return self.addresslist[index]

    def _of(self, addresses):
        new = AddressList(None)
        new.addresslist = addresses
        return new

    def __add__(self, other):
        return self._of(self.addresslist + [pair for pair in other.addresslist if pair not in self.addresslist])

    def __iadd__(self, other):
        self.addresslist += [pair for pair in other.addresslist if pair not in self.addresslist]
        return self

    def __sub__(self, other):
        return self._of([pair for pair in self.addresslist if pair not in other.addresslist])

    def __isub__(self, other):
        for pair in other.addresslist:
            if pair in self.addresslist:
                self.addresslist.remove(pair)
        return self
