"""One pass of a parser over the strings of a command line."""
__name__ = "argparse"
import re
from _argparse_help import OPTIONAL, ONE_OR_MORE, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE
from _argparse_actions import ArgumentError, _get_action_name

# The strings are told apart by letters: `O` for an option, `A` for an argument, `-` for the `--` that ends options.
# How many strings an argument takes is then a question to a pattern.
_PATTERNS = {
    None: "(-*A-*)",
    OPTIONAL: "(-*A?-*)",
    ZERO_OR_MORE: "(-*[A-]*)",
    ONE_OR_MORE: "(-*A[A-]*)",
    REMAINDER: "([-AO]*)",
    PARSER: "(-*A[-AO]*)",
    SUPPRESS: "(-*-*)",
}
_EXPECTED = {
    None: "expected one argument",
    OPTIONAL: "expected at most one argument",
    ONE_OR_MORE: "expected at least one argument",
}


def _pattern(action):
    pattern = _PATTERNS.get(action.nargs)
    if pattern is None:
        pattern = f"(-*{'-*'.join('A' * action.nargs)}-*)"
    if action.option_strings:
        pattern = pattern.replace("-*", "").replace("-", "")
    return pattern


def _count_for_option(action, letters):
    match = re.match(_pattern(action), letters)
    if match:
        return len(match[1])
    message = _EXPECTED.get(action.nargs)
    if message is None:
        message = f"expected {action.nargs} argument{'s' * (action.nargs != 1)}"
    raise ArgumentError(action, message)


def _counts_for_positionals(actions, letters):
    """For as many of the first actions as can be served."""
    for count in range(len(actions), 0, -1):
        match = re.match("".join(map(_pattern, actions[:count])), letters)
        if match:
            return [len(taken) for taken in match.groups()]
    return []


class _Run:
    """What is known while strings are consumed from left to right."""

    def __init__(self, parser, strings, namespace):
        self.parser = parser
        self.strings = strings
        self.namespace = namespace
        self.extras = []
        self.seen = set()
        self.given = set()
        self.warned = set()
        self.positionals = parser._get_positional_actions()
        self.rivals = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                rivals = self.rivals.setdefault(action, [])
                rivals.extend(other for other in group._group_actions if other is not action)
        # The options, by where they stand.
        self.options = {}
        letters = []
        for place, string in enumerate(strings):
            if string == "--":
                letters.append("-" + "A" * (len(strings) - place - 1))
                break
            option = self.as_option(string)
            if option is not None:
                self.options[place] = option
            letters.append("A" if option is None else "O")
        self.letters = "".join(letters)

    def run(self):
        """Does everything, and gives the strings that nothing took."""
        place = 0
        last = max(self.options, default=-1)
        while place <= last:
            option = next(each for each in range(place, last + 1) if each in self.options)
            if place != option:
                end = self.take_positionals(place)
                if end > place:
                    place = end
                    continue
            if place not in self.options:
                self.extras.extend(self.strings[place:option])
                place = option
            place = self.take_option(place)
        self.extras.extend(self.strings[self.take_positionals(place):])
        self.finish()
        return self.extras

    # Which strings are options.

    def as_option(self, string):
        """`(action, name, separator, value)` if the string is an option, known or not."""
        parser = self.parser
        known = parser._option_string_actions
        if not string or string[0] not in parser.prefix_chars:
            return None
        if string in known:
            return known[string], string, None, None
        if len(string) == 1:
            return None
        name, separator, value = string.partition("=")
        if separator and name in known:
            return known[name], name, separator, value
        found = self.abbreviated(string)
        if len(found) > 1:
            names = ", ".join(name for _, name, _, _ in found)
            raise ArgumentError(None, f"ambiguous option: {string} could match {names}")
        if found:
            return found[0]
        if parser._negative_number_matcher.match(string) and not parser._has_negative_number_optionals:
            return None
        return None if " " in string else (None, string, None, None)

    def abbreviated(self, string):
        """The options that the string may be the beginning of, or a short one with its value behind it."""
        parser = self.parser
        known = parser._option_string_actions.items()
        if string[1] in parser.prefix_chars:
            if not parser.allow_abbrev:
                return []
            prefix, separator, value = string.partition("=")
            if not separator:
                separator = value = None
            return [(action, name, separator, value) for name, action in known if name.startswith(prefix)]
        found = []
        for name, action in known:
            if name == string[:2]:
                found.append((action, name, "", string[2:]))
            elif name.startswith(string):
                found.append((action, name, None, None))
        return found

    # Consuming strings.

    def take_positionals(self, place):
        counts = _counts_for_positionals(self.positionals, self.letters[place:])
        for action, count in zip(self.positionals, counts):
            strings = self.strings[place:place + count]
            place += count
            if strings and action.deprecated and action.dest not in self.warned:
                self.parser._warning(f"argument '{action.dest}' is deprecated")
                self.warned.add(action.dest)
            self.act(action, strings)
        del self.positionals[:len(counts)]
        return place

    def take_option(self, place):
        action, name, separator, value = self.options[place]
        if action is None:
            self.extras.append(self.strings[place])
            return place + 1
        if value is None:
            taken, place = [], place
            end = self.values_behind(action, name, place, taken)
        else:
            taken = []
            end = self.cluster(action, name, separator, value, place, taken)
        for action, strings, name in taken:
            if action.deprecated and name not in self.warned:
                self.parser._warning(f"option '{name}' is deprecated")
                self.warned.add(name)
            self.act(action, strings, name)
        return end

    def values_behind(self, action, name, place, taken):
        start = place + 1
        end = start + _count_for_option(action, self.letters[start:])
        taken.append((action, self.strings[start:end], name))
        return end

    def cluster(self, action, name, separator, value, place, taken):
        """An option with its value in the same string, or several short ones: `-xyz`."""
        parser = self.parser
        chars = parser.prefix_chars
        while value is not None:
            count = _count_for_option(action, "A")
            if count == 1:
                taken.append((action, [value], name))
                return place + 1
            if count != 0 or name[1] in chars or value == "" or separator or value[0] in chars:
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            taken.append((action, [], name))
            name, rest = name[0] + value[0], value[1:]
            if name not in parser._option_string_actions:
                self.extras.append(name[0] + value)
                return place + 1
            action = parser._option_string_actions[name]
            separator, value = "", rest
            if not rest:
                separator = value = None
            elif rest[0] == "=":
                separator, value = "=", rest[1:]
        return self.values_behind(action, name, place, taken)

    def act(self, action, strings, name=None):
        self.seen.add(action)
        values = self.parser._get_values(action, strings)
        # An action that got its default does not count as given.
        if values is not action.default:
            self.given.add(action)
            for rival in self.rivals.get(action, ()):
                if rival in self.given:
                    raise ArgumentError(action, f"not allowed with argument {_get_action_name(rival)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, name)

    def finish(self):
        """Complains of what is missing, and converts the defaults that are strings."""
        missing = []
        namespace = self.namespace
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif isinstance(action.default, str) and hasattr(namespace, action.dest):
                if getattr(namespace, action.dest) is action.default:
                    setattr(namespace, action.dest, self.parser._get_value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.given for action in group._group_actions):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
