"""What is in packages, and where."""
import os
import sys
from collections import namedtuple

__all__ = [
    "get_importer", "iter_importers", "walk_packages", "iter_modules", "get_data", "read_code", "extend_path", "ModuleInfo",
]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")
ModuleInfo.__doc__ = "A module that was found: by what, its name, and whether it is a package."


def get_importer(path_item):
    """What finds modules in a place of a path, or `None`."""
    path_item = os.fsdecode(path_item)
    if path_item in sys.path_importer_cache:
        return sys.path_importer_cache[path_item]
    for hook in sys.path_hooks:
        try:
            found = hook(path_item)
        except ImportError:
            continue
        sys.path_importer_cache[path_item] = found
        return found
    return None


def iter_importers(fullname=""):
    """What finds a module, or all modules, one after another."""
    if fullname.startswith("."):
        raise ImportError(f"Relative module name {fullname!r} not supported")
    package = fullname.rpartition(".")[0]
    if package:
        __import__(package)
        path = getattr(sys.modules[package], "__path__", None)
    else:
        path = sys.path
        yield from sys.meta_path
    yield from map(get_importer, () if path is None else path)


class _Folder:
    """Finds the modules in a directory, where nothing else says that it does."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"FileFinder({self.path!r})"


def iter_modules(path=None, prefix=""):
    """The modules along a path, by default all at the top; they are not imported."""
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for item in sys.path if path is None else path:
        finder = get_importer(item)
        if hasattr(finder, "iter_modules"):
            found = finder.iter_modules(prefix)
        else:
            found = _modules_in(os.fsdecode(item) or os.curdir, prefix)
        for name, is_package in found:
            if name not in seen:
                seen.add(name)
                yield ModuleInfo(finder or _Folder(item), name, is_package)


def _modules_in(folder, prefix):
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    for name in names:
        module, extension = os.path.splitext(name)
        place = os.path.join(folder, name)
        if not extension and os.path.isdir(place):
            try:
                is_package = "__init__.py" in os.listdir(place)
            except OSError:
                continue
            if not is_package or not name.isidentifier():
                continue
        elif extension != ".py" or module == "__init__" or "." in module:
            continue
        else:
            is_package = False
        yield prefix + module, is_package


def walk_packages(path=None, prefix="", onerror=None):
    """The modules along a path and in the packages there, which are imported for that."""
    seen = set()
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
            continue
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
            continue
        inner = [item for item in getattr(sys.modules[info.name], "__path__", None) or [] if item not in seen]
        seen.update(inner)
        yield from walk_packages(inner, info.name + ".", onerror)


def extend_path(path, name):
    """The path of a package, with the directories of its name along `sys.path`."""
    if not isinstance(path, list):
        return path
    path = path[:]
    around, _, last = name.rpartition(".")
    places = getattr(sys.modules.get(around), "__path__", ()) if around else sys.path
    for place in places:
        if not isinstance(place, str):
            continue
        folder = os.path.join(place, last)
        if folder not in path and os.path.isfile(os.path.join(folder, "__init__.py")):
            path.append(folder)
        listing = os.path.join(place, name + ".pkg")
        if os.path.isfile(listing):
            with open(listing) as file:
                lines = [line.rstrip("\n") for line in file]
            path += [line for line in lines if line and not line.startswith("#")]
    return path


def get_data(package, resource):
    """The bytes of a file in a package, or `None` if its loader gives none."""
    __import__(package)
    module = sys.modules[package]
    loader = getattr(module, "__loader__", None)
    if not getattr(module, "__file__", None):
        return None
    place = os.path.join(os.path.dirname(module.__file__), *resource.split("/"))
    if hasattr(loader, "get_data"):
        return loader.get_data(place)
    with open(place, "rb") as file:
        return file.read()


def read_code(stream):
    """Code from a compiled file; there are none."""
    return None


def resolve_name(name):
    """What a dotted name, or `module:name`, means."""
    module_name, colon, rest = name.partition(":")
    parts = module_name.split(".")
    if not all(part.isidentifier() for part in parts) or colon and rest and not all(
            part.isidentifier() for part in rest.split(".")):
        raise ValueError(f"invalid format: {name!r}")
    import importlib
    if colon:
        found = importlib.import_module(module_name)
        parts = rest.split(".") if rest else []
    else:
        imported = parts.pop(0)
        found = importlib.import_module(imported)
        while parts:
            try:
                found = importlib.import_module(f"{imported}.{parts[0]}")
            except ImportError:
                break
            imported = f"{imported}.{parts.pop(0)}"
    for part in parts:
        found = getattr(found, part)
    return found
