"""Finds lines whose indentation depends on how wide a tab is."""

import os
import sys
import tokenize

__all__ = ["check", "NannyNag", "process_tokens"]

verbose = filename_only = 0


def errprint(*args):
    """Print an error, and end the program."""
    sys.stderr.write(" ".join(map(str, args)) + "\n")
    sys.exit(1)


class NannyNag(Exception):
    """A line that looks indented in one way and is in another."""

    def __init__(self, lineno, msg, line):
        self.lineno, self.msg, self.line = lineno, msg, line

    def get_lineno(self):
        """The number of the line."""
        return self.lineno

    def get_msg(self):
        """What is wrong with it."""
        return self.msg

    def get_line(self):
        """The line."""
        return self.line


def check(file):
    """Check a file, or all modules of a folder, and print what is found."""
    if os.path.isdir(file) and not os.path.islink(file):
        if verbose:
            print(f"{file!r}: listing directory")
        for name in os.listdir(file):
            path = os.path.join(file, name)
            if os.path.isdir(path) and not os.path.islink(path) or os.path.normcase(name[-3:]) == ".py":
                check(path)
        return
    try:
        opened = tokenize.open(file)
    except OSError as error:
        errprint(f"{file!r}: I/O Error: {error}")
    if verbose > 1:
        print(f"checking {file!r} ...")
    try:
        process_tokens(tokenize.generate_tokens(opened.readline))
    except IndentationError as error:
        errprint(f"{file!r}: Indentation Error: {error}")
    except (tokenize.TokenError, SyntaxError) as error:
        errprint(f"{file!r}: Token Error: {error}")
    except NannyNag as nag:
        number, line = nag.get_lineno(), nag.get_line()
        if verbose:
            print(f"{file!r}: *** Line {number}: trouble in tab city! ***")
            print(f"offending line: {line!r}")
            print(nag.get_msg())
        else:
            name = '"' + file + '"' if " " in file else file
            if filename_only:
                print(name)
            else:
                print(name, number, repr(line))
        return
    finally:
        opened.close()
    if verbose:
        print(f"{file!r}: Clean bill of health.")


def _width(blanks, tab):
    return len(blanks.expandtabs(tab))


def _differing(one, other, holds):
    """The widths of a tab for which something does not hold."""
    most = max(len(one), len(other), 8)
    return [(tab, _width(one, tab), _width(other, tab)) for tab in range(1, most + 1)
            if not holds(_width(one, tab), _width(other, tab))]


def process_tokens(tokens):
    """Raise NannyNag for the first line that depends on tabs."""
    indents = [""]
    check_equal = 0
    for kind, token, start, _, line in tokens:
        if kind == tokenize.NEWLINE:
            check_equal = 1
        elif kind == tokenize.INDENT:
            check_equal = 0
            _refuse(indents[-1], token, start[0], line, lambda old, new: old < new, "not greater")
            indents.append(token)
        elif kind == tokenize.DEDENT:
            check_equal = 1
            indents.pop()
        elif check_equal and kind not in (tokenize.COMMENT, tokenize.NL):
            check_equal = 0
            blanks = line[:len(line) - len(line.lstrip(" \t"))]
            _refuse(indents[-1], blanks, start[0], line, lambda old, new: old == new, "not equal")


def format_witnesses(w):
    """The widths of a tab that are told of."""
    sizes = ", ".join(str(witness[0]) for witness in w)
    return f"at tab size{'s' if len(w) > 1 else ''} {sizes}"


def _refuse(old, new, number, line, holds, what):
    witnesses = _differing(old, new, holds)
    if witnesses:
        raise NannyNag(number, f"indent {what} e.g. {format_witnesses(witnesses)}", line)


def main():
    """Check files and folders: what `python -m tabnanny` does."""
    import getopt
    global verbose, filename_only
    try:
        options, names = getopt.getopt(sys.argv[1:], "qv")
    except getopt.error as error:
        errprint(error)
    for option, _ in options:
        filename_only += option == "-q"
        verbose += option == "-v"
    if not names:
        errprint("Usage:", sys.argv[0], "[-v] file_or_directory ...")
    for name in names:
        check(name)


if __name__ == "__main__":
    main()
