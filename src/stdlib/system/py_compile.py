"""Compiling files ahead of time, which there is nothing to gain from here: a file is only checked."""

import enum
import sys
import traceback

__all__ = ["compile", "main", "PyCompileError", "PycInvalidationMode"]


class PyCompileError(Exception):
    """A file that does not compile."""

    def __init__(self, exc_type, exc_value, file, msg=""):
        shown = "".join(traceback.format_exception_only(exc_type, exc_value))
        text = msg or (shown.replace('File "<string>"', f'File "{file}"') if exc_type is SyntaxError else
                       f"Sorry: {exc_type.__name__}: {exc_value}")
        super().__init__(text, exc_type.__name__, exc_value, file)
        self.exc_type_name, self.exc_value, self.file, self.msg = exc_type.__name__, exc_value, file, text

    def __str__(self):
        return self.msg


class PycInvalidationMode(enum.Enum):
    """How it is told that a compiled file is out of date."""

    TIMESTAMP = 1
    CHECKED_HASH = 2
    UNCHECKED_HASH = 3


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1, invalidation_mode=None, quiet=0):
    """Check that a file compiles. Nothing is written: there is no bytecode."""
    import builtins

    with open(file, "rb") as source:
        text = source.read()
    try:
        builtins.compile(text, dfile or file, "exec", dont_inherit=True, optimize=optimize)
    except Exception as error:
        failure = PyCompileError(error.__class__, error, dfile or file)
        if doraise:
            raise failure from None
        if quiet < 2:
            sys.stderr.write(failure.msg + "\n")


def main():
    """python -m py_compile FILE…"""
    failed = False
    for name in sys.argv[1:]:
        try:
            compile(name, doraise=True)
        except (PyCompileError, OSError) as error:
            failed = True
            print(error, file=sys.stderr)
    sys.exit(int(failed))


if __name__ == "__main__":
    main()
