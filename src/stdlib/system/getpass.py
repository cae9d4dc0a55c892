"""Asks for passwords without showing them, and tells who runs this."""
import os
import sys

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    """The password may be shown."""


def getpass(prompt="Password: ", stream=None):
    """Asks for a password; where the terminal cannot be told to hide it, with a warning."""
    import warnings
    try:
        import termios
    except ImportError:
        termios = None
    if termios is None or not sys.stdin.isatty():
        warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
        stream = sys.stderr if stream is None else stream
        print("Warning: Password input may be echoed.", file=stream)
        password = _ask(prompt, stream, sys.stdin)
        stream.write("\n")
        return password
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    quiet = before[:]
    quiet[3] &= ~termios.ECHO
    stream = sys.stderr if stream is None else stream
    try:
        termios.tcsetattr(descriptor, termios.TCSAFLUSH, quiet)
        return _ask(prompt, stream, sys.stdin)
    finally:
        termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)
        stream.write("\n")
        stream.flush()


def _ask(prompt, stream, source):
    if prompt:
        try:
            stream.write(str(prompt))
        except UnicodeEncodeError:
            encoding = stream.encoding
            stream.write(str(prompt).encode(encoding, "replace").decode(encoding))
        stream.flush()
    line = source.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")


def getuser():
    """The name of the user, by the environment or by the system."""
    for name in "LOGNAME", "USER", "LNAME", "USERNAME":
        user = os.environ.get(name)
        if user:
            return user
    try:
        return _named_by_system(os.getuid())
    except (KeyError, OSError) as error:
        raise OSError("No username set in the environment") from error


def _named_by_system(number):
    with open("/etc/passwd", encoding="utf-8", errors="surrogateescape") as file:
        for line in file:
            name, _, identity, *_ = [*line.split(":"), "", "", ""]
            if identity == str(number):
                return name
    raise KeyError(f"getpwuid(): uid not found: {number}")
