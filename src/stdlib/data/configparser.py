"""Files of settings: sections with names and values, as in `.ini` files."""
import re
from collections import ChainMap
from collections.abc import MutableMapping

__all__ = (
    "NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
    "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
    "MissingSectionHeaderError", "MultilineContinuationError", "ConfigParser", "RawConfigParser", "Interpolation",
    "BasicInterpolation", "ExtendedInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT",
    "MAX_INTERPOLATION_DEPTH", "UNNAMED_SECTION",
)

DEFAULTSECT = "DEFAULT"
_default_dict = dict
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    """The base of what is raised here."""

    def __init__(self, msg=""):
        super().__init__(msg)
        self.message = msg

    def __repr__(self):
        return self.message

    __str__ = __repr__

    def _keep(self, **given):
        """Makes attributes and `args` of what was given."""
        self.args = tuple(given.values())
        for name, value in given.items():
            setattr(self, name, value)


class NoSectionError(Error):
    """There is no section of that name."""

    def __init__(self, section):
        super().__init__(f"No section: {section!r}")
        self._keep(section=section)


def _twice(kind, what, source, lineno):
    if source is None:
        return f"{kind.capitalize()} {what} already exists"
    line = "" if lineno is None else f" [line {lineno:2d}]"
    return f"While reading from {source!r}{line}: {kind} {what} already exists"


class DuplicateSectionError(Error):
    """A section is there twice."""

    def __init__(self, section, source=None, lineno=None):
        super().__init__(_twice("section", repr(section), source, lineno))
        self._keep(section=section, source=source, lineno=lineno)


class DuplicateOptionError(Error):
    """An option is there twice."""

    def __init__(self, section, option, source=None, lineno=None):
        super().__init__(_twice("option", f"{option!r} in section {section!r}", source, lineno))
        self._keep(section=section, option=option, source=source, lineno=lineno)


class NoOptionError(Error):
    """There is no option of that name."""

    def __init__(self, option, section):
        super().__init__(f"No option {option!r} in section: {section!r}")
        self._keep(option=option, section=section)


class InterpolationError(Error):
    """A value cannot be put together."""

    def __init__(self, option, section, msg):
        super().__init__(msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    """A value names an option that there is not."""

    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, f"Bad value substitution: option {option!r} in section {section!r} contains an "
                         f"interpolation key {reference!r} which is not a valid option name. Raw value: {rawval!r}")
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """A value is not written as it must be."""


class InterpolationDepthError(InterpolationError):
    """Values refer to each other without an end."""

    def __init__(self, option, section, rawval):
        super().__init__(option, section, f"Recursion limit exceeded in value substitution: option {option!r} in section "
                         f"{section!r} contains an interpolation key which cannot be substituted in "
                         f"{MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}")
        self.args = (option, section, rawval)


class ParsingError(Error):
    """Lines of a file cannot be read."""

    def __init__(self, source, *args):
        super().__init__(f"Source contains parsing errors: {source!r}")
        self._keep(source=source)
        self.errors = []
        if args:
            self.append(*args)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line!r}"

    def combine(self, others):
        for other in others:
            for lineno, line in other.errors:
                self.append(lineno, line)
        return self


class MissingSectionHeaderError(ParsingError):
    """An option comes before the first section."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")
        self._keep(source=filename, lineno=lineno, line=line)


class MultilineContinuationError(ParsingError):
    """A value goes on in a line, but there is none."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"Key without value continued with an indented line.\nfile: {filename!r}, line: {lineno}\n"
                       f"{line!r}")
        self._keep(source=filename, lineno=lineno, line=line)


class _UnnamedSection:
    def __repr__(self):
        return "<UNNAMED_SECTION>"


UNNAMED_SECTION = _UnnamedSection()
# Tells `None` from nothing.
_UNSET = type("_Unset", (), {})()


class Interpolation:
    """What is done with values on their way; this does nothing."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    before_read = before_write = before_set


class _Substitution(Interpolation):
    """Puts other values where values name them, with `_MARK` before the name."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._interpolate_some(parser, option, parts, value, section, defaults, 1)
        return "".join(parts)

    def before_set(self, parser, section, option, value):
        rest = self._KEYCRE.sub("", value.replace(self._MARK * 2, ""))
        if self._MARK in rest:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {rest.find(self._MARK)}")
        return value

    def _interpolate_some(self, parser, option, accum, rest, section, map, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        mark, opening = self._MARK, self._OPENING
        while rest:
            before, found, behind = rest.partition(mark)
            if before:
                accum.append(before)
            if not found:
                return
            rest = found + behind
            if behind.startswith(mark):
                accum.append(mark)
                rest = behind[1:]
                continue
            if not behind.startswith(opening):
                raise InterpolationSyntaxError(
                    option, section, f"'{mark}' must be followed by '{mark}' or '{opening}', found: {rest!r}")
            match = self._KEYCRE.match(rest)
            if match is None:
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
            rest = rest[match.end():]
            value, *inner = self._referred(parser, option, section, match[1], map, raw, rest)
            if mark in value:
                name, place, values = inner
                self._interpolate_some(parser, name, accum, value, place, values, depth + 1)
            else:
                accum.append(value)


class BasicInterpolation(_Substitution):
    """`%(name)s` is the value of that option, and `%%` is a percent sign."""

    _MARK, _OPENING = "%", "("
    _KEYCRE = re.compile(r"%\(([^)]+)\)s")

    def _referred(self, parser, option, section, reference, map, raw, rest):
        name = parser.optionxform(reference)
        try:
            return map[name], option, section, map
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None


class ExtendedInterpolation(_Substitution):
    """`${name}` and `${section:name}` are values of options, and `$$` is a dollar sign."""

    _MARK, _OPENING = "$", "{"
    _KEYCRE = re.compile(r"\$\{([^}]+)\}")

    def _referred(self, parser, option, section, reference, map, raw, rest):
        path = reference.split(":")
        if len(path) > 2:
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        *other, name = path
        name = parser.optionxform(name)
        place = other[0] if other else section
        try:
            value = parser.get(place, name, raw=True) if other else map[name]
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        values = dict(parser.items(place, raw=True)) if "$" in value else None
        return value, name, place, values


class _Reading:
    """One pass over the lines of a file."""

    def __init__(self, parser, source):
        self.parser, self.source = parser, source
        self.seen = set()
        self.errors = []
        self.section = self.values = self.option = None
        self.indent = 0
        inline = [rf"(^|\s){re.escape(prefix)}" for prefix in parser._inline_prefixes]
        self.inline = re.compile("|".join(inline)) if inline else None

    def clean(self, line):
        """The line without comments and space around it."""
        text = line.strip()
        if text.startswith(self.parser._comment_prefixes):
            return ""
        comment = self.inline and self.inline.search(line)
        return line[:comment.start()].strip() if comment else text

    def read(self, lines):
        for number, line in enumerate(lines, 1):
            text = self.clean(line)
            if not text:
                self.take_empty(line)
                continue
            indent = len(line) - len(line.lstrip())
            if self.values is not None and self.option and indent > self.indent:
                if self.values[self.option] is None:
                    raise MultilineContinuationError(self.source, number, line)
                self.values[self.option].append(text)
                continue
            self.indent = indent
            self.take(number, line, text)
        if self.errors:
            first, *others = self.errors
            raise first.combine(others)

    def take_empty(self, line):
        if not self.parser._empty_lines_in_values:
            # No line is indented more than this: the value is over.
            self.indent = float("inf")
        elif not line.strip() and self.values is not None and self.option:
            if self.values[self.option] is not None:
                self.values[self.option].append("")

    def take(self, number, line, text):
        parser = self.parser
        if self.values is None and parser._allow_unnamed_section:
            self.enter(UNNAMED_SECTION, parser._new_section(UNNAMED_SECTION))
        header = parser.SECTCRE.match(text)
        if header:
            self.take_header(number, header["header"])
        elif self.values is None:
            raise MissingSectionHeaderError(self.source, number, line)
        else:
            self.take_option(number, line, text)

    def enter(self, name, values):
        self.section, self.values = name, values
        self.seen.add(name)

    def take_header(self, number, name):
        parser = self.parser
        if name in parser._sections:
            if parser._strict and name in self.seen:
                raise DuplicateSectionError(name, self.source, number)
            self.enter(name, parser._sections[name])
        elif name == parser.default_section:
            self.section, self.values = name, parser._defaults
        else:
            self.enter(name, parser._new_section(name))
        # A section does not begin with the rest of a value.
        self.option = None

    def take_option(self, number, line, text):
        parser = self.parser
        match = parser._optcre.match(text)
        if not match or not match["option"]:
            self.errors.append(ParsingError(self.source, number, line))
            if not match:
                return
        self.option = parser.optionxform(match["option"].rstrip())
        if parser._strict and (self.section, self.option) in self.seen:
            raise DuplicateOptionError(self.section, self.option, self.source, number)
        self.seen.add((self.section, self.option))
        value = match["value"]
        self.values[self.option] = None if value is None else [value.strip()]


class RawConfigParser(MutableMapping):
    """Settings as they were written."""

    _SECT_TMPL = r"\[(?P<header>.+)\]"
    _OPT_TMPL = r"(?P<option>.*?)\s*(?P<vi>{delim})\s*(?P<value>.*)$"
    _OPT_NV_TMPL = r"(?P<option>.*?)\s*(?:(?P<vi>{delim})\s*(?P<value>.*))?$"
    _DEFAULT_INTERPOLATION = Interpolation()
    SECTCRE = re.compile(_SECT_TMPL)
    OPTCRE = re.compile(_OPT_TMPL.format(delim="=|:"))
    OPTCRE_NV = re.compile(_OPT_NV_TMPL.format(delim="=|:"))
    NONSPACECRE = re.compile(r"\S")
    BOOLEAN_STATES = {
        **dict.fromkeys(("1", "yes", "true", "on"), True), **dict.fromkeys(("0", "no", "false", "off"), False),
    }

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET, allow_unnamed_section=False):
        self._dict = dict_type
        self._sections, self._defaults, self._proxies = dict_type(), dict_type(), dict_type()
        self._converters = ConverterMapping(self)
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        if delimiters == ("=", ":"):
            self._optcre = self.OPTCRE_NV if allow_no_value else self.OPTCRE
        else:
            template = self._OPT_NV_TMPL if allow_no_value else self._OPT_TMPL
            self._optcre = re.compile(template.format(delim="|".join(map(re.escape, delimiters))))
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_prefixes = tuple(inline_comment_prefixes or ())
        self._strict, self._allow_no_value = strict, allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self._allow_unnamed_section = allow_unnamed_section
        self.default_section = default_section
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        if interpolation is None:
            interpolation = Interpolation()
        if not isinstance(interpolation, Interpolation):
            raise TypeError("interpolation= must be None or an instance of Interpolation; got an object of type "
                            f"{type(interpolation)}")
        self._interpolation = interpolation
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    def _new_section(self, name):
        values = self._sections[name] = self._dict()
        self._proxies[name] = SectionProxy(self, name)
        return values

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value

    @property
    def converters(self):
        return self._converters

    def defaults(self):
        return self._defaults

    def sections(self):
        """The names of the sections, without that of the defaults."""
        return list(self._sections)

    def add_section(self, section):
        """Adds a section without options."""
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._new_section(section)

    def has_section(self, section):
        """Whether there is that section; the defaults are none."""
        return section in self._sections

    def options(self, section):
        """The names of the options of a section, with those that have defaults."""
        if section not in self._sections:
            raise NoSectionError(section) from None
        return list({**self._sections[section], **self._defaults})

    # Reading.

    def read(self, filenames, encoding=None):
        """Reads files, those that can be opened; gives their names."""
        import os
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            done.append(os.fspath(name) if isinstance(name, os.PathLike) else name)
        return done

    def read_file(self, f, source=None):
        """Reads lines of an open file, or of what else gives lines."""
        self._read(f, getattr(f, "name", "<???>") if source is None else source)

    def read_string(self, string, source="<string>"):
        """Reads a text."""
        import io
        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source="<dict>"):
        """Takes sections from a mapping of mappings; all becomes text."""
        seen = set()
        for given, options in dictionary.items():
            section = str(given)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                # The section may have been there before.
                if section in seen and self._strict:
                    raise
            seen.add(section)
            for name, value in options.items():
                key = self.optionxform(str(name))
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, value if value is None else str(value))

    def _read(self, fp, fpname):
        try:
            _Reading(self, fpname).read(fp)
        finally:
            self._join_multiline_values()

    def _join_multiline_values(self):
        for section, options in [(self.default_section, self._defaults), *self._sections.items()]:
            for name, value in options.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                options[name] = self._interpolation.before_read(self, section, name, value)

    # Values.

    def _unify_values(self, section, vars):
        """Where an option is looked for: the given values, the section, the defaults."""
        if section not in self._sections and section != self.default_section:
            raise NoSectionError(section) from None
        given = {self.optionxform(key): value if value is None else str(value) for key, value in (vars or {}).items()}
        return ChainMap(given, self._sections.get(section, {}), self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """The value of an option; `fallback` where there is none."""
        try:
            values = self._unify_values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = values[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            value = self.get(section, option, raw=raw, vars=vars, **kwargs)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return conv(value)

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        convert = self._convert_to_boolean
        return self._get_conv(section, option, convert, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        """The options of a section with their values; without a section, the sections."""
        if section is _UNSET:
            return super().items()
        values = self._defaults.copy()
        if section in self._sections:
            values.update(self._sections[section])
        elif section != self.default_section:
            raise NoSectionError(section)
        names = list(values)
        for key, value in (vars or {}).items():
            values[self.optionxform(key)] = value
        if raw:
            return [(name, values[name]) for name in names]
        shown = self._interpolation.before_get
        return [(name, shown(self, section, name, values[name], values)) for name in names]

    def popitem(self):
        """Takes the first section out: its name and itself."""
        names = self.sections()
        if not names:
            raise KeyError
        first = names[0], self[names[0]]
        del self[names[0]]
        return first

    def optionxform(self, optionstr):
        """How names of options are compared."""
        return optionstr.lower()

    def has_option(self, section, option):
        """Whether a section, or the defaults for an empty name, has an option."""
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def _own_values(self, section):
        if not section or section == self.default_section:
            return self._defaults
        try:
            return self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None

    def set(self, section, option, value=None):
        """Sets an option."""
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._own_values(section)[self.optionxform(option)] = value

    def remove_option(self, section, option):
        """Removes an option; whether it was there."""
        values = self._own_values(section)
        return values.pop(self.optionxform(option), values) is not values

    def remove_section(self, section):
        """Removes a section; whether it was there."""
        if section not in self._sections:
            return False
        del self._sections[section], self._proxies[section]
        return True

    def write(self, fp, space_around_delimiters=True):
        """Writes all to a file."""
        delimiter = self._delimiters[0]
        if space_around_delimiters:
            delimiter = f" {delimiter} "
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), delimiter)
        if UNNAMED_SECTION in self._sections:
            self._write_section(fp, UNNAMED_SECTION, self._sections[UNNAMED_SECTION].items(), delimiter, unnamed=True)
        for section, options in self._sections.items():
            if section is not UNNAMED_SECTION:
                self._write_section(fp, section, options.items(), delimiter)

    def _write_section(self, fp, section_name, section_items, delimiter, unnamed=False):
        if not unnamed:
            fp.write(f"[{section_name}]\n")
        for name, value in section_items:
            value = self._interpolation.before_write(self, section_name, name, value)
            if value is not None or not self._allow_no_value:
                # Line ends are told from those of the next option by the tab.
                value = delimiter + str(value).replace("\n", "\n\t")
            else:
                value = ""
            fp.write(f"{name}{value}\n")
        fp.write("\n")

    def _validate_value_types(self, *, section="", option="", value=""):
        for what, given in ("section names", section), ("option keys", option):
            if not isinstance(given, str):
                raise TypeError(f"{what} must be strings")
        if not isinstance(value, str) and (value or not self._allow_no_value):
            raise TypeError("option values must be strings")

    # As a mapping.

    def __getitem__(self, key):
        if key not in self:
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self:
            if self[key] is value:
                return
            self._own_values(key).clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return 1 + len(self._sections)

    def __iter__(self):
        yield self.default_section
        yield from self._sections


class ConfigParser(RawConfigParser):
    """Settings whose values may name each other."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def add_section(self, section):
        """Adds a section without options."""
        self._validate_value_types(section=section)
        super().add_section(section)

    def set(self, section, option, value=None):
        """Sets an option to a text."""
        self._validate_value_types(option=option, value=value)
        super().set(section, option, value)

    def _read_defaults(self, defaults):
        kept, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = kept


class SectionProxy(MutableMapping):
    """A section as a mapping."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for kind in parser.converters:
            self._add_getter("get" + kind, getattr(parser, "get" + kind))

    def _add_getter(self, name, getter):
        import functools
        setattr(self, name, functools.partial(self.get, _impl=getter))

    def __repr__(self):
        return f"<Section: {self._name}>"

    parser = property(lambda self: self._parser)
    name = property(lambda self: self._name)

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        """The value of an option; `fallback` where there is none."""
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def __getitem__(self, key):
        if key not in self:
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._validate_value_types(option=key, value=value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if key not in self or not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        parser = self._parser
        return parser.defaults() if self._name == parser.default_section else parser.options(self._name)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())


class ConverterMapping(MutableMapping):
    """What values can be converted to: each name has a method `getNAME` of the parser and its sections."""

    GETTERCRE = re.compile(r"^get(?P<name>.+)$")

    def __init__(self, parser):
        self._parser = parser
        getters = (self.GETTERCRE.match(name) for name in dir(parser) if callable(getattr(parser, name, None)))
        # Those that the class has need no function.
        self._data = {found["name"]: None for found in getters if found}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise ValueError(f"Incompatible key: {key} (type: {type(key)})")
        if not key:
            raise ValueError('Incompatible key: cannot use "" as a name')
        import functools
        self._data[key] = value
        getter = functools.partial(self._parser._get_conv, conv=value)
        getter.converter = value
        setattr(self._parser, "get" + key, getter)
        for section in self._parser.values():
            section._add_getter("get" + key, getter)

    def __delitem__(self, key):
        if not isinstance(key, str) or not key:
            raise KeyError(key)
        del self._data[key]
        for each in [self._parser, *self._parser.values()]:
            try:
                delattr(each, f"get{key}")
            except AttributeError:
                # The class has it.
                pass

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(self._data)
