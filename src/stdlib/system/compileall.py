"""Compiles all modules of a folder. There is no bytecode to keep here, so that it finds out whether they compile."""

import os
import sys

import py_compile

__all__ = ["compile_dir", "compile_file", "compile_path"]


def _modules(folder, levels):
    for name in sorted(os.listdir(folder)):
        if name == "__pycache__":
            continue
        path = os.path.join(folder, name)
        if not os.path.isdir(path):
            yield path
        elif levels > 0 and not os.path.islink(path):
            yield from _modules(path, levels - 1)


def compile_dir(dir, maxlevels=None, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, workers=1,
                invalidation_mode=None, *, stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compile the modules of a folder and of those below it; whether all could be is returned."""
    if ddir is not None and (stripdir is not None or prependdir is not None):
        raise ValueError("Destination dir (ddir) cannot be used in combination with stripdir or prependdir")
    if workers < 0:
        raise ValueError("workers must be greater or equal to 0")
    levels = sys.getrecursionlimit() if maxlevels is None else maxlevels
    if not quiet:
        print(f"Listing {dir!r}...")
    try:
        paths = list(_modules(os.fspath(dir), levels))
    except OSError:
        if quiet < 2:
            print(f"Can't list {dir!r}")
        return True
    results = [compile_file(path, ddir, force, rx, quiet, legacy, optimize) for path in paths]
    return all(results)


def compile_file(fullname, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, invalidation_mode=None, *,
                 stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compile a module; whether it could be is returned."""
    fullname = os.fspath(fullname)
    if rx is not None and rx.search(fullname) or not os.path.isfile(fullname) or not fullname.endswith(".py"):
        return True
    if not quiet:
        print(f"Compiling {fullname!r}...")
    try:
        py_compile.compile(fullname, None, None, True, quiet=2)
    except py_compile.PyCompileError as error:
        if quiet < 2:
            print(f"*** Error compiling {fullname!r}...")
            print(error.msg)
        return False
    except (SyntaxError, UnicodeError, OSError) as error:
        if quiet < 2:
            print(f"*** Error compiling {fullname!r}...")
            print(f"{type(error).__name__}: {error}")
        return False
    return True


def compile_path(skip_curdir=1, maxlevels=0, force=False, quiet=0, legacy=False, optimize=-1, invalidation_mode=None):
    """Compile the modules of all folders of sys.path."""
    success = True
    for folder in sys.path:
        if (not folder or folder == os.curdir) and skip_curdir:
            if quiet < 2:
                print("Skipping current directory")
        elif os.path.isdir(folder):
            success = compile_dir(folder, maxlevels, None, force, quiet=quiet) and success
    return success


def main():
    """Compile the modules of files and folders: what `python -m compileall` does."""
    import argparse
    parser = argparse.ArgumentParser(description="Utilities to support installing Python libraries.")
    parser.add_argument("-l", action="store_const", const=0, default=None, dest="maxlevels",
                        help="don't recurse into subdirectories")
    parser.add_argument("-r", type=int, dest="recursion", help="control the maximum recursion level")
    parser.add_argument("-f", action="store_true", dest="force", help="force rebuild even if timestamps are up to date")
    parser.add_argument("-q", action="count", dest="quiet", default=0, help="output only error messages; -qq will suppress "
                        "the error messages as well.")
    parser.add_argument("-x", metavar="REGEXP", dest="rx", default=None, help="skip files matching the regular expression")
    parser.add_argument("compile_dest", metavar="FILE|DIR", nargs="*", help="zero or more file and directory names to compile")
    args = parser.parse_args()
    rx = None
    if args.rx:
        import re
        rx = re.compile(args.rx)
    levels = args.recursion if args.recursion is not None else args.maxlevels
    if not args.compile_dest:
        return compile_path(force=args.force, quiet=args.quiet)
    success = True
    for path in args.compile_dest:
        if os.path.isfile(path):
            success = compile_file(path, None, args.force, rx, args.quiet) and success
        else:
            success = compile_dir(path, levels, None, args.force, rx, args.quiet) and success
    return success


if __name__ == "__main__":
    sys.exit(not main())
