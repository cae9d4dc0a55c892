"""Options of command lines, as programs parsed them before `argparse`."""
import os
import sys

__all__ = [
    "Option", "make_option", "SUPPRESS_HELP", "SUPPRESS_USAGE", "Values", "OptionContainer", "OptionGroup",
    "OptionParser", "HelpFormatter", "IndentedHelpFormatter", "TitledHelpFormatter", "OptParseError", "OptionError",
    "OptionConflictError", "OptionValueError", "BadOptionError", "check_choice",
]

NO_DEFAULT = ("NO", "DEFAULT")
SUPPRESS_HELP, SUPPRESS_USAGE = "SUPPRESSHELP", "SUPPRESSUSAGE"


class OptParseError(Exception):
    """The base of what is raised here."""

    def __init__(self, msg):
        self.msg = msg

    def __str__(self):
        return self.msg


class OptionError(OptParseError):
    """An option is described in a way that makes no sense."""

    def __init__(self, msg, option):
        super().__init__(msg)
        self.option_id = str(option)

    def __str__(self):
        return f"option {self.option_id}: {self.msg}" if self.option_id else self.msg


class OptionConflictError(OptionError):
    """Two options have the same name."""


class OptionValueError(OptParseError):
    """A value on the command line is wrong."""


class BadOptionError(OptParseError):
    """An option on the command line is not known."""

    def __init__(self, opt_str):
        self.opt_str = opt_str

    def __str__(self):
        return f"no such option: {self.opt_str}"


class AmbiguousOptionError(BadOptionError):
    """An option on the command line may be short for several."""

    def __init__(self, opt_str, possibilities):
        super().__init__(opt_str)
        self.possibilities = possibilities

    def __str__(self):
        return f"ambiguous option: {self.opt_str} ({', '.join(self.possibilities)}?)"


class HelpFormatter:
    """Lays out help; `IndentedHelpFormatter` and `TitledHelpFormatter` say how usage and headings look."""

    NO_DEFAULT_VALUE = "none"

    def __init__(self, indent_increment, max_help_position, width, short_first):
        if width is None:
            try:
                width = int(os.environ["COLUMNS"]) - 2
            except (KeyError, ValueError):
                width = 78
        self.parser = self.help_width = None
        self.indent_increment, self.width, self.short_first = indent_increment, width, short_first
        self.max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self.help_position = self.max_help_position
        self.current_indent = self.level = 0
        self.default_tag = "%default"
        self.option_strings = {}
        self._short_opt_fmt, self._long_opt_fmt = "%s %s", "%s=%s"

    def set_parser(self, parser):
        self.parser = parser

    def set_short_opt_delimiter(self, delim):
        if delim not in ("", " "):
            raise ValueError(f"invalid metavar delimiter for short options: {delim!r}")
        self._short_opt_fmt = f"%s{delim}%s"

    def set_long_opt_delimiter(self, delim):
        if delim not in ("=", " "):
            raise ValueError(f"invalid metavar delimiter for long options: {delim!r}")
        self._long_opt_fmt = f"%s{delim}%s"

    def indent(self):
        self.level += 1
        self.current_indent += self.indent_increment

    def dedent(self):
        self.level -= 1
        self.current_indent -= self.indent_increment
        assert self.current_indent >= 0, "Indent decreased below 0."

    def format_heading(self, heading):
        raise NotImplementedError("subclasses must implement")

    def format_usage(self, usage):
        raise NotImplementedError("subclasses must implement")

    def _format_text(self, text):
        import textwrap
        margin = " " * self.current_indent
        return textwrap.fill(text, max(self.width - self.current_indent, 11), initial_indent=margin,
                             subsequent_indent=margin)

    def format_description(self, description):
        return self._format_text(description) + "\n" if description else ""

    def format_epilog(self, epilog):
        return f"\n{self._format_text(epilog)}\n" if epilog else ""

    def expand_default(self, option):
        """The help of an option with its default value."""
        if self.parser is None or not self.default_tag:
            return option.help
        value = self.parser.defaults.get(option.dest)
        if value is None or value is NO_DEFAULT:
            value = self.NO_DEFAULT_VALUE
        return option.help.replace(self.default_tag, str(value))

    def format_option(self, option):
        """The lines of an option."""
        names = self.option_strings[option]
        margin, room = " " * self.current_indent, self.help_position - self.current_indent - 2
        beside = len(names) <= room
        shown = [f"{margin}{names:<{room}}  " if beside else f"{margin}{names}\n"]
        if option.help:
            import textwrap
            first, *rest = textwrap.wrap(self.expand_default(option), self.help_width)
            column = " " * self.help_position
            shown.append(f"{'' if beside else column}{first}\n")
            shown += [f"{column}{line}\n" for line in rest]
        elif beside:
            shown.append("\n")
        return "".join(shown)

    def store_option_strings(self, parser):
        """Finds how wide the names of options are."""
        widest = 0
        self.indent()
        groups = [(parser.option_list, self.current_indent)]
        self.indent()
        groups += [(group.option_list, self.current_indent) for group in parser.option_groups]
        self.dedent()
        self.dedent()
        for options, margin in groups:
            for option in options:
                self.option_strings[option] = names = self.format_option_strings(option)
                widest = max(widest, len(names) + margin)
        self.help_position = min(widest + 2, self.max_help_position)
        self.help_width = max(self.width - self.help_position, 11)

    def format_option_strings(self, option):
        """The names of an option, with what stands for its value."""
        short, long = option._short_opts, option._long_opts
        if option.takes_value():
            value = option.metavar or option.dest.upper()
            short = [self._short_opt_fmt % (name, value) for name in short]
            long = [self._long_opt_fmt % (name, value) for name in long]
        return ", ".join(short + long if self.short_first else long + short)


class IndentedHelpFormatter(HelpFormatter):
    """Help with indented sections."""

    def __init__(self, indent_increment=2, max_help_position=24, width=None, short_first=1):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        return f"Usage: {usage}\n"

    def format_heading(self, heading):
        return f"{' ' * self.current_indent}{heading}:\n"


class TitledHelpFormatter(HelpFormatter):
    """Help with underlined headings."""

    def __init__(self, indent_increment=0, max_help_position=24, width=None, short_first=0):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        return f"{self.format_heading('Usage')}  {usage}\n"

    def format_heading(self, heading):
        return f"{heading}\n{'=-'[self.level] * len(heading)}\n"


def _parse_num(val, type):
    start = val[:2].lower()
    if start == "0x":
        return type(val, 16)
    if start == "0b":
        return type(val[2:] or "0", 2)
    return type(val, 8 if val[:1] == "0" else 10)


def _parse_int(val):
    return _parse_num(val, int)


_CONVERSIONS = {
    "int": (_parse_int, "integer"), "long": (_parse_int, "integer"), "float": (float, "floating-point"),
    "complex": (complex, "complex"),
}


def check_builtin(option, opt, value):
    """The number that a text means."""
    convert, what = _CONVERSIONS[option.type]
    try:
        return convert(value)
    except ValueError:
        raise OptionValueError(f"option {opt}: invalid {what} value: {value!r}")


def check_choice(option, opt, value):
    """The value, if it is one of the choices."""
    if value in option.choices:
        return value
    choices = ", ".join(map(repr, option.choices))
    raise OptionValueError(f"option {opt}: invalid choice: {value!r} (choose from {choices})")


class Option:
    """An option: its names, and what is done when it is met."""

    ATTRS = ["action", "type", "dest", "default", "nargs", "const", "choices", "callback", "callback_args",
             "callback_kwargs", "help", "metavar"]
    ACTIONS = ("store", "store_const", "store_true", "store_false", "append", "append_const", "count", "callback",
               "help", "version")
    STORE_ACTIONS = ACTIONS[:7]
    TYPED_ACTIONS = ("store", "append", "callback")
    ALWAYS_TYPED_ACTIONS = ("store", "append")
    CONST_ACTIONS = ("store_const", "append_const")
    TYPES = ("string", "int", "long", "float", "complex", "choice")
    TYPE_CHECKER = {**dict.fromkeys(("int", "long", "float", "complex"), check_builtin), "choice": check_choice}

    def __init__(self, *opts, **attrs):
        self._short_opts, self._long_opts = [], []
        self._set_opt_strings(self._check_opt_strings(opts))
        self._set_attrs(attrs)
        for check in self.CHECK_METHODS:
            check(self)

    def _check_opt_strings(self, opts):
        opts = [name for name in opts if name]
        if not opts:
            raise TypeError("at least one option string must be supplied")
        return opts

    def _set_opt_strings(self, opts):
        for name in opts:
            if len(name) < 2:
                raise OptionError(f"invalid option string {name!r}: must be at least two characters long", self)
            if len(name) > 2:
                if not name.startswith("--") or name[2] == "-":
                    raise OptionError(f"invalid long option string {name!r}: must start with --, followed by non-dash", self)
                self._long_opts.append(name)
            else:
                if name[0] != "-" or name[1] == "-":
                    raise OptionError(f"invalid short option string {name!r}: must be of the form -x, (x any non-dash "
                                      "char)", self)
                self._short_opts.append(name)

    def _set_attrs(self, attrs):
        for name in self.ATTRS:
            setattr(self, name, attrs.pop(name, NO_DEFAULT if name == "default" else None))
        if attrs:
            raise OptionError(f"invalid keyword arguments: {', '.join(sorted(attrs))}", self)

    def _check_action(self):
        if self.action is None:
            self.action = "store"
        elif self.action not in self.ACTIONS:
            raise OptionError(f"invalid action: {self.action!r}", self)

    def _check_type(self):
        if self.type is None:
            if self.action in self.ALWAYS_TYPED_ACTIONS:
                self.type = "string" if self.choices is None else "choice"
            return
        name = self.type.__name__ if isinstance(self.type, type) else self.type
        self.type = "string" if name == "str" else name
        if self.type not in self.TYPES:
            raise OptionError(f"invalid option type: {self.type!r}", self)
        if self.action not in self.TYPED_ACTIONS:
            raise OptionError(f"must not supply a type for action {self.action!r}", self)

    def _check_choice(self):
        if self.type != "choice":
            if self.choices is not None:
                raise OptionError(f"must not supply choices for type {self.type!r}", self)
        elif self.choices is None:
            raise OptionError("must supply a list of choices for type 'choice'", self)
        elif not isinstance(self.choices, (tuple, list)):
            kind = str(type(self.choices)).split("'")[1]
            raise OptionError(f"choices must be a list of strings ('{kind}' supplied)", self)

    def _check_dest(self):
        if self.dest is None and (self.action in self.STORE_ACTIONS or self.type is not None):
            self.dest = self._long_opts[0][2:].replace("-", "_") if self._long_opts else self._short_opts[0][1]

    def _check_const(self):
        if self.const is not None and self.action not in self.CONST_ACTIONS:
            raise OptionError(f"'const' must not be supplied for action {self.action!r}", self)

    def _check_nargs(self):
        if self.action in self.TYPED_ACTIONS:
            self.nargs = 1 if self.nargs is None else self.nargs
        elif self.nargs is not None:
            raise OptionError(f"'nargs' must not be supplied for action {self.action!r}", self)

    def _check_callback(self):
        if self.action != "callback":
            if self.callback is not None:
                raise OptionError(f"callback supplied ({self.callback!r}) for non-callback option", self)
            for name in "callback_args", "callback_kwargs":
                if getattr(self, name) is not None:
                    raise OptionError(f"{name} supplied for non-callback option", self)
            return
        if not callable(self.callback):
            raise OptionError(f"callback not callable: {self.callback!r}", self)
        for name, kind in ("callback_args", tuple), ("callback_kwargs", dict):
            value = getattr(self, name)
            if value is not None and not isinstance(value, kind):
                raise OptionError(f"{name}, if supplied, must be a {kind.__name__}: not {value!r}", self)

    CHECK_METHODS = [_check_action, _check_type, _check_choice, _check_dest, _check_const, _check_nargs,
                     _check_callback]

    def __str__(self):
        return "/".join(self._short_opts + self._long_opts)

    def __repr__(self):
        return f"<{type(self).__name__} at {hex(id(self))}: {self}>"

    def takes_value(self):
        return self.type is not None

    def get_opt_string(self):
        return (self._long_opts or self._short_opts)[0]

    def check_value(self, opt, value):
        check = self.TYPE_CHECKER.get(self.type)
        return check(self, opt, value) if check else value

    def convert_value(self, opt, value):
        if value is None or self.nargs == 1:
            return value if value is None else self.check_value(opt, value)
        return tuple([self.check_value(opt, each) for each in value])

    def process(self, opt, value, values, parser):
        return self.take_action(self.action, self.dest, opt, self.convert_value(opt, value), values, parser)

    def take_action(self, action, dest, opt, value, values, parser):
        match action:
            case "store":
                setattr(values, dest, value)
            case "store_const":
                setattr(values, dest, self.const)
            case "store_true" | "store_false":
                setattr(values, dest, action == "store_true")
            case "append" | "append_const":
                values.ensure_value(dest, []).append(value if action == "append" else self.const)
            case "count":
                setattr(values, dest, values.ensure_value(dest, 0) + 1)
            case "callback":
                self.callback(self, opt, value, parser, *(self.callback_args or ()), **(self.callback_kwargs or {}))
            case "help":
                parser.print_help()
                parser.exit()
            case "version":
                parser.print_version()
                parser.exit()
            case _:
                raise ValueError(f"unknown action {self.action!r}")
        return 1


make_option = Option


class Values:
    """The values that parsing gives, as attributes."""

    def __init__(self, defaults=None):
        vars(self).update(defaults or {})

    def __str__(self):
        return str(vars(self))

    __repr__ = Option.__repr__

    def __eq__(self, other):
        if isinstance(other, Values):
            return vars(self) == vars(other)
        return vars(self) == other if isinstance(other, dict) else NotImplemented

    def _update(self, dict, mode):
        if mode not in ("careful", "loose"):
            raise ValueError(f"invalid update mode: {mode!r}")
        for name, value in dict.items():
            if mode == "loose" or hasattr(self, name) and value is not None:
                setattr(self, name, value)

    def read_module(self, modname, mode="careful"):
        """Takes values from a module."""
        __import__(modname)
        self._update(vars(sys.modules[modname]), mode)

    def read_file(self, filename, mode="careful"):
        """Takes values from what a file sets when it runs."""
        found = {}
        with open(filename) as file:
            exec(file.read(), found)
        self._update(found, mode)

    def ensure_value(self, attr, value):
        """The value of an attribute, set if there is none."""
        if getattr(self, attr, None) is None:
            setattr(self, attr, value)
        return getattr(self, attr)


class OptionContainer:
    """What options are added to."""

    def __init__(self, option_class, conflict_handler, description):
        self.option_class = option_class
        self._create_option_list()
        self.set_description(description)
        self.set_conflict_handler(conflict_handler)

    def _create_option_mappings(self):
        self._short_opt, self._long_opt, self.defaults = {}, {}, {}

    def _share_option_mappings(self, parser):
        self._short_opt, self._long_opt, self.defaults = parser._short_opt, parser._long_opt, parser.defaults

    def set_conflict_handler(self, handler):
        if handler not in ("error", "resolve"):
            raise ValueError(f"invalid conflict_resolution value {handler!r}")
        self.conflict_handler = handler

    def get_description(self):
        return self.description

    def set_description(self, description):
        self.description = description

    def destroy(self):
        """Ends the use of this."""
        del self._short_opt, self._long_opt, self.defaults

    def _known(self, name):
        return self._long_opt if name.startswith("--") else self._short_opt

    def _check_conflict(self, option):
        names = [name for name in option._short_opts + option._long_opts if name in self._known(name)]
        if not names:
            return
        if self.conflict_handler == "error":
            raise OptionConflictError(f"conflicting option string(s): {', '.join(names)}", option)
        for name in names:
            older = self._known(name).pop(name)
            (older._long_opts if name.startswith("--") else older._short_opts).remove(name)
            if not older._short_opts and not older._long_opts:
                older.container.option_list.remove(older)

    def add_option(self, *args, **kwargs):
        """Adds an option, or makes one of names and what else there is to say."""
        if isinstance(args[0], str):
            option = self.option_class(*args, **kwargs)
        elif len(args) > 1 or kwargs:
            raise TypeError("invalid arguments")
        else:
            option = args[0]
            if not isinstance(option, Option):
                raise TypeError(f"not an Option instance: {option!r}")
        self._check_conflict(option)
        self.option_list.append(option)
        option.container = self
        for name in option._short_opts + option._long_opts:
            self._known(name)[name] = option
        if option.dest is not None:
            if option.default is not NO_DEFAULT:
                self.defaults[option.dest] = option.default
            else:
                self.defaults.setdefault(option.dest, None)
        return option

    def add_options(self, option_list):
        for each in option_list:
            self.add_option(each)

    def get_option(self, opt_str):
        return self._known(opt_str).get(opt_str)

    def has_option(self, opt_str):
        return opt_str in self._known(opt_str)

    def remove_option(self, opt_str):
        """Removes an option and all its names."""
        option = self.get_option(opt_str)
        if option is None:
            raise ValueError(f"no such option {opt_str!r}")
        for name in option._short_opts + option._long_opts:
            del self._known(name)[name]
        option.container.option_list.remove(option)

    def format_option_help(self, formatter):
        shown = [option for option in self.option_list if option.help is not SUPPRESS_HELP]
        return "".join(map(formatter.format_option, shown)) if self.option_list else ""

    def format_description(self, formatter):
        return formatter.format_description(self.get_description())

    def format_help(self, formatter):
        parts = [self.format_description(formatter)] if self.description else []
        return "\n".join([*parts, self.format_option_help(formatter)])


def _match_abbrev(s, wordmap):
    """The word that a text is, or is short for."""
    fits = [s] if s in wordmap else [word for word in wordmap if word.startswith(s)]
    if len(fits) == 1:
        return fits[0]
    raise AmbiguousOptionError(s, sorted(fits)) if fits else BadOptionError(s)


class OptionGroup(OptionContainer):
    """Options with a title of their own in the help."""

    def __init__(self, parser, title, description=None):
        self.parser = parser
        super().__init__(parser.option_class, parser.conflict_handler, description)
        self.title = title

    def set_title(self, title):
        self.title = title

    def _create_option_list(self):
        self._share_option_mappings(self.parser)
        self.option_list = []

    def destroy(self):
        super().destroy()
        del self.option_list

    def format_help(self, formatter):
        heading = formatter.format_heading(self.title)
        formatter.indent()
        body = super().format_help(formatter)
        formatter.dedent()
        return heading + body


class OptionParser(OptionContainer):
    """Parses command lines."""

    standard_option_list = []

    def __init__(self, usage=None, option_list=None, option_class=Option, version=None, conflict_handler="error",
                 description=None, formatter=None, add_help_option=True, prog=None, epilog=None):
        super().__init__(option_class, conflict_handler, description)
        self.set_usage(usage)
        self.prog, self.version, self.epilog = prog, version, epilog
        self.allow_interspersed_args = self.process_default_values = True
        self.formatter = IndentedHelpFormatter() if formatter is None else formatter
        self.formatter.set_parser(self)
        self.add_options([*self.standard_option_list, *(option_list or [])])
        if version:
            self.add_option("--version", action="version", help="show program's version number and exit")
        if add_help_option:
            self.add_option("-h", "--help", action="help", help="show this help message and exit")
        self.rargs = self.largs = self.values = None

    def _create_option_list(self):
        self.option_list, self.option_groups = [], []
        self._create_option_mappings()

    def destroy(self):
        super().destroy()
        for group in self.option_groups:
            group.destroy()
        del self.option_list, self.option_groups, self.formatter

    def set_usage(self, usage):
        if usage is None:
            usage = "%prog [options]"
        elif usage is SUPPRESS_USAGE:
            usage = None
        elif usage.lower().startswith("usage: "):
            usage = usage[7:]
        self.usage = usage

    def enable_interspersed_args(self):
        """Lets options stand among the arguments."""
        self.allow_interspersed_args = True

    def disable_interspersed_args(self):
        """Ends options at the first argument."""
        self.allow_interspersed_args = False

    def set_defaults(self, **kwargs):
        self.defaults.update(kwargs)

    def set_default(self, dest, value):
        self.set_defaults(**{dest: value})

    def set_process_default_values(self, process):
        self.process_default_values = process

    def get_default_values(self):
        """The values before parsing; those that are texts are converted."""
        found = dict(self.defaults)
        if self.process_default_values:
            for option in self.option_list + [each for group in self.option_groups for each in group.option_list]:
                value = found.get(option.dest)
                if isinstance(value, str):
                    found[option.dest] = option.check_value(option.get_opt_string(), value)
        return Values(found)

    def add_option_group(self, *args, **kwargs):
        """Adds a group, or makes one with a title."""
        if isinstance(args[0], str):
            group = OptionGroup(self, *args, **kwargs)
        elif len(args) > 1 or kwargs:
            raise TypeError("invalid arguments")
        else:
            group = args[0]
            if not isinstance(group, OptionGroup):
                raise TypeError(f"not an OptionGroup instance: {group!r}")
            if group.parser is not self:
                raise ValueError("invalid OptionGroup (wrong parser)")
        self.option_groups.append(group)
        return group

    def get_option_group(self, opt_str):
        option = self.get_option(opt_str)
        return option.container if option and option.container is not self else None

    def parse_args(self, args=None, values=None):
        """The values of the options, and the arguments that are left."""
        self.rargs = sys.argv[1:] if args is None else args[:]
        self.largs = []
        self.values = self.get_default_values() if values is None else values
        try:
            self._process_args(self.largs, self.rargs, self.values)
        except (BadOptionError, OptionValueError) as error:
            self.error(str(error))
        return self.check_values(self.values, self.largs + self.rargs)

    def check_values(self, values, args):
        """For derived classes: a last look at what was parsed."""
        return values, args

    def _process_args(self, largs, rargs, values):
        while rargs:
            arg = rargs[0]
            if arg == "--":
                del rargs[0]
                return
            if arg.startswith("--"):
                self._process_long_opt(rargs, values)
            elif arg.startswith("-") and arg != "-":
                self._process_short_opts(rargs, values)
            elif not self.allow_interspersed_args:
                return
            else:
                largs.append(rargs.pop(0))

    def _match_long_opt(self, opt):
        return _match_abbrev(opt, self._long_opt)

    def _value(self, option, name, rargs):
        count = option.nargs
        if len(rargs) < count:
            self.error(f"{name} option requires {count} argument{'s' * (count != 1)}")
        found = tuple(rargs[:count])
        del rargs[:count]
        return found[0] if count == 1 else found

    def _process_long_opt(self, rargs, values):
        name, equals, value = rargs.pop(0).partition("=")
        if equals:
            rargs.insert(0, value)
        name = self._match_long_opt(name)
        option = self._long_opt[name]
        value = None
        if option.takes_value():
            value = self._value(option, name, rargs)
        elif equals:
            self.error(f"{name} option does not take a value")
        option.process(name, value, values, self)

    def _process_short_opts(self, rargs, values):
        letters = rargs.pop(0)[1:]
        while letters:
            name, letters = "-" + letters[0], letters[1:]
            option = self._short_opt.get(name)
            if not option:
                raise BadOptionError(name)
            value = None
            if option.takes_value():
                if letters:
                    rargs.insert(0, letters)
                    letters = ""
                value = self._value(option, name, rargs)
            option.process(name, value, values, self)

    # Help and endings.

    def get_prog_name(self):
        return os.path.basename(sys.argv[0]) if self.prog is None else self.prog

    def expand_prog_name(self, s):
        return s.replace("%prog", self.get_prog_name())

    def get_description(self):
        text = self.description
        return self.expand_prog_name(text)

    def exit(self, status=0, msg=None):
        sys.stderr.write(msg or "")
        sys.exit(status)

    def error(self, msg):
        """Prints the usage and the message on standard error, and ends the program."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.get_prog_name()}: error: {msg}\n")

    def get_usage(self):
        return self.formatter.format_usage(self.expand_prog_name(self.usage)) if self.usage else ""

    def print_usage(self, file=None):
        if self.usage:
            print(self.get_usage(), file=file)

    def get_version(self):
        return self.expand_prog_name(self.version) if self.version else ""

    def print_version(self, file=None):
        if self.version:
            print(self.get_version(), file=file)

    def format_option_help(self, formatter=None):
        formatter = self.formatter if formatter is None else formatter
        formatter.store_option_strings(self)
        heading = formatter.format_heading("Options")
        formatter.indent()
        parts = [super().format_option_help(formatter)] if self.option_list else []
        parts += [group.format_help(formatter) for group in self.option_groups]
        formatter.dedent()
        return heading + "\n".join(parts) if parts else ""

    def format_epilog(self, formatter):
        return formatter.format_epilog(self.epilog)

    def format_help(self, formatter=None):
        formatter = self.formatter if formatter is None else formatter
        usage = self.get_usage() + "\n" if self.usage else ""
        description = self.format_description(formatter) + "\n" if self.description else ""
        return usage + description + self.format_option_help(formatter) + self.format_epilog(formatter)

    def print_help(self, file=None):
        (sys.stdout if file is None else file).write(self.format_help())
