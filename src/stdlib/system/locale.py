"""Conventions of places. Two are known: `C`, and `C.UTF-8`, which differs in its encoding only."""
import os
import sys
from builtins import str as _str

__all__ = [
    "getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll", "strxfrm",
    "str", "atof", "atoi", "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE", "LC_TIME",
    "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX", "getencoding", "LC_MESSAGES",
]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
_CATEGORIES = (
    "LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", "LC_PAPER", "LC_NAME",
    "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION",
)


class Error(Exception):
    """What is raised for a locale that there is not."""


_current = dict.fromkeys(_CATEGORIES, "C")
_current["LC_CTYPE"] = "C.UTF-8"

# What `nl_langinfo` is asked for, and its answers.
_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
_INFORMATION = {}


def _define(first, **answers):
    for code, (name, answer) in enumerate(answers.items(), first):
        globals()[name] = code
        _INFORMATION[code] = answer


_define(0x20000, **{f"ABDAY_{n}": day[:3] for n, day in enumerate(_DAYS, 1)})
_define(0x20007, **{f"DAY_{n}": day for n, day in enumerate(_DAYS, 1)})
_define(0x2000E, **{f"ABMON_{n}": month[:3] for n, month in enumerate(_MONTHS, 1)})
_define(0x2001A, **{f"MON_{n}": month for n, month in enumerate(_MONTHS, 1)})
_define(0x20026, AM_STR="AM", PM_STR="PM", D_T_FMT="%a %b %e %H:%M:%S %Y", D_FMT="%m/%d/%y", T_FMT="%H:%M:%S",
        T_FMT_AMPM="%I:%M:%S %p")
_define(0x2002C, ERA="")
_define(0x2002E, ERA_D_FMT="", ALT_DIGITS="", ERA_D_T_FMT="", ERA_T_FMT="")
_define(0x10000, RADIXCHAR=".", THOUSEP="")
_define(0x50000, YESEXPR="^[yY]", NOEXPR="^[nN]")
_define(0x4000F, CRNCYSTR="-")
CODESET = 14


def nl_langinfo(key, /):
    """A piece of information on the current locale."""
    if key == CODESET:
        return getencoding()
    if key not in _INFORMATION:
        raise ValueError("unsupported langinfo constant")
    return _INFORMATION[key]


def _names(category):
    if category == LC_ALL:
        return _CATEGORIES
    if not (isinstance(category, int) and 0 <= category < len(_CATEGORIES) + 1):
        return None
    return (_CATEGORIES[category if category < LC_ALL else category - 1],)


def _known(name):
    """The name that a supported locale goes by."""
    if name in ("C", "POSIX"):
        return "C"
    language, _, encoding = name.partition(".")
    if language == "C" and encoding.lower().replace("-", "") == "utf8":
        return name
    raise Error("unsupported locale setting")


def _from_environment(category):
    for variable in "LC_ALL", category, "LANG":
        if os.environ.get(variable):
            return _known(os.environ[variable])
    return "C"


def setlocale(category, locale=None):
    """Sets the locale of a category, and gives the one that holds; `None` asks only, an empty name means the user's."""
    if locale is not None and not isinstance(locale, _str):
        try:
            language, encoding = locale
        except (TypeError, ValueError):
            raise TypeError("Locale must be None, a string, or an iterable of two strings -- language code, "
                            "encoding.") from None
        locale = normalize(".".join(filter(None, (language or "C", encoding))))
    names = _names(category)
    if names is None:
        raise Error("locale query failed" if locale is None else "unsupported locale setting")
    if locale is not None:
        if ";" in locale:
            chosen = dict(part.split("=", 1) for part in locale.split(";"))
            values = {name: _known(chosen.get(name, "C")) for name in names}
        else:
            values = {name: _known(locale) if locale else _from_environment(name) for name in names}
        _current.update(values)
    found = [_current[name] for name in names]
    if len(set(found)) == 1:
        return found[0]
    return ";".join([f"{name}={value}" for name, value in _current.items()])


def localeconv():
    """The conventions for numbers and money."""
    texts = dict.fromkeys(("int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep"), "")
    signs = {"mon_grouping": [], "positive_sign": "", "negative_sign": ""}
    counts = dict.fromkeys(("int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes",
                            "n_sep_by_space", "p_sign_posn", "n_sign_posn"), CHAR_MAX)
    conventions = texts | signs | counts | {"decimal_point": ".", "thousands_sep": "", "grouping": []}
    conventions.update(_override_localeconv)
    return conventions


# For programs that want other conventions than the locale's.
_override_localeconv = {}


def getlocale(category=LC_CTYPE):
    """The language and encoding of a category; `None` for what `C` leaves open."""
    found = setlocale(category)
    if category == LC_ALL and ";" in found:
        raise TypeError("category LC_ALL is not supported")
    return _parts(found)


def _parts(name):
    name = normalize(name)
    if "@" in name:
        name, _, modifier = name.partition("@")
        if modifier == "euro" and "." not in name:
            return name, "iso-8859-15"
    if "." in name:
        return tuple(name.split(".")[:2])
    if name == "C":
        return None, None
    if name == "UTF-8":
        return None, "UTF-8"
    raise ValueError(f"unknown locale: {name}")


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    """The language and encoding that the environment asks for."""
    import warnings
    warnings.warn("'locale.getdefaultlocale' is deprecated and slated for removal in Python 3.15. Use setlocale(), "
                  "getencoding() and getlocale() instead.", DeprecationWarning, stacklevel=2)
    for variable in envvars:
        value = os.environ.get(variable)
        if value:
            return _parts(value.split(":")[0] if variable == "LANGUAGE" else value)
    return _parts("C")


def getencoding():
    """The encoding of the current locale."""
    return "UTF-8" if "." in _current["LC_CTYPE"] else "ANSI_X3.4-1968"


def getpreferredencoding(do_setlocale=True):
    """The encoding that text files have if nothing else is said."""
    return "utf-8" if sys.flags.utf8_mode else "UTF-8"


_ENCODINGS = {
    "utf8": "UTF-8", "utf": "UTF-8", "iso88591": "ISO8859-1", "iso885915": "ISO8859-15", "iso88592": "ISO8859-2",
    "latin1": "ISO8859-1", "ascii": "ISO8859-1", "eucjp": "eucJP", "koi8r": "KOI8-R", "cp1252": "CP1252",
    "cp1251": "CP1251", "euckr": "eucKR", "gb2312": "eucCN", "big5": "big5", "sjis": "SJIS", "iso88599": "ISO8859-9",
}
# Languages with the country and the encoding that they mean if nothing else is said.
_LANGUAGES = {
    language: (f"{language}_{country}", encoding)
    for encoding, pairs in {
        "ISO8859-1": "da:DK de:DE en:US es:ES fi:FI fr:FR is:IS it:IT nl:NL no:NO pt:PT sv:SE ca:ES ga:IE gl:ES",
        "ISO8859-2": "cs:CZ hr:HR hu:HU pl:PL ro:RO sk:SK sl:SI", "ISO8859-5": "bg:BG mk:MK", "ISO8859-7": "el:GR",
        "ISO8859-8": "he:IL", "ISO8859-9": "tr:TR", "ISO8859-6": "ar:AA", "ISO8859-13": "lt:LT lv:LV",
        "eucJP": "ja:JP", "eucKR": "ko:KR", "KOI8-U": "uk:UA", "gb2312": "zh:CN",
    }.items() for language, country in (pair.split(":") for pair in pairs.split())
} | {"ru": ("ru_RU", "UTF-8"), "hi": ("hi_IN", "ISCII-DEV")}


def normalize(localename):
    """The usual spelling of the name of a locale, with the encoding that it means."""
    name, _, modifier = localename.replace(":", ".").partition("@")
    language, _, encoding = name.partition(".")
    if language.lower() in ("c", "posix"):
        return f"C.{_encoding(encoding)}" if encoding else "C"
    short, _, country = language.lower().partition("_")
    if short not in _LANGUAGES or not language:
        return localename
    default, usual = _LANGUAGES[short]
    shown = f"{short}_{country.upper()}" if country else default
    if modifier == "euro" and not encoding:
        return f"{shown}.ISO8859-15"
    return f"{shown}.{_encoding(encoding) if encoding else usual}" + (f"@{modifier}" if modifier else "")


def _encoding(name):
    return _ENCODINGS.get(name.lower().replace("-", "").replace("_", ""), name)


def strcoll(os1, os2, /):
    """Which of two texts comes first: negative, 0 or positive."""
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    """What the text can be compared by."""
    if "\0" in string:
        raise ValueError("embedded null character")
    return string


def _intervals(grouping):
    """How many digits stand together, from the right on."""
    last = None
    for count in grouping:
        if count == CHAR_MAX:
            return
        if count == 0:
            while last:
                yield last
            return
        last = count
        yield count
    while last:
        yield last


def _group(text, monetary=False):
    conventions = localeconv()
    separator = conventions["mon_thousands_sep" if monetary else "thousands_sep"]
    grouping = conventions["mon_grouping" if monetary else "grouping"]
    if not grouping:
        return text, 0
    stripped = text.rstrip(" ")
    after = text[len(stripped):]
    digits = stripped.lstrip("+- ")
    before = stripped[:len(stripped) - len(digits)]
    parts = []
    for count in _intervals(grouping):
        if not digits or not digits[-1].isdigit():
            break
        parts.append(digits[-count:])
        digits = digits[:-count]
    if digits:
        parts.append(digits)
    return before + separator.join(reversed(parts)) + after, len(separator) * (len(parts) - 1)


def _format_one(percent, value, grouping=False, monetary=False, *additional):
    text = percent % ((value,) + additional)
    kind = percent[-1]
    extra = 0
    if kind in "eEfFgG":
        parts = text.split(".")
        if grouping:
            parts[0], extra = _group(parts[0], monetary)
        text = localeconv()["mon_decimal_point" if monetary else "decimal_point"].join(parts)
    elif kind in "diu" and grouping:
        text, extra = _group(text, monetary)
    # The separators take the place of padding.
    while extra and text.startswith(" "):
        text, extra = text[1:], extra - 1
    while extra and text.endswith(" "):
        text, extra = text[:-1], extra - 1
    return text


def format_string(f, val, grouping=False, monetary=False):
    """`f % val`, with numbers as the locale writes them."""
    import re
    pattern = re.compile(r"%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]")
    fields = list(pattern.finditer(f))
    template = pattern.sub("%s", f)
    is_mapping = not isinstance(val, tuple) and hasattr(val, "keys")
    values = [] if is_mapping else list(val) if isinstance(val, tuple) else [val]
    shown = []
    for field in fields:
        percent = field.group()
        if percent[-1] == "%":
            shown.append("%")
        elif is_mapping:
            value = val[field["key"]]
            shown.append(_format_one(re.sub(r"\(.*?\)", "", percent, count=1), value, grouping, monetary))
        else:
            stars = [values.pop(0) for _ in range(field["modifiers"].count("*"))]
            value = values.pop(0)
            for star in stars:
                percent = percent.replace("*", _str(star), 1)
            shown.append(_format_one(percent, value, grouping, monetary))
    return template % tuple(shown)


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money as the locale writes it."""
    conventions = localeconv()
    digits = conventions["int_frac_digits" if international else "frac_digits"]
    if digits == CHAR_MAX:
        raise ValueError("Currency formatting is not possible using the 'C' locale.")
    # `<` and `>` mark the places where signs in the middle go.
    shown = f"<{_format_one(f'%.{digits}f', abs(val), grouping, True)}>"
    letter = "n" if val < 0 else "p"
    if symbol:
        sign = conventions["int_curr_symbol" if international else "currency_symbol"]
        precedes = conventions[letter + "_cs_precedes"]
        space = " " if conventions[letter + "_sep_by_space"] else ""
        if international and not precedes and sign.endswith(" "):
            sign = sign[:-1]
        shown = sign + space + shown if precedes else shown + space + sign
    place = conventions[letter + "_sign_posn"]
    mark = conventions["negative_sign" if val < 0 else "positive_sign"]
    if place == 0:
        shown = f"({shown})"
    elif place == 1:
        shown = mark + shown
    elif place == 2:
        shown += mark
    elif place == 3:
        shown = shown.replace("<", mark)
    elif place == 4:
        shown = shown.replace(">", mark)
    else:
        shown = mark + shown
    return shown.replace("<", "").replace(">", "")


def str(val):
    """A number with the locale's decimal point."""
    return _format_one("%.12g", val)


def delocalize(string):
    """A number as the language writes it, from one as the locale does."""
    conventions = localeconv()
    if conventions["thousands_sep"]:
        string = string.replace(conventions["thousands_sep"], "")
    if conventions["decimal_point"]:
        string = string.replace(conventions["decimal_point"], ".")
    return string


def localize(string, grouping=False, monetary=False):
    """A number as the locale writes it, from one as the language does."""
    return _format_one("%s", string) if not grouping and not monetary else _localized(string, grouping, monetary)


def _localized(string, grouping, monetary):
    whole, point, fraction = string.partition(".")
    if grouping:
        whole, _ = _group(whole, monetary)
    mark = localeconv()["mon_decimal_point" if monetary else "decimal_point"]
    return whole + (mark + fraction if point else "")


def atof(string, func=float):
    """The number that a text means in the locale."""
    return func(delocalize(string))


def atoi(string):
    """The integer that a text means in the locale."""
    return int(delocalize(string))
