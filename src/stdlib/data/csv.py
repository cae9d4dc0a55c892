"""Tables in text: rows of fields with delimiters between them, in the dialects of spreadsheets and others."""
import re
from _csv import (
    QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS, Error, field_size_limit,
    get_dialect, list_dialects, reader, register_dialect, unregister_dialect, writer,
)
from _csv import Dialect as _Dialect
from io import StringIO

__all__ = [
    "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error",
    "Dialect", "excel", "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect",
    "list_dialects", "Sniffer", "unregister_dialect", "DictReader", "DictWriter", "unix_dialect",
]
__version__ = "1.0"


class Dialect:
    """What dialects derive from: their attributes say how fields are delimited, quoted and escaped."""

    _name = ""
    _valid = False
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        self._valid = type(self) is not Dialect
        self._validate()

    def _validate(self):
        try:
            _Dialect(self)
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    """As Excel writes files."""

    delimiter, quotechar, lineterminator = ",", '"', "\r\n"
    doublequote, skipinitialspace = True, False
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """As Excel writes files with tabs."""

    delimiter = "\t"


class unix_dialect(excel):
    """As programs on Unix write files: all fields quoted."""

    lineterminator = "\n"
    quoting = QUOTE_ALL


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class DictReader:
    """Gives rows as dictionaries; without `fieldnames` the first row names the fields."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.reader = reader(f, dialect, *args, **kwds)
        self._fieldnames = fieldnames
        self.restkey, self.restval = restkey, restval
        self.dialect, self.line_num = dialect, 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, names):
        self._fieldnames = names

    def __next__(self):
        if not self.line_num:
            # Asking for the names reads the first row, if that has them.
            self._fieldnames = self.fieldnames
        names = self.fieldnames if self.line_num == 0 else self._fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        # Empty rows are none.
        while not row:
            row = next(self.reader)
        names = self.fieldnames
        found = dict(zip(names, row))
        if len(row) > len(names):
            found[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            found[name] = self.restval
        return found

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class DictWriter:
    """Writes dictionaries as rows, with the fields in the order of `fieldnames`."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames, self.restval = fieldnames, restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _dict_to_list(self, rowdict):
        if self.extrasaction == "raise":
            extra = rowdict.keys() - self.fieldnames
            if extra:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(map(repr, extra)))
        return (rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._dict_to_list, rowdicts))

    __class_getitem__ = classmethod(DictReader.__class_getitem__.__func__)


_QUOTE = r"""(?P<quote>["']).*?(?P=quote)"""
_BEFORE = r"""(?P<delim>[^\w\n"'])(?P<space> ?)"""
# A quoted field between delimiters, at the beginning of a line, at its end, alone in it: the first kind that is met counts.
_QUOTED_FIELDS = [
    _BEFORE + _QUOTE + r"(?P=delim)", r"(?:^|\n)" + _QUOTE + _BEFORE, _BEFORE + _QUOTE + r"(?:$|\n)",
    r"(?:^|\n)" + _QUOTE + r"(?:$|\n)",
]


class Sniffer:
    """Guesses the dialect of a text."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """A dialect for texts like the sample; only the given delimiters are thought of."""
        quote, double, delimiter, skip = self._guess_quote_and_delimiter(sample, delimiters)
        if not delimiter:
            delimiter, skip = self._guess_delimiter(sample, delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")
        body = {
            "_name": "sniffed", "lineterminator": "\r\n", "quoting": QUOTE_MINIMAL, "doublequote": double,
            "delimiter": delimiter, "quotechar": quote or '"', "skipinitialspace": skip, "__module__": __name__,
            "__qualname__": "Sniffer.sniff.<locals>.dialect",
        }
        return type("dialect", (Dialect,), body)

    def _guess_quote_and_delimiter(self, data, delimiters):
        """By quoted fields, and by what stands beside them."""
        for pattern in _QUOTED_FIELDS:
            found = list(re.finditer(pattern, data, re.DOTALL | re.MULTILINE))
            if found:
                break
        else:
            return "", False, None, 0
        quotes, marks, spaces = {}, {}, 0
        for match in found:
            groups = match.groupdict()
            quotes[groups["quote"]] = quotes.get(groups["quote"], 0) + 1
            mark = groups.get("delim")
            if mark and (delimiters is None or mark in delimiters):
                marks[mark] = marks.get(mark, 0) + 1
            spaces += bool(groups.get("space"))
        quote = max(quotes, key=quotes.get)
        delimiter, skip = "", 0
        if marks:
            delimiter = max(marks, key=marks.get)
            skip = marks[delimiter] == spaces
            if delimiter == "\n":
                delimiter = ""
        mark = re.escape(delimiter)
        inside = rf"[^{mark}\n]*"
        doubled = rf"(({mark})|^)\W*{quote}{inside}{quote}{inside}{quote}\W*(({mark})|$)"
        return quote, bool(re.search(doubled, data, re.MULTILINE)), delimiter, skip

    def _guess_delimiter(self, data, delimiters):
        """By what occurs equally often in the lines. Ten lines after another are looked at, until that is clear."""
        lines = [line for line in data.split("\n") if line]
        step = min(10, len(lines))
        counts = [{} for _ in range(127)]
        usual, fit = {}, {}
        for start in range(0, len(lines), step or 1):
            for line in lines[start:start + step]:
                for code, often in enumerate(counts):
                    times = line.count(chr(code))
                    often[times] = often.get(times, 0) + 1
            for code, often in enumerate(counts):
                if set(often) != {0}:
                    # The lines that have it as often as most, less those that have it more or less often.
                    times = max(often, key=often.get)
                    usual[chr(code)] = times, 2 * often[times] - sum(often.values())
            total = min(start + step, len(lines))
            consistency = 1.0
            while not fit and consistency >= 0.9:
                for char, (times, agreeing) in usual.items():
                    if times > 0 and agreeing > 0 and agreeing / total >= consistency:
                        if delimiters is None or char in delimiters:
                            fit[char] = times, agreeing
                consistency -= 0.01
            if len(fit) == 1:
                return self._with_spaces(*fit, lines[0])
        if not fit:
            return "", 0
        for char in self.preferred:
            if char in fit:
                return self._with_spaces(char, lines[0])
        return self._with_spaces(max((value, char) for char, value in fit.items())[1], lines[0])

    def _with_spaces(self, delimiter, line):
        return delimiter, line.count(delimiter) == line.count(delimiter + " ")

    def has_header(self, sample):
        """Whether the first row seems to name the fields: its fields are of other kinds or lengths than those below."""
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for checked, row in enumerate(rows):
            if checked > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = complex if self._is_number(row[column]) else len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                differs = len(header[column]) != kind
            else:
                differs = kind is None or not self._is_number(header[column])
            votes += 1 if differs else -1
        return votes > 0

    def _is_number(self, text):
        try:
            complex(text)
        except (ValueError, OverflowError):
            return False
        return True
