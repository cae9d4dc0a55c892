"""Examples in documents: how they are read, and when their output counts as expected."""
__name__ = "doctest"
import re

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The flag of that name, made if there is none."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
                    | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST
BLANKLINE_MARKER, ELLIPSIS_MARKER = "<BLANKLINE>", "..."


def _with_line_end(text):
    return text + "\n" if text and not text.endswith("\n") else text


class Example:
    """A piece of source with the output that is expected of it."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = _with_line_end(want)
        self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith("\n") else exc_msg + "\n"
        self.lineno, self.indent = lineno, indent
        self.options = {} if options is None else options

    def _key(self):
        return self.source, self.want, self.lineno, self.indent, self.exc_msg

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key() and self.options == other.options

    def __hash__(self):
        return hash(self._key())


class DocTest:
    """The examples of one text, which run in one namespace."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), "DocTest no longer accepts str; use DocTestParser instead"
        self.examples, self.docstring = examples, docstring
        self.globs = globs.copy()
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        count = len(self.examples)
        shown = f"{count or 'no'} example{'s' * (count != 1)}"
        return f"<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({shown})>"

    def _key(self):
        return self.docstring, self.name, self.filename, self.lineno

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key() and self.examples == other.examples and self.globs == other.globs

    def __hash__(self):
        return hash(self._key())

    def _place(self):
        return self.name, self.filename, -1 if self.lineno is None else self.lineno, id(self)

    def __lt__(self, other):
        return self._place() < other._place() if isinstance(other, DocTest) else NotImplemented


class DocTestParser:
    """Finds the examples in a text."""

    _EXAMPLE_RE = re.compile(r"(?P<source>^(?P<indent> *)>>>.*(?:\n *\.\.\..*)*)\n?(?P<want>(?:(?! *$)(?! *>>>).+$\n?)*)",
                             re.MULTILINE)
    _EXCEPTION_RE = re.compile(r"^(?P<hdr>Traceback \((?:most recent call last|innermost last)\):)\s*$(?P<stack>.*?)"
                               r"^(?P<msg>\w+.*)", re.MULTILINE | re.DOTALL)
    _OPTION_DIRECTIVE_RE = re.compile(r"""#\s*doctest:\s*([^\n'"]*)$""", re.MULTILINE)
    _IS_BLANK_OR_COMMENT = re.compile(r"^ *(#.*)?$").match

    def parse(self, string, name="<string>"):
        """The text in pieces: what stands between examples, and the examples."""
        string = string.expandtabs()
        indent = min(map(len, re.findall(r"^( *)(?=\S)", string, re.MULTILINE)), default=0)
        if indent:
            string = "\n".join([line[indent:] for line in string.split("\n")])
        pieces = []
        place = line = 0
        for match in self._EXAMPLE_RE.finditer(string):
            pieces.append(string[place:match.start()])
            line += string.count("\n", place, match.start())
            source, options, want, message = self._parse_example(match, name, line)
            if not self._IS_BLANK_OR_COMMENT(source):
                pieces.append(Example(source, want, message, line, indent + len(match["indent"]), options))
            line += string.count("\n", match.start(), match.end())
            place = match.end()
        return [*pieces, string[place:]]

    def get_doctest(self, string, globs, name, filename, lineno):
        """The examples of a text as a test."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        """The examples of a text."""
        return [piece for piece in self.parse(string, name) if isinstance(piece, Example)]

    def _parse_example(self, match, name, lineno):
        """Source, options, wanted output and wanted exception of an example."""
        indent = len(match["indent"])
        lines = match["source"].split("\n")
        for place, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != " ":
                raise ValueError(f"line {lineno + place + 1!r} of the docstring for {name} lacks blank after "
                                 f"{line[indent:indent + 3]}: {line!r}")
        self._check_prefix(lines[1:], " " * indent + ".", name, lineno)
        source = "\n".join([line[indent + 4:] for line in lines])
        wanted = match["want"].split("\n")
        if len(wanted) > 1 and not wanted[-1].strip(" "):
            del wanted[-1]
        self._check_prefix(wanted, " " * indent, name, lineno + len(lines))
        want = "\n".join([line[indent:] for line in wanted])
        raised = self._EXCEPTION_RE.match(want)
        return source, self._find_options(source, name, lineno), want, raised["msg"] if raised else None

    def _check_prefix(self, lines, prefix, name, lineno):
        for place, line in enumerate(lines):
            if line and not line.startswith(prefix):
                raise ValueError(f"line {lineno + place + 1!r} of the docstring for {name} has inconsistent leading "
                                 f"whitespace: {line!r}")

    def _find_options(self, source, name, lineno):
        options = {}
        for match in self._OPTION_DIRECTIVE_RE.finditer(source):
            for option in match[1].replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {lineno + 1!r} of the doctest for {name} has an invalid option: {option!r}")
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        if options and self._IS_BLANK_OR_COMMENT(source):
            raise ValueError(f"line {lineno!r} of the doctest for {name} has an option directive on a line with no example: "
                             f"{source!r}")
        return options


def _indent(s, indent=4):
    """The text with its lines indented, but for empty ones."""
    return re.sub("(?m)^(?!$)", indent * " ", s)


def _ellipsis_match(want, got):
    """Whether a text fits one in which `...` stands for anything."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *middle, last = want.split(ELLIPSIS_MARKER)
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    place, end = len(first), len(got) - len(last)
    for piece in middle:
        place = got.find(piece, place, end)
        if place < 0:
            return False
        place += len(piece)
    return True


def _strip_exception_details(msg):
    """The bare name of the exception in a message."""
    return msg.partition("\n")[0].partition(":")[0].rpartition(".")[2]


class OutputChecker:
    """Compares outputs as flags say."""

    def check_output(self, want, got, optionflags):
        """Whether an output is as wanted."""
        want, got = (text.encode("ascii", "backslashreplace").decode() for text in (want, got))
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf"(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            want, got = " ".join(want.split()), " ".join(got.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS and _ellipsis_match(want, got))

    def output_difference(self, example, got, optionflags):
        """How an output differs from what was wanted."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub("(?m)^ *(?=\n)", BLANKLINE_MARKER, got)
        long = want.count("\n") > 2 and got.count("\n") > 2
        if optionflags & REPORT_NDIFF or long and optionflags & (REPORT_UDIFF | REPORT_CDIFF):
            return self._difference(want.splitlines(True), got.splitlines(True), optionflags)
        shown = [f"Expected:\n{_indent(want)}" if want else "Expected nothing\n"]
        shown.append(f"Got:\n{_indent(got)}" if got else "Got nothing\n")
        return "".join(shown)

    def _difference(self, want, got, optionflags):
        import difflib
        if optionflags & REPORT_UDIFF:
            kind = "unified diff with -expected +actual"
            lines = list(difflib.unified_diff(want, got, n=2))[2:]
        elif optionflags & REPORT_CDIFF:
            kind = "context diff with expected followed by actual"
            lines = list(difflib.context_diff(want, got, n=2))[2:]
        else:
            kind = "ndiff with -expected +actual"
            lines = difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want, got)
        return f"Differences ({kind}):\n{_indent(''.join(lines))}"
