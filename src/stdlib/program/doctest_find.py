"""Docstrings with examples, in modules and all that is in them."""
__name__ = "doctest"
import inspect
import linecache
import re
from _doctest_examples import DocTestParser


class DocTestFinder:
    """Makes tests of the docstrings of an object and, unless told otherwise, of what is in it."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose, self._parser = verbose, parser
        self._recurse, self._exclude_empty = recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The tests of an object, sorted. What comes from other modules than `module` is left out."""
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        module = None if module is False else inspect.getmodule(obj) if module is None else module
        if globs is None:
            globs = {} if module is None else vars(module)
        globs = {**globs, **(extraglobs or {})}
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, self._source_lines(obj, module), globs, {})
        return sorted(tests)

    def _source_lines(self, obj, module):
        try:
            file = inspect.getsourcefile(obj)
            if not file:
                file = inspect.getfile(obj)
                if not (file.startswith("<") and file.endswith("]>")):
                    return None
        except TypeError:
            return None
        return linecache.getlines(file, vars(module) if module is not None else None) or None

    def _from_module(self, module, object):
        """Whether an object was made in the module."""
        if module is None or isinstance(object, property):
            return True
        home = inspect.getmodule(object)
        if home is not None:
            return home is module
        if inspect.isfunction(object):
            return object.__globals__ is vars(module)
        if inspect.ismethoddescriptor(object) or inspect.ismethodwrapper(object):
            owner = getattr(object, "__objclass__", object)
            return getattr(owner, "__module__", module.__name__) == module.__name__
        if not hasattr(object, "__module__"):
            raise ValueError("object must be a class or function")
        return object.__module__ == module.__name__

    def _is_routine(self, obj):
        try:
            obj = inspect.unwrap(obj)
        except ValueError:
            # It wraps itself.
            return inspect.isroutine(obj)
        return inspect.isroutine(obj)

    def _find(self, tests, obj, name, module, source_lines, globs, seen):
        if self._verbose:
            print(f"Finding tests in {name}")
        if id(obj) in seen:
            return
        seen[id(obj)] = name
        found = self._get_test(obj, name, module, globs, source_lines)
        if found is not None:
            tests.append(found)
        if self._recurse:
            for inner, value in self._contents(obj, module):
                self._find(tests, value, f"{name}.{inner}", module, source_lines, globs, seen)

    def _contents(self, obj, module):
        """What is in a module or a class and may have a docstring."""
        if inspect.ismodule(obj):
            for name, value in list(vars(obj).items()):
                if (self._is_routine(value) or inspect.isclass(value)) and self._from_module(module, value):
                    yield name, value
            for name, value in getattr(obj, "__test__", {}).items():
                if not isinstance(name, str):
                    raise ValueError(f"DocTestFinder.find: __test__ keys must be strings: {type(name)!r}")
                if not (isinstance(value, str) or inspect.isroutine(value) or inspect.isclass(value)
                        or inspect.ismodule(value)):
                    raise ValueError("DocTestFinder.find: __test__ values must be strings, functions, methods, classes, or "
                                     f"modules: {type(value)!r}")
                yield f"__test__.{name}", value
        elif inspect.isclass(obj):
            for name, value in list(vars(obj).items()):
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                may = inspect.isroutine(value) or inspect.isclass(value) or isinstance(value, property)
                if may and self._from_module(module, value):
                    yield name, value

    def _get_test(self, obj, name, module, globs, source_lines):
        doc = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        doc = "" if doc is None else str(doc)
        lineno = self._find_lineno(obj, source_lines)
        if self._exclude_empty and not doc:
            return None
        filename = None if module is None else getattr(module, "__file__", None) or module.__name__
        return self._parser.get_doctest(doc, globs, name, filename, lineno)

    def _find_lineno(self, obj, source_lines):
        """The line, from 0, in which the docstring begins."""
        lineno = None
        documented = getattr(obj, "__doc__", None) is not None
        if inspect.ismodule(obj) and documented:
            lineno = 0
        elif inspect.isclass(obj) and documented:
            if source_lines is None:
                return None
            pattern = re.compile(rf"^\s*class\s*{re.escape(obj.__name__)}\b")
            lineno = next((place for place, line in enumerate(source_lines) if pattern.match(line)), None)
        else:
            code = self._code(obj)
            if code is not None:
                lineno = code.co_firstlineno - 1
        if lineno is None:
            return None
        if source_lines is None:
            return lineno + 1
        quoted = re.compile(r"""(^|.*:)\s*\w*("|')""")
        return next((place for place in range(lineno, len(source_lines)) if quoted.match(source_lines[place])), None)

    def _code(self, obj):
        if inspect.ismethod(obj):
            obj = obj.__func__
        if isinstance(obj, property):
            obj = obj.fget
        if inspect.isfunction(obj) and getattr(obj, "__doc__", None):
            return getattr(inspect.unwrap(obj), "__code__", None)
        if inspect.istraceback(obj):
            obj = obj.tb_frame
        if inspect.isframe(obj):
            obj = obj.f_code
        return obj if inspect.iscode(obj) else None
