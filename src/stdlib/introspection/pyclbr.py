"""What a module defines, read from its source without importing it."""

import ast
import sys

import importlib.util

__all__ = ["readmodule", "readmodule_ex", "Class", "Function"]

_modules = {}


class _Object:
    """Something that is defined: where, and what is defined in it."""

    def __init__(self, module, name, file, lineno, end_lineno, parent):
        self.module = module
        self.name = name
        self.file = file
        self.lineno = lineno
        self.end_lineno = end_lineno
        self.parent = parent
        self.children = {}
        if parent is not None:
            parent.children[name] = self


class Function(_Object):
    """A function."""

    def __init__(self, module, name, file, lineno, parent=None, is_async=False, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.is_async = is_async
        if isinstance(parent, Class):
            parent.methods[name] = lineno


class Class(_Object):
    """A class: its bases are classes, or texts where nobody knows them."""

    def __init__(self, module, name, super_, file, lineno, parent=None, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.super = super_ or []
        self.methods = {}


def readmodule(module, path=None):
    """The classes of a module, by name."""
    return {name: found for name, found in _read(module, path or []).items() if isinstance(found, Class)}


def readmodule_ex(module, path=None):
    """The classes and functions of a module, by name; of a package also its path."""
    return _read(module, path or [])


def _read(module, path, inpackage=None):
    fullname = module if inpackage is None else f"{inpackage}.{module}"
    if fullname in _modules:
        return _modules[fullname]
    tree = {}
    if module in sys.builtin_module_names and inpackage is None:
        _modules[module] = tree
        return tree
    package, dot, last = module.rpartition(".")
    if dot:
        parent = _read(package, path, inpackage)
        if inpackage is not None:
            package = f"{inpackage}.{package}"
        if "__path__" not in parent:
            raise ImportError(f"No package named {package}")
        return _read(last, parent["__path__"], package)
    search = path if inpackage is not None else list(path) + sys.path
    spec = _spec(fullname, search)
    if spec is None:
        raise ModuleNotFoundError(f"no module named {fullname!r}", name=fullname)
    _modules[fullname] = tree
    if spec.submodule_search_locations is not None:
        tree["__path__"] = list(spec.submodule_search_locations)
    source = spec.loader.get_source(fullname) if hasattr(spec.loader, "get_source") else None
    if source is None:
        return tree
    _Reader(fullname, spec.origin, tree, path, inpackage).visit(ast.parse(source))
    return tree


def _spec(fullname, search):
    from importlib.machinery import PathFinder
    return PathFinder.find_spec(fullname, search) or importlib.util.find_spec(fullname)


class _Reader(ast.NodeVisitor):
    def __init__(self, module, file, tree, path, inpackage):
        self.module, self.file, self.tree, self.path, self.inpackage = module, file, tree, path, inpackage
        self.above = []

    def _add(self, found, node):
        if not self.above:
            self.tree[node.name] = found
        self.above.append(found)
        for child in node.body:
            self.visit(child)
        self.above.pop()

    def visit_ClassDef(self, node):
        bases = [self._base(ast.unparse(base)) for base in node.bases]
        parent = self.above[-1] if self.above else None
        self._add(Class(self.module, node.name, bases, self.file, node.lineno, parent, end_lineno=node.end_lineno), node)

    def _base(self, name):
        if name in self.tree:
            return self.tree[name]
        module, _, last = name.rpartition(".")
        if module in _modules and last in _modules[module]:
            return _modules[module][last]
        return name

    def visit_FunctionDef(self, node, is_async=False):
        parent = self.above[-1] if self.above else None
        self._add(Function(self.module, node.name, self.file, node.lineno, parent, is_async, end_lineno=node.end_lineno), node)

    def visit_AsyncFunctionDef(self, node):
        self.visit_FunctionDef(node, True)

    def visit_Import(self, node):
        if node.col_offset:
            return
        for name in node.names:
            try:
                _read(name.name, self.path, self.inpackage)
            except (ImportError, SyntaxError):
                try:
                    _read(name.name, [])
                except (ImportError, SyntaxError):
                    pass

    def visit_ImportFrom(self, node):
        if node.col_offset:
            return
        try:
            found = _read("." * node.level + (node.module or ""), self.path, self.inpackage)
        except (ImportError, SyntaxError, ValueError):
            return
        for name in node.names:
            if name.name in found:
                self.tree[name.asname or name.name] = found[name.name]
            elif name.name == "*":
                self.tree.update({key: value for key, value in found.items() if not key.startswith("_")})
