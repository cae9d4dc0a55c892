"""Prompts with commands: each method `do_NAME` is one."""
import string
import sys

__all__ = ["Cmd"]

PROMPT = "(Cmd) "
IDENTCHARS = string.ascii_letters + string.digits + "_"


class Cmd:
    """Derive from it, with a method `do_NAME` for each command, `help_NAME` for its help and `complete_NAME` for its
    completion."""

    prompt, identchars, ruler = PROMPT, IDENTCHARS, "="
    lastcmd = doc_leader = ""
    intro = None
    doc_header, undoc_header = "Documented commands (type help <topic>):", "Undocumented commands:"
    misc_header = "Miscellaneous help topics:"
    nohelp = "*** No help on %s"
    use_rawinput = 1

    def __init__(self, completekey="tab", stdin=None, stdout=None):
        self.stdin = sys.stdin if stdin is None else stdin
        self.stdout = sys.stdout if stdout is None else stdout
        self.cmdqueue = []
        self.completekey = completekey

    def _say(self, text):
        self.stdout.write(f"{text}\n")

    def cmdloop(self, intro=None):
        """Reads commands and runs them, until one gives something true."""
        self.preloop()
        if intro is not None:
            self.intro = intro
        if self.intro:
            self._say(self.intro)
        stop = None
        while not stop:
            line = self.precmd(self.cmdqueue.pop(0) if self.cmdqueue else self._read())
            stop = self.postcmd(self.onecmd(line), line)
        self.postloop()

    def _read(self):
        if self.use_rawinput:
            try:
                return input(self.prompt)
            except EOFError:
                return "EOF"
        self.stdout.write(self.prompt)
        self.stdout.flush()
        line = self.stdin.readline()
        return line.rstrip("\r\n") if line else "EOF"

    def preloop(self):
        """Called before the first command."""

    def postloop(self):
        """Called after the last command."""

    def precmd(self, line):
        """Called before each command; gives the line to run."""
        return line

    def postcmd(self, stop, line):
        """Called after each command; gives whether to stop."""
        return stop

    def parseline(self, line):
        """A line as command, argument and line; `?` is short for help, `!` for shell."""
        line = line.strip()
        if line[:1] == "?":
            line = f"help {line[1:]}"
        elif line[:1] == "!" and hasattr(self, "do_shell"):
            line = f"shell {line[1:]}"
        elif not line or line[0] == "!":
            return None, None, line
        length = len(line) - len(line.lstrip(self.identchars))
        return line[:length], line[length:].strip(), line

    def onecmd(self, line):
        """Runs a line."""
        command, arg, line = self.parseline(line)
        if not line:
            return self.emptyline()
        if command is None:
            return self.default(line)
        self.lastcmd = "" if line == "EOF" else line
        method = getattr(self, f"do_{command}", None) if command else None
        return self.default(line) if method is None else method(arg)

    def emptyline(self):
        """An empty line: the last command again."""
        if self.lastcmd:
            return self.onecmd(self.lastcmd)

    def default(self, line):
        """A line whose command is not known."""
        self._say(f"*** Unknown syntax: {line}")

    def completedefault(self, *ignored):
        """What an argument may be completed to if its command does not say."""
        return []

    def completenames(self, text, *ignored):
        """The commands that begin so."""
        return [name[3:] for name in self.get_names() if name.startswith(f"do_{text}")]

    def complete(self, text, state):
        """One of the things that a text may be completed to."""
        if state == 0:
            import readline
            line = readline.get_line_buffer()
            cut = len(line) - len(line.lstrip())
            line = line.lstrip()
            begin, end = readline.get_begidx() - cut, readline.get_endidx() - cut
            find = self.completenames
            if begin > 0:
                command = self.parseline(line)[0]
                find = getattr(self, f"complete_{command}", self.completedefault) if command else self.completedefault
            self.completion_matches = find(text, line, begin, end)
        matches = self.completion_matches
        return matches[state] if state < len(matches) else None

    def get_names(self):
        """The names of the class."""
        return dir(type(self))

    def complete_help(self, *args):
        topics = {name[5:] for name in self.get_names() if name.startswith(f"help_{args[0]}")}
        return list(topics.union(self.completenames(*args)))

    def do_help(self, arg):
        'List available commands with "help" or detailed help with "help cmd".'
        if arg:
            self._help_on(arg)
            return
        names = self.get_names()
        topics = {name[5:] for name in names if name.startswith("help_")}
        documented, others = [], []
        for name in sorted(set(names)):
            if name.startswith("do_"):
                known = name[3:] in topics or getattr(self, name).__doc__
                topics.discard(name[3:])
                (documented if known else others).append(name[3:])
        self._say(self.doc_leader)
        self.print_topics(self.doc_header, documented, 15, 80)
        self.print_topics(self.misc_header, sorted(topics), 15, 80)
        self.print_topics(self.undoc_header, others, 15, 80)

    def _help_on(self, topic):
        method = getattr(self, f"help_{topic}", None)
        if method is not None:
            method()
            return
        import inspect
        command = getattr(self, f"do_{topic}", None)
        doc = None if command is None else command.__doc__
        self._say(inspect.cleandoc(doc) if doc else self.nohelp % (topic,))

    def print_topics(self, header, cmds, cmdlen, maxcol):
        """Prints names in columns below a header."""
        if cmds:
            self._say(header)
            if self.ruler:
                self._say(self.ruler * len(header))
            self.columnize(cmds, maxcol - 1)
            self._say("")

    def columnize(self, list, displaywidth=80):
        """Prints names in as few lines as the width allows, column by column."""
        if not list:
            self._say("<empty>")
            return
        wrong = [str(place) for place, item in enumerate(list) if not isinstance(item, str)]
        if wrong:
            raise TypeError(f"list[i] not a string for i in {', '.join(wrong)}")
        for rows in range(1, len(list) + 1):
            columns = [list[start:start + rows] for start in range(0, len(list), rows)]
            widths = [max(map(len, column)) for column in columns]
            if sum(widths) + 2 * (len(widths) - 1) <= displaywidth or rows == len(list):
                break
        for row in range(rows):
            texts = [column[row].ljust(width) for column, width in zip(columns, widths) if row < len(column)]
            # A single column is not filled up.
            self._say("  ".join(texts) if len(columns) > 1 else columns[0][row])
