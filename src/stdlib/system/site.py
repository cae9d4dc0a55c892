"""Where packages are installed. Snakelet has no folder of its own: the folders are those that the user and $PYTHONPATH name."""

import builtins
import os
import sys

PREFIXES = [sys.prefix, sys.exec_prefix]
ENABLE_USER_SITE = False
USER_SITE = None
USER_BASE = None


def makepath(*paths):
    """An absolute path, and the same as it is compared."""
    path = os.path.join(*paths)
    try:
        path = os.path.abspath(path)
    except OSError:
        pass
    return path, os.path.normcase(path)


def addpackage(sitedir, name, known_paths):
    """Read a file .pth: its lines are folders for sys.path, or imports to run."""
    path = os.path.join(sitedir, name)
    try:
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
    except (OSError, UnicodeDecodeError):
        return known_paths
    known = {makepath(entry)[1] for entry in sys.path} if known_paths is None else known_paths
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line.strip():
            continue
        try:
            if line.startswith(("import ", "import\t")):
                exec(line)
                continue
            folder, compared = makepath(sitedir, line.rstrip())
            if compared not in known and os.path.exists(folder):
                sys.path.append(folder)
                known.add(compared)
        except Exception:
            import traceback
            print(f"Error processing line {number} of {path}:\n", file=sys.stderr)
            traceback.print_exc()
            print("\nRemainder of file ignored", file=sys.stderr)
            break
    return known if known_paths is not None else None


def addsitedir(sitedir, known_paths=None):
    """Add a folder to sys.path, and what the files .pth in it name."""
    known = {makepath(entry)[1] for entry in sys.path} if known_paths is None else known_paths
    folder, compared = makepath(sitedir)
    if compared not in known:
        sys.path.append(folder)
        known.add(compared)
    try:
        names = os.listdir(folder)
    except OSError:
        return None
    for name in sorted(names):
        if name.endswith(".pth") and not name.startswith("."):
            addpackage(folder, name, known)
    return known if known_paths is not None else None


def getuserbase():
    """The folder of what a user installs for himself."""
    global USER_BASE
    if USER_BASE is None:
        USER_BASE = os.environ.get("PYTHONUSERBASE") or os.path.expanduser(os.path.join("~", ".local"))
    return USER_BASE


def getusersitepackages():
    """The folder of the packages of a user."""
    global USER_SITE
    if USER_SITE is None:
        version = sys.version_info
        USER_SITE = f"{getuserbase()}/lib/python{version.major}.{version.minor}/site-packages"
    return USER_SITE


def check_enableusersite():
    """Whether the folder of the user is searched: it is not."""
    return ENABLE_USER_SITE


def getsitepackages(prefixes=None):
    """The folders of packages below some others."""
    version = sys.version_info
    folders = []
    for prefix in dict.fromkeys(PREFIXES if prefixes is None else prefixes):
        if prefix:
            folders.append(os.path.join(prefix, "lib", f"python{version.major}.{version.minor}", "site-packages"))
    return folders


def removeduppaths():
    """Make the entries of sys.path absolute, each there once."""
    known, paths = set(), []
    for entry in sys.path:
        path, compared = makepath(entry)
        if compared not in known:
            known.add(compared)
            paths.append(path)
    sys.path[:] = paths
    return known


class _Quitter:
    """Ends the program when it is called, and says so when it is shown."""

    def __init__(self, name, eof):
        self.name = name
        self.eof = eof

    def __repr__(self):
        return f"Use {self.name}() or {self.eof} to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


def setquit():
    """Define quit and exit."""
    builtins.quit = _Quitter("quit", "Ctrl-D (i.e. EOF)")
    builtins.exit = _Quitter("exit", "Ctrl-D (i.e. EOF)")


def main():
    """What a program gets by itself is there already."""


def _script():
    """What `python -m site` does."""
    arguments = sys.argv[1:]
    if not arguments:
        print("sys.path = [")
        for entry in sys.path:
            print(f"    {entry!r},")
        print("]")
        for name, path in (("USER_BASE", getuserbase()), ("USER_SITE", getusersitepackages())):
            print(f"{name}: {path!r} ({'exists' if os.path.isdir(path) else 'doesn' + chr(39) + 't exist'})")
        print(f"ENABLE_USER_SITE: {ENABLE_USER_SITE!r}")
        return
    shown = [path() for option, path in (("--user-base", getuserbase), ("--user-site", getusersitepackages))
             if option in arguments]
    if not shown:
        print("site [--user-base] [--user-site]", file=sys.stderr)
        sys.exit(10)
    print(os.pathsep.join(shown))
    sys.exit(1)


if __name__ == "__main__":
    _script()
