"""Finding tests."""

import os
import sys
import traceback

from . import case, suite, util

__unittest = True


class _FailedTest(case.TestCase):
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattr__(name)

        def test_failure():
            raise self._exception

        return test_failure


def _failed(name, error, suite_class, message):
    return suite_class((_FailedTest(name, error),)), message


class TestLoader:
    """Makes suites of the tests in classes, modules and directories."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        """A suite of all tests in a class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """A suite of all tests in a module."""
        tests = []
        for name in dir(module):
            found = getattr(module, name)
            if (isinstance(found, type) and issubclass(found, case.TestCase)
                    and found not in (case.TestCase, case.FunctionTestCase)):
                tests.append(self.loadTestsFromTestCase(found))
        load_tests = getattr(module, "load_tests", None)
        tests = self.suiteClass(tests)
        if load_tests is not None:
            try:
                return load_tests(self, tests, pattern)
            except Exception as error:
                message = f"Failed to call load_tests:\n{traceback.format_exc()}"
                made, message = _failed(module.__name__, TypeError(message), self.suiteClass, message)
                self.errors.append(message)
                return made
        return tests

    def loadTestsFromName(self, name, module=None):
        """A suite of the tests that a dotted name means."""
        parts = name.split(".")
        error_case = error_message = None
        if module is None:
            rest = parts[:]
            while rest:
                try:
                    module = __import__(".".join(rest))
                    break
                except ImportError as error:
                    last = rest.pop()
                    message = f"Failed to import test module: {last}\n{traceback.format_exc()}"
                    error_case, error_message = _failed(last, ImportError(message), self.suiteClass, message)
                    if not rest:
                        self.errors.append(error_message)
                        return error_case
            parts = parts[1:]
        found = module
        parent = None
        for part in parts:
            try:
                parent, found = found, getattr(found, part)
            except AttributeError as error:
                if getattr(found, "__path__", None) is not None and error_case is not None:
                    self.errors.append(error_message)
                    return error_case
                message = f"Failed to access attribute:\n{traceback.format_exc()}"
                made, message = _failed(part, error, self.suiteClass, message)
                self.errors.append(message)
                return made
        if hasattr(found, "__path__") or type(found) is type(sys):
            return self.loadTestsFromModule(found)
        if isinstance(found, type) and issubclass(found, case.TestCase) and found not in (
                case.TestCase, case.FunctionTestCase):
            return self.loadTestsFromTestCase(found)
        if (type(found) is type(_failed) and isinstance(parent, type) and issubclass(parent, case.TestCase)):
            name = parts[-1]
            inst = parent(name)
            if type(getattr(inst, name)) is not type(_failed):
                return self.suiteClass([inst])
        elif isinstance(found, suite.TestSuite):
            return found
        if callable(found):
            test = found()
            if isinstance(test, suite.TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError(f"calling {found} returned {test}, not a test")
        raise TypeError(f"don't know how to make test from: {found}")

    def loadTestsFromNames(self, names, module=None):
        """A suite of the tests that several names mean."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """The names of a class's test methods, in order."""
        def is_test(name):
            if not name.startswith(self.testMethodPrefix):
                return False
            if not callable(getattr(testCaseClass, name)):
                return False
            if self.testNamePatterns is None:
                return True
            from fnmatch import fnmatchcase
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            return any(fnmatchcase(full, pattern) for pattern in self.testNamePatterns)

        names = [name for name in dir(testCaseClass) if is_test(name)]
        if self.sortTestMethodsUsing:
            compare = self.sortTestMethodsUsing

            class Key(str):
                def __lt__(self, other):
                    return compare(str(self), str(other)) < 0

            names.sort(key=Key)
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """A suite of all tests in the files below a directory."""
        from fnmatch import fnmatch
        original = self._top_level_dir
        if top_level_dir is None:
            top_level_dir = self._top_level_dir or start_dir
        if not os.path.isdir(os.path.abspath(start_dir)):
            module = __import__(start_dir)
            for part in start_dir.split(".")[1:]:
                module = getattr(module, part)
            start_dir = os.path.dirname(module.__file__)
            top_level_dir = os.path.dirname(start_dir)
        top = os.path.abspath(top_level_dir)
        start_dir = os.path.abspath(start_dir)
        if top not in sys.path:
            sys.path.insert(0, top)
        self._top_level_dir = top
        if start_dir != top and not os.path.isfile(os.path.join(start_dir, "__init__.py")):
            raise ImportError(f"Start directory is not importable: {start_dir!r}")
        tests = list(self._below(start_dir, pattern, top, fnmatch))
        self._top_level_dir = original
        return self.suiteClass(tests)

    def _below(self, directory, pattern, top, fnmatch):
        for name in sorted(os.listdir(directory)):
            full = os.path.join(directory, name)
            if os.path.isfile(full):
                if not (name.endswith(".py") and name[:-3].isidentifier() and fnmatch(name, pattern)):
                    continue
            elif not (os.path.isdir(full) and os.path.isfile(os.path.join(full, "__init__.py"))):
                continue
            relative = os.path.relpath(full, top)
            dotted = os.path.splitext(os.path.normpath(relative))[0].replace(os.sep, ".")
            try:
                __import__(dotted)
                module = sys.modules[dotted]
            except case.SkipTest as skipped:
                reason = str(skipped)

                class ModuleSkipped(case.TestCase):
                    @case.skip(reason)
                    def testSkipped(self):
                        pass

                yield self.suiteClass([ModuleSkipped("testSkipped")])
                continue
            except Exception:
                message = f"Failed to import test module: {dotted}\n{traceback.format_exc()}"
                made, message = _failed(dotted, ImportError(message), self.suiteClass, message)
                self.errors.append(message)
                yield made
                continue
            if os.path.isfile(full):
                yield self.loadTestsFromModule(module, pattern=pattern)
            else:
                if getattr(module, "load_tests", None) is not None:
                    yield self.loadTestsFromModule(module, pattern=pattern)
                    continue
                found = self.loadTestsFromModule(module, pattern=pattern)
                yield found
                yield from self._below(full, pattern, top, fnmatch)


defaultTestLoader = TestLoader()
