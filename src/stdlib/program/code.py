"""Prompts that programs have for their users."""
import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact", "compile_command"]


class InteractiveInterpreter:
    """Runs what is given to it in a namespace, and shows what goes wrong. It reads nothing."""

    def __init__(self, locals=None):
        self.locals = {"__name__": "__console__", "__doc__": None} if locals is None else locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename="<input>", symbol="single"):
        """Runs a text if it is complete; true if more must come."""
        try:
            code = self.compile(source, filename, symbol)
        except (SyntaxError, ValueError, OverflowError):
            self.showsyntaxerror(filename, source=source)
            return False
        if code is not None:
            self.runcode(code)
        return code is None

    def runcode(self, code):
        """Runs code; shows what it raises, but for `SystemExit`."""
        try:
            exec(code, self.locals)
        except SystemExit:
            raise
        except BaseException:
            self.showtraceback()

    def showsyntaxerror(self, filename=None, **kwargs):
        """Shows the syntax error that was raised, as one in this file."""
        error = sys.exception()
        if filename and isinstance(error, SyntaxError):
            error.filename = filename
        lines = kwargs.get("source", "").splitlines()
        if type(error) is SyntaxError and not error.text and 0 < (error.lineno or 0) <= len(lines):
            error.text = lines[error.lineno - 1]
        self._show(error, None)

    def showtraceback(self):
        """Shows the exception that was raised, without the frames of this module."""
        error = sys.exception()
        entry = error.__traceback__
        # The first one is the call that runs the code.
        if entry is not None and entry.tb_frame.f_code.co_filename != "<console>" and entry.tb_next is not None:
            entry = entry.tb_next if entry.tb_frame.f_globals is globals() else entry
        self._show(error, entry)

    def _show(self, error, entry):
        error = error.with_traceback(entry)
        sys.last_type, sys.last_traceback = type(error), entry
        sys.last_exc = sys.last_value = error
        if sys.excepthook is sys.__excepthook__:
            self.write("".join(traceback.format_exception(error)))
            return
        try:
            sys.excepthook(type(error), error, entry)
        except SystemExit:
            raise
        except BaseException as wrong:
            wrong.__context__ = None
            print("Error in sys.excepthook:", file=sys.stderr)
            sys.__excepthook__(type(wrong), wrong, wrong.__traceback__)
            print("\nOriginal exception was:", file=sys.stderr)
            sys.__excepthook__(type(error), error, entry)

    def write(self, data):
        """Writes what is shown to standard error, unless overridden."""
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """A prompt: reads lines, and runs what they make."""

    def __init__(self, locals=None, filename="<console>", *, local_exit=False):
        super().__init__(locals)
        self.filename, self.local_exit = filename, local_exit
        self.resetbuffer()

    def resetbuffer(self):
        """Forgets the lines of what is not complete."""
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        """Reads until the input ends; with `local_exit` leaving does not end the program."""
        for name, prompt in ("ps1", ">>> "), ("ps2", "... "):
            if not hasattr(sys, name):
                setattr(sys, name, prompt)
        if banner is None:
            banner = (f"Python {sys.version} on {sys.platform}\nType \"help\", \"copyright\", \"credits\" or \"license\" "
                      f"for more information.\n({type(self).__name__})")
        if banner:
            self.write(f"{banner}\n")
        import builtins
        kept = {}
        if self.local_exit:
            kept = {name: getattr(builtins, name) for name in ("exit", "quit") if hasattr(builtins, name)}
            for name in kept:
                setattr(builtins, name, Quitter(name))
        try:
            self._read_all()
        finally:
            for name, value in kept.items():
                setattr(builtins, name, value)
            if exitmsg is None:
                self.write(f"now exiting {type(self).__name__}...\n")
            elif exitmsg != "":
                self.write(f"{exitmsg}\n")

    def _read_all(self):
        more = 0
        while True:
            try:
                try:
                    line = self.raw_input(sys.ps2 if more else sys.ps1)
                except EOFError:
                    self.write("\n")
                    return
                more = self.push(line)
            except KeyboardInterrupt:
                more = 0
                self.resetbuffer()
                self.write("\nKeyboardInterrupt\n")
            except SystemExit:
                if not self.local_exit:
                    raise
                self.write("\n")
                return

    def push(self, line, filename=None, _symbol="single"):
        """Takes a line; true if more must come."""
        self.buffer.append(line)
        text, place = "\n".join(self.buffer), self.filename if filename is None else filename
        if self.runsource(text, place, symbol=_symbol):
            return True
        self.resetbuffer()
        return False

    def raw_input(self, prompt=""):
        """Reads a line; `EOFError` at the end of the input."""
        return input(prompt)


class Quitter:
    """`exit` and `quit` of a prompt."""

    eof = "Ctrl-D (i.e. EOF)"

    def __init__(self, name):
        self.name = name

    def __call__(self, code=None):
        raise SystemExit(code)

    def __repr__(self):
        return f"Use {self.name} or {self.eof} to exit"


def interact(banner=None, readfunc=None, local=None, exitmsg=None, local_exit=False):
    """A prompt in a namespace."""
    console = InteractiveConsole(local, local_exit=local_exit)
    if readfunc is not None:
        console.raw_input = readfunc
    console.interact(banner, exitmsg)


def main():
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument("-q", action="store_true", help="don't print version and copyright messages")
    args = parser.parse_args()
    interact("" if args.q or sys.flags.quiet else None)


if __name__ == "__main__":
    main()
