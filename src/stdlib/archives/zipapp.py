"""Programs in one file: a zip file with a __main__ in it."""

__all__ = ["ZipAppError", "create_archive", "get_interpreter"]

import contextlib
import os
import pathlib
import shutil
import stat
import sys
import zipfile

_ENCODING = "utf-8" if sys.platform.startswith("win") else sys.getfilesystemencoding()


class ZipAppError(ValueError):
    """What is asked for cannot be made."""


@contextlib.contextmanager
def _opened(archive, mode):
    if isinstance(archive, (str, os.PathLike)):
        with open(archive, mode) as file:
            yield file
    else:
        yield archive


def _write_first_line(file, interpreter):
    if interpreter:
        file.write(b"#!" + interpreter.encode(_ENCODING) + b"\n")


def _copy(archive, target, interpreter):
    """Copy a program with another first line."""
    with _opened(archive, "rb") as source:
        begin = source.read(2)
        if begin == b"#!":
            begin = b""
            source.readline()
        with _opened(target, "wb") as file:
            _write_first_line(file, interpreter)
            file.write(begin)
            shutil.copyfileobj(source, file)
    if interpreter and isinstance(target, str):
        os.chmod(target, os.stat(target).st_mode | stat.S_IEXEC)


def create_archive(source, target=None, interpreter=None, main=None, filter=None, compressed=False):
    """Make a program of a folder, or copy one with another interpreter. `main` is "module:function"."""
    if hasattr(source, "read") and hasattr(source, "readline") or pathlib.Path(source).is_file():
        _copy(source, target, interpreter)
        return
    folder = pathlib.Path(source)
    if not folder.exists():
        raise ZipAppError("Source does not exist")
    has_main = (folder / "__main__.py").is_file()
    if main and has_main:
        raise ZipAppError("Cannot specify entry point if the source has __main__.py")
    if not (main or has_main):
        raise ZipAppError("Archive has no entry point")
    text = None
    if main:
        module, colon, function = main.partition(":")
        if not (colon and all(part.isidentifier() for part in module.split("."))
                and all(part.isidentifier() for part in function.split("."))):
            raise ZipAppError("Invalid entry point: " + main)
        text = f"# -*- coding: utf-8 -*-\nimport {module}\n{module}.{function}()\n"
    if target is None:
        target = folder.with_suffix(".pyz")
    elif not hasattr(target, "write"):
        target = pathlib.Path(target)
    # What is made may lie in the folder itself.
    files = {path: path.relative_to(folder) for path in sorted(folder.rglob("*"))
             if filter is None or filter(path.relative_to(folder))}
    if isinstance(target, pathlib.Path) and target in files:
        raise ZipAppError(f"The target archive {target} overwrites one of the source files.")
    with _opened(target, "wb") as file:
        _write_first_line(file, interpreter)
        method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
        with zipfile.ZipFile(file, "w", compression=method) as archive:
            for path, name in files.items():
                archive.write(path, name.as_posix())
            if text:
                archive.writestr("__main__.py", text.encode("utf-8"))
    if interpreter and not hasattr(target, "write"):
        target.chmod(target.stat().st_mode | stat.S_IEXEC)


def get_interpreter(archive):
    """The interpreter that the first line of a program names, or None."""
    with _opened(archive, "rb") as file:
        if file.read(2) == b"#!":
            return file.readline().strip().decode(_ENCODING)
    return None


def main(args=None):
    """Make programs: what `python -m zipapp` does."""
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", "-o", default=None, help="The name of the output archive. Required if SOURCE is an archive.")
    parser.add_argument("--python", "-p", default=None, help="The name of the Python interpreter to use (default: no shebang line).")
    parser.add_argument("--main", "-m", default=None, help="The main function of the application (default: use an existing __main__.py).")
    parser.add_argument("--compress", "-c", action="store_true", help="Compress files with the deflate method. Files are stored uncompressed by default.")
    parser.add_argument("--info", default=False, action="store_true", help="Display the interpreter from the archive.")
    parser.add_argument("source", help="Source directory (or existing archive).")
    args = parser.parse_args(args)
    if args.info:
        if not os.path.isfile(args.source):
            raise SystemExit("Can only get info for an archive file")
        print(f"Interpreter: {get_interpreter(args.source) or '<none>'}")
        sys.exit(0)
    if os.path.isfile(args.source):
        if args.output is None or os.path.exists(args.output) and os.path.samefile(args.source, args.output):
            raise SystemExit("In-place editing of archives is not supported")
        if args.main:
            raise SystemExit("Cannot change the main function when copying")
    create_archive(args.source, args.output, interpreter=args.python, main=args.main, compressed=args.compress)


if __name__ == "__main__":
    main()
