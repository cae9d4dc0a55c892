"""What parsers print: usage lines, and the text of `--help`."""
__name__ = "argparse"
import os
import re
import sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


def _terminal_columns():
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    if columns <= 0:
        try:
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns
        except (AttributeError, ValueError, OSError):
            columns = 0
    return columns or 80


class _Section:
    """A heading with what stands below it; the outermost one has no heading and is not indented."""

    def __init__(self, formatter, parent, heading=None):
        self.formatter, self.parent = formatter, parent
        self.heading, self.items = heading, []

    def format_help(self):
        formatter = self.formatter
        inner = self.parent is not None
        if inner:
            formatter._indent()
        body = formatter._join_parts([produce(*args) for produce, args in self.items])
        if inner:
            formatter._dedent()
        if not body:
            return ""
        heading = ""
        if self.heading is not SUPPRESS and self.heading is not None:
            heading = f"{' ' * formatter._current_indent}{self.heading}:\n"
        return formatter._join_parts(["\n", heading, body, "\n"])


class HelpFormatter:
    """Lays out usage messages and help; only its name is public, programs derive from it to change parts."""

    _Section = _Section

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = _terminal_columns() - 2
        self._prog = prog
        self._width = width
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._current_indent = self._level = self._action_max_length = 0
        self._root_section = self._current_section = self._Section(self, None)
        self._whitespace_matcher = re.compile(r"\s+", re.ASCII)
        self._long_break_matcher = re.compile(r"\n\n\n+")

    def _indent(self):
        self._level += 1
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._level -= 1
        self._current_indent -= self._indent_increment
        assert self._current_indent >= 0, "Indent decreased below 0."

    def _add_item(self, func, args):
        self._current_section.items.append((func, args))

    # What parsers call, in the order of the message.

    def start_section(self, heading):
        inner = self._Section(self, self._current_section, heading)
        self._add_item(inner.format_help, [])
        self._current_section = inner
        self._indent()

    def end_section(self):
        self._dedent()
        self._current_section = self._current_section.parent

    def add_text(self, text):
        if text is not None and text is not SUPPRESS:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        widths = [len(self._format_action_invocation(action)) + self._current_indent]
        for inner in self._iter_indented_subactions(action):
            widths.append(len(self._format_action_invocation(inner)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, *widths)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for each in actions:
            self.add_argument(each)

    def format_help(self):
        text = self._root_section.format_help()
        if not text:
            return text
        return self._long_break_matcher.sub("\n\n", text).strip("\n") + "\n"

    def _join_parts(self, part_strings):
        return "".join(part for part in part_strings if part and part is not SUPPRESS)

    # The usage line.

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        if usage is not None:
            usage = usage % {"prog": self._prog}
        else:
            options = [action for action in actions if action.option_strings]
            positionals = [action for action in actions if not action.option_strings]
            usage = str(self._prog)
            parts = self._format_actions_usage(options + positionals, groups) if actions else ""
            if parts:
                usage = f"{usage} {parts}"
            if actions and len(prefix) + len(usage) > self._width - self._current_indent:
                usage = self._wrap_usage(prefix, self._get_actions_usage_parts(options, groups),
                                         self._get_actions_usage_parts(positionals, groups))
        return f"{prefix}{usage}\n\n"

    def _wrap_usage(self, prefix, options, positionals):
        """The usage in several lines: beside the name of the program where that is short, else below it."""
        prog = str(self._prog)
        width = self._width - self._current_indent

        def fold(parts, indent, start=None):
            begin = len(indent) - 1
            used = begin if start is None else len(start) - 1
            lines, line = [], []
            for part in parts:
                if line and used + 1 + len(part) > width:
                    lines.append(indent + " ".join(line))
                    line, used = [], begin
                line.append(part)
                used += 1 + len(part)
            if line:
                lines.append(indent + " ".join(line))
            if start is not None:
                lines[0] = lines[0][len(indent):]
            return lines

        if len(prefix) + len(prog) > 0.75 * width:
            indent = " " * len(prefix)
            lines = fold(options + positionals, indent)
            if len(lines) > 1:
                lines = fold(options, indent) + fold(positionals, indent)
            return "\n".join([prog, *lines])
        indent = " " * (len(prefix) + len(prog) + 1)
        if options:
            lines = fold([prog, *options], indent, prefix) + fold(positionals, indent)
        elif positionals:
            lines = fold([prog, *positionals], indent, prefix)
        else:
            lines = [prog]
        return "\n".join(lines)

    def _format_actions_usage(self, actions, groups):
        return " ".join(self._get_actions_usage_parts(actions, groups))

    def _get_actions_usage_parts(self, actions, groups):
        spans = self._group_spans(actions, groups)
        grouped = {action for group in spans.values() for action in group._group_actions}
        parts = [self._usage_part(action, action in grouped) for action in actions]
        divided = set()
        for start, end in sorted(spans, reverse=True):
            self._mark_group(parts, start, end, spans[start, end].required, divided)
        return [part for part in parts if part is not None]

    def _group_spans(self, actions, groups):
        """The groups of alternatives whose actions follow each other here, by where they stand."""
        spans = {}
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f"empty group {group}")
            if all(action.help is SUPPRESS for action in members) or members[0] not in actions:
                continue
            start = actions.index(members[0])
            end = start + len(members)
            if actions[start:end] == members:
                spans[start, end] = group
        return spans

    def _usage_part(self, action, in_group):
        if action.help is SUPPRESS:
            return None
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            if in_group and part[0] == "[" and part[-1] == "]":
                part = part[1:-1]
            return part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            values = self._format_args(action, self._get_default_metavar_for_optional(action))
            part = f"{action.option_strings[0]} {values}"
        return part if action.required or in_group else f"[{part}]"

    def _mark_group(self, parts, start, end, required, divided):
        """Brackets and bars for a group; the parts that are shown move to its front."""
        shown = [part for part in parts[start:end] if part is not None]
        count = len(shown)
        if not required:
            opening, closing = "[", "]"
        else:
            opening, closing = ("(", ")") if count > 1 else ("", "")
        shown[0] = opening + shown[0]
        shown[-1] += closing
        for place, part in enumerate(shown[:-1], start):
            if place not in divided:
                parts[place] = part + " |"
                divided.add(place)
        parts[start + count - 1] = shown[-1]
        parts[start + count:end] = [None] * (end - start - count)

    # Descriptions and the list of arguments.

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, " " * self._current_indent) + "\n\n"

    def _format_action(self, action):
        column = min(self._action_max_length + 2, self._max_help_position)
        width = max(self._width - column, 11)
        room = column - self._current_indent - 2
        header = self._format_action_invocation(action)
        margin = " " * self._current_indent
        beside = bool(action.help) and len(header) <= room
        parts = [f"{margin}{header:<{max(room, 0)}}  " if beside else f"{margin}{header}\n"]
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                first, *rest = self._split_lines(text, width)
                parts.append(f"{'' if beside else ' ' * column}{first}\n")
                parts.extend(f"{' ' * column}{line}\n" for line in rest)
        elif beside:
            parts.append("\n")
        parts.extend(self._format_action(inner) for inner in self._iter_indented_subactions(action))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            name, = self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1)
            return name
        names = ", ".join(action.option_strings)
        if action.nargs == 0:
            return names
        return f"{names} {self._format_args(action, self._get_default_metavar_for_optional(action))}"

    def _metavar_formatter(self, action, default_metavar):
        shown = default_metavar
        if action.metavar is not None:
            shown = action.metavar
        elif action.choices is not None:
            shown = "{" + ",".join(map(str, action.choices)) + "}"
        return lambda tuple_size: shown if isinstance(shown, tuple) else (shown,) * tuple_size

    def _format_args(self, action, default_metavar):
        metavar = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return "%s" % metavar(1)
        if nargs == OPTIONAL:
            return "[%s]" % metavar(1)
        if nargs == ZERO_OR_MORE:
            names = metavar(1)
            return ("[%s [%s ...]]" if len(names) == 2 else "[%s ...]") % names
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % metavar(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % metavar(1)
        if nargs == SUPPRESS:
            return ""
        try:
            places = ["%s" for _ in range(nargs)]
        except TypeError:
            raise ValueError("invalid nargs value") from None
        return " ".join(places) % metavar(nargs)

    def _expand_help(self, action):
        values = {"prog": self._prog}
        for name, value in {**vars(action), "prog": self._prog}.items():
            if value is SUPPRESS:
                values.pop(name, None)
            else:
                values[name] = value.__name__ if hasattr(value, "__name__") else value
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, values["choices"]))
        return self._get_help_string(action) % values

    def _iter_indented_subactions(self, action):
        if hasattr(action, "_get_subactions"):
            self._indent()
            yield from action._get_subactions()
            self._dedent()

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(self._whitespace_matcher.sub(" ", text).strip(), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        text = self._whitespace_matcher.sub(" ", text).strip()
        return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_help_string(self, action):
        return action.help


_Section.__qualname__ = "HelpFormatter._Section"


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they were written."""

    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves descriptions and the help of arguments as they were written."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the default values to the help of arguments."""

    def _get_help_string(self, action):
        text = "" if action.help is None else action.help
        if "%(default)" in text or action.default is SUPPRESS:
            return text
        if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
            text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows the type of an argument where others show its name."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional
