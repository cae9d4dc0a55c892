"""Settings of lines that are typed. The prompt of snakelet has a line editor of its own, which takes none of them: what is
set is kept, and the history is a list."""

_completer = None
_delimiters = " \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?"
_history = []
_length = -1
_auto_history = True
_hooks = {}
backend = "snakelet"


def parse_and_bind(string, /):
    """Take a line of settings."""


def read_init_file(filename=None, /):
    """Take a file of settings."""


def set_completer(function=None, /):
    """Set what completes: a function of a text and a number."""
    global _completer
    _completer = function


def get_completer():
    """What completes, or None."""
    return _completer


def get_completion_type():
    """The kind of completion that is going on: none."""
    return 0


def set_completer_delims(string, /):
    """Set what stands between words."""
    global _delimiters
    _delimiters = string


def get_completer_delims():
    """What stands between words."""
    return _delimiters


def set_completion_display_matches_hook(function=None, /):
    """Set what shows completions."""
    _hooks["display"] = function


def set_startup_hook(function=None, /):
    """Set what is called before a line is typed."""
    _hooks["startup"] = function


def set_pre_input_hook(function=None, /):
    """Set what is called before the first character is typed."""
    _hooks["input"] = function


def get_line_buffer():
    """What has been typed of a line."""
    return ""


def insert_text(string, /):
    """Put a text into the line."""


def redisplay():
    """Show the line again."""


def get_begidx():
    """Where the word begins that is completed."""
    return 0


def get_endidx():
    """Where the word ends that is completed."""
    return 0


def add_history(string, /):
    """Add a line to the history."""
    _history.append(string)


def clear_history():
    """Forget all lines of the history."""
    _history.clear()


def set_auto_history(enabled, /):
    """Say whether lines are added to the history by themselves."""
    global _auto_history
    _auto_history = bool(enabled)


def get_history_length():
    """How many lines are written to a file; -1 for all."""
    return _length


def set_history_length(length, /):
    """Say how many lines are written to a file."""
    global _length
    _length = length


def get_current_history_length():
    """How many lines there are."""
    return len(_history)


def get_history_item(index, /):
    """A line of the history, the first is number 1; None if there is none."""
    return _history[index - 1] if 0 < index <= len(_history) else None


def remove_history_item(entry_number, /):
    """Take a line out of the history, the first is number 0."""
    if entry_number < 0:
        raise ValueError("History index cannot be negative")
    if entry_number >= len(_history):
        raise ValueError(f"No history item at position {entry_number}")
    del _history[entry_number]


def replace_history_item(entry_number, new_line, /):
    """Change a line of the history, the first is number 0."""
    if entry_number < 0:
        raise ValueError("History index cannot be negative")
    if entry_number >= len(_history):
        raise ValueError(f"No history item at position {entry_number}")
    _history[entry_number] = new_line


def _path(filename):
    import os
    return os.path.expanduser("~/.history") if filename is None else filename


def read_history_file(filename=None, /):
    """Add the lines of a file to the history."""
    with open(_path(filename), encoding="utf-8", errors="surrogateescape") as file:
        _history.extend(file.read().splitlines())


def write_history_file(filename=None, /):
    """Write the history to a file."""
    lines = _history if _length < 0 else _history[len(_history) - min(_length, len(_history)):]
    with open(_path(filename), "w", encoding="utf-8", errors="surrogateescape") as file:
        file.writelines(line + "\n" for line in lines)


def append_history_file(nelements, filename=None, /):
    """Add the last lines of the history to a file."""
    with open(_path(filename), "a", encoding="utf-8", errors="surrogateescape") as file:
        file.writelines(line + "\n" for line in _history[len(_history) - min(nelements, len(_history)):])
