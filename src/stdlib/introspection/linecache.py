"""Lines of source files, kept once they were read."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def clearcache():
    """Forget all lines."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line, or ''."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    """All lines, or none."""
    if filename in cache and len(cache[filename]) != 1:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Forget lines of files that changed."""
    import os
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is None or len(entry) == 1:
            continue
        size, mtime, _, fullname = entry
        if mtime is None:
            continue
        try:
            found = os.stat(fullname)
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if size != found.st_size or mtime != found.st_mtime:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Read all lines again."""
    import os
    entry = cache.pop(filename, ())
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return []
    try:
        found = os.stat(filename)
    except (OSError, ValueError):
        return _update_from_loader(filename, entry[0] if len(entry) == 1 else _source_getter(module_globals))
    try:
        with open(filename, encoding="utf-8") as file:
            lines = file.readlines()
    except (OSError, UnicodeDecodeError, SyntaxError, ValueError):
        return []
    if not lines:
        lines = ["\n"]
    elif not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = found.st_size, found.st_mtime, lines, filename
    return lines


def _update_from_loader(filename, getter):
    try:
        text = None if getter is None else getter()
    except (ImportError, OSError):
        text = None
    if text is None:
        return []
    lines = [line + "\n" for line in text.splitlines()]
    cache[filename] = len(text), None, lines, filename
    return lines


def _source_getter(module_globals):
    """What gives the text of the module that the globals belong to, if its loader knows."""
    if not module_globals:
        return None
    spec = module_globals.get("__spec__")
    name = getattr(spec, "name", None) or module_globals.get("__name__")
    loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
    get_source = getattr(loader, "get_source", None)
    if not name or get_source is None:
        return None
    return lambda: get_source(name)


def lazycache(filename, module_globals):
    """Remember how lines of a file can be got by other means than the file; whether there are such."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return False
    getter = _source_getter(module_globals)
    if getter is None:
        return False
    cache[filename] = (getter,)
    return True
