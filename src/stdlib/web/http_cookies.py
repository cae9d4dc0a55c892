"""Cookies: what a server tells a browser to keep, and what the browser sends back."""

__all__ = ["CookieError", "BaseCookie", "SimpleCookie"]

import re
import string
import types

_LEGAL = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_is_legal_key = re.compile(f"[{re.escape(_LEGAL)}]+").fullmatch
_UNESCAPED = _LEGAL + " ()/<=>?@[]{}"
_TABLE = {code: f"\\{code:03o}" for code in set(range(256)) - set(map(ord, _UNESCAPED))}
_TABLE.update({ord('"'): '\\"', ord("\\"): "\\\\"})
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class CookieError(Exception):
    """A cookie is none."""


def _quote(str):
    """A value as it is sent: between quotes if it needs them."""
    return str if str is None or _is_legal_key(str) else f'"{str.translate(_TABLE)}"'


def _unquote(str):
    """The value of what was sent."""
    if str is None or len(str) < 2 or str[0] != '"' or str[-1] != '"':
        return str
    return re.sub(r"\\(?:([0-3][0-7][0-7])|(.))",
                  lambda found: chr(int(found[1], 8)) if found[1] else found[2], str[1:-1])


def _getdate(future=0):
    from time import gmtime, time
    year, month, day, hour, minute, second, weekday = gmtime(time() + future)[:7]
    return f"{_DAYS[weekday]}, {day:02} {_MONTHS[month]} {year:4} {hour:02}:{minute:02}:{second:02} GMT"


class Morsel(dict):
    """One cookie: its name, its value, and a dictionary of what else is said of it."""

    _reserved = {
        "expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain", "max-age": "Max-Age",
        "secure": "Secure", "httponly": "HttpOnly", "version": "Version", "samesite": "SameSite",
    }
    _flags = {"secure", "httponly"}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        dict.update(self, dict.fromkeys(self._reserved, ""))

    @property
    def key(self):
        """The name."""
        return self._key

    @property
    def value(self):
        """The value."""
        return self._value

    @property
    def coded_value(self):
        """The value as it is sent."""
        return self._coded_value

    def __setitem__(self, K, V):
        K = K.lower()
        if K not in self._reserved:
            raise CookieError(f"Invalid attribute {K!r}")
        dict.__setitem__(self, K, V)

    def setdefault(self, key, val=None):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError(f"Invalid attribute {key!r}")
        return dict.setdefault(self, key, val)

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return dict.__eq__(self, morsel) and (self._value, self._key, self._coded_value) == (
            morsel._value, morsel._key, morsel._coded_value)

    __ne__ = object.__ne__

    def copy(self):
        morsel = Morsel()
        dict.update(morsel, self)
        morsel.__dict__.update(self.__dict__)
        return morsel

    def update(self, values):
        data = {}
        for key, value in dict(values).items():
            key = key.lower()
            if key not in self._reserved:
                raise CookieError(f"Invalid attribute {key!r}")
            data[key] = value
        dict.update(self, data)

    def isReservedKey(self, K):
        """Whether this is something that can be said of a cookie."""
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        """Set the name, the value, and the value as it is sent."""
        if key.lower() in self._reserved:
            raise CookieError(f"Attempt to set a reserved key {key!r}")
        if not _is_legal_key(key):
            raise CookieError(f"Illegal key {key!r}")
        self._key, self._value, self._coded_value = key, val, coded_val

    def __getstate__(self):
        return {"key": self._key, "value": self._value, "coded_value": self._coded_value}

    def __setstate__(self, state):
        self._key, self._value, self._coded_value = state["key"], state["value"], state["coded_value"]

    def output(self, attrs=None, header="Set-Cookie:"):
        """The header that sets the cookie."""
        return f"{header} {self.OutputString(attrs)}"

    __str__ = output

    def __repr__(self):
        return f"<{type(self).__name__}: {self.OutputString()}>"

    def js_output(self, attrs=None):
        """A script that sets the cookie."""
        text = self.OutputString(attrs).replace('"', r"\"")
        return ('\n        <script type="text/javascript">\n        <!-- begin hiding\n        document.cookie = "'
                f'{text}";\n        // end hiding -->\n        </script>\n        ')

    def OutputString(self, attrs=None):
        """The cookie without the name of the header."""
        parts = [f"{self.key}={self.coded_value}"]
        attrs = self._reserved if attrs is None else attrs
        for key, value in sorted(self.items()):
            if value == "" or key not in attrs:
                continue
            name = self._reserved[key]
            if key == "expires" and isinstance(value, int):
                parts.append(f"{name}={_getdate(value)}")
            elif key == "max-age" and isinstance(value, int):
                parts.append(f"{name}={value:d}")
            elif key == "comment" and isinstance(value, str):
                parts.append(f"{name}={_quote(value)}")
            elif key in self._flags:
                if value:
                    parts.append(name)
            else:
                parts.append(f"{name}={value}")
        return "; ".join(parts)

    __class_getitem__ = classmethod(types.GenericAlias)


_NAME = r"[\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\=]"
_PATTERN = re.compile(rf"""
    \s*
    (?P<key>{_NAME}+?)
    (\s*=\s*
      (?P<val>"(?:[^\\"]|\\.)*" | \w{{3}},\s[\w\d\s-]{{9,11}}\s[\d:]{{8}}\sGMT | {_NAME[:-1]}\[\]]*)
    )?
    \s*(\s+|;|$)
    """, re.ASCII | re.VERBOSE)


class BaseCookie(dict):
    """Cookies by name. What is set that is no Morsel becomes the value of one."""

    def value_decode(self, val):
        """The value of what was sent, and what was sent."""
        return val, val

    def value_encode(self, val):
        """A value as text, and as it is sent."""
        text = str(val)
        return text, text

    def __init__(self, input=None):
        if input:
            self.load(input)

    def _set(self, key, real_value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, real_value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._set(key, *self.value_encode(value))

    def output(self, attrs=None, header="Set-Cookie:", sep="\r\n"):
        """The headers that set all cookies."""
        return sep.join(value.output(attrs, header) for _, value in sorted(self.items()))

    __str__ = output

    def __repr__(self):
        items = " ".join(f"{key}={value.value!r}" for key, value in sorted(self.items()))
        return f"<{type(self).__name__}: {items}>"

    def js_output(self, attrs=None):
        """Scripts that set all cookies."""
        return "".join(value.js_output(attrs) for _, value in sorted(self.items()))

    def load(self, rawdata):
        """Take the cookies of a header, or of a dictionary."""
        if isinstance(rawdata, str):
            self._parse(rawdata)
        else:
            for key, value in rawdata.items():
                self[key] = value

    def _parse(self, text):
        found, at = [], 0
        seen = False
        while 0 <= at < len(text):
            match = _PATTERN.match(text, at)
            if not match:
                break
            key, value = match["key"], match["val"]
            at = match.end()
            if key[0] == "$":
                if seen:
                    found.append((key[1:], value, True))
            elif key.lower() in Morsel._reserved:
                if not seen:
                    return
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    found.append((key, True, True))
                else:
                    found.append((key, _unquote(value), True))
            elif value is not None:
                found.append((key, self.value_decode(value), False))
                seen = True
            else:
                # What is no cookie makes all of it worthless.
                return
        morsel = None
        for key, value, is_attribute in found:
            if is_attribute:
                morsel[key] = value
            else:
                self._set(key, *value)
                morsel = self[key]


class SimpleCookie(BaseCookie):
    """Cookies whose values are texts."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
