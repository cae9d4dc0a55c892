"""How records become text. A part of logging, whose name its classes bear."""
__name__ = "logging"

import time


class PercentStyle:
    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    asctime_search = "%(asctime)"
    # Another way to ask for the time, where a style has one.
    _asctime_short = None
    validation_pattern = r"%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]"

    def __init__(self, fmt, *, defaults=None):
        self._defaults = defaults
        self._fmt = fmt or self.default_format

    def usesTime(self):
        short = self._asctime_short
        return self.asctime_search in self._fmt or short is not None and short in self._fmt

    def validate(self):
        # The usual format need not be looked at, for which alone expressions would be loaded.
        if self._fmt == "%(message)s":
            return
        import re
        if not re.search(self.validation_pattern, self._fmt, re.I):
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _values(self, record):
        return self._defaults | record.__dict__ if self._defaults else record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}")


class StrFormatStyle(PercentStyle):
    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        from string import Formatter as Reader
        try:
            if not any([self._is_field(*rest) for _, *rest in Reader().parse(self._fmt)]):
                raise ValueError("no fields")
        except ValueError as error:
            raise ValueError(f"invalid format: {error}")

    def _is_field(self, name, spec, conversion):
        """Whether a piece of the format has a field; what is wrong with it raises an error."""
        import re
        if name and not re.fullmatch(r"(\d+|\w+)(\.\w+|\[[^]]+\])*", name):
            raise ValueError(f"invalid field name/expression: {name!r}")
        if conversion and conversion not in "rsa":
            raise ValueError(f"invalid conversion: {conversion!r}")
        number = r"(\d+|\{\w+\})"
        wanted = rf"(.?[<=>^])?[+ -]?#?0?{number}?[,_]?(\.{number})?[bcdefgnosx%]?"
        if spec and not re.fullmatch(wanted, spec, re.I):
            raise ValueError(f"bad specifier: {spec!r}")
        return bool(name)


class StringTemplateStyle(PercentStyle):
    default_format = "${message}"
    asctime_format = "${asctime}"
    asctime_search = "${asctime}"
    _asctime_short = "$asctime"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        from string import Template
        self._tpl = Template(self._fmt)

    def validate(self):
        import re
        found = False
        for match in re.finditer(r"\$(?:(\$)|(\w+)|\{(\w+)\}|)", self._fmt):
            if match.group(2) or match.group(3):
                found = True
            elif match.group(0) == "$":
                raise ValueError("invalid format: bare '$' not allowed")
        if not found:
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


def _style_named(style):
    """The class and the basic format of a style."""
    if style not in _STYLES:
        raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
    return _STYLES[style]


class Formatter:
    """Makes text of records."""

    converter = time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        made = _style_named(style)[0](fmt, defaults=defaults)
        if validate:
            made.validate()
        self._style, self._fmt, self.datefmt = made, made._fmt, datefmt

    def formatTime(self, record, datefmt=None):
        parts = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, parts)
        text = time.strftime(self.default_time_format, parts)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        import io
        import traceback
        stream = io.StringIO()
        traceback.print_exception(ei[0], ei[1], ei[2], limit=None, file=stream)
        return stream.getvalue().removesuffix("\n")

    def formatStack(self, stack_info):
        return stack_info

    def formatMessage(self, record):
        return self._style.format(record)

    def usesTime(self):
        return self._style.usesTime()

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = _below(text, record.exc_text)
        if record.stack_info:
            text = _below(text, self.formatStack(record.stack_info))
        return text


def _below(text, more):
    return text + more if text[-1:] == "\n" else f"{text}\n{more}"


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Makes text of several records."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        lines = "".join(self.linefmt.format(record) for record in records)
        return self.formatHeader(records) + lines + self.formatFooter(records)
