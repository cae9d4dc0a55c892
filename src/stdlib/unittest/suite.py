"""Test suites."""

import sys

from . import case, util

__unittest = True


class BaseTestSuite:
    """Tests one after the other."""

    # Whether a test is let go of after it has run.
    _cleanup = True

    def __init__(self, tests=()):
        self._removed_tests, self._tests = 0, []
        # Through the method, which a subclass may have made its own.
        self.addTests(tests)

    def __repr__(self):
        return f"<{util.strclass(self.__class__)} tests={list(self)}>"

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = None

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for each in tests:
            self.addTest(each)

    def _turns(self, result):
        """The tests with their places, until the result says to stop."""
        for turn in enumerate(self):
            if result.shouldStop:
                return
            yield turn

    def _take(self, index, function, *args):
        """Run the test at a place and let go of it."""
        function(*args)
        if self._cleanup:
            self._removeTestAtIndex(index)

    def run(self, result):
        for index, test in self._turns(result):
            self._take(index, test, result)
        return result

    def _removeTestAtIndex(self, index):
        try:
            test = self._tests[index]
        except TypeError:
            return
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        for test in self:
            test.debug()


class _Silenced:
    """While it lasts, a result that buffers takes what is printed."""

    def __init__(self, result):
        self.result = result

    def __enter__(self):
        getattr(self.result, "_setupStdout", lambda: None)()

    def __exit__(self, *info):
        getattr(self.result, "_restoreStdout", lambda: None)()


class TestSuite(BaseTestSuite):
    """Tests one after the other, with the fixtures of their classes and modules."""

    def run(self, result, debug=False):
        top = False
        if getattr(result, "_testRunEntered", False) is False:
            result._testRunEntered = top = True
        for index, test in self._turns(result):
            if _is_single(test):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(
                        result, "_moduleSetUpFailed", False):
                    continue
            if debug:
                self._take(index, test.debug)
            else:
                self._take(index, test, result)
        if top:
            self._finish(result)
        return result

    def _finish(self, result):
        """Take down what was set up for the last test; another run may begin then."""
        self._tearDownPreviousClass(None, result)
        self._handleModuleTearDown(result)
        result._testRunEntered = False

    def debug(self):
        self.run(_DebugResult(), True)

    def _handleClassSetUp(self, test, result):
        current = test.__class__
        if current == getattr(result, "_previousTestClass", None):
            return
        if result._moduleSetUpFailed or getattr(current, "__unittest_skip__", False):
            return
        failed = False
        try:
            current._classSetupFailed = False
        except TypeError:
            pass
        set_up = getattr(current, "setUpClass", None)
        clean_up = getattr(current, "doClassCleanups", None)
        if set_up is None:
            return
        with _Silenced(result):
            try:
                set_up()
            except Exception as error:
                if isinstance(result, _DebugResult):
                    raise
                failed = True
                try:
                    current._classSetupFailed = True
                except TypeError:
                    pass
                self._report(result, error, "setUpClass", util.strclass(current))
            if failed and clean_up is not None:
                clean_up()
                for info in current.tearDown_exceptions:
                    self._report(result, info[1], "setUpClass", util.strclass(current), info)

    def _module_of(self, cls):
        return getattr(cls, "__module__", None)

    def _handleModuleFixture(self, test, result):
        previous = self._module_of(getattr(result, "_previousTestClass", None))
        current = test.__class__.__module__
        if current == previous:
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(current)
        set_up = getattr(module, "setUpModule", None)
        if set_up is None:
            return
        with _Silenced(result):
            try:
                set_up()
            except Exception as error:
                if isinstance(result, _DebugResult):
                    raise
                result._moduleSetUpFailed = True
                self._report(result, error, "setUpModule", current)
            if result._moduleSetUpFailed:
                try:
                    case.doModuleCleanups()
                except Exception as error:
                    self._report(result, error, "setUpModule", current)

    def _handleModuleTearDown(self, result):
        previous = self._module_of(getattr(result, "_previousTestClass", None))
        if previous is None or result._moduleSetUpFailed:
            return
        module = sys.modules.get(previous)
        if module is None:
            return
        with _Silenced(result):
            for function in (getattr(module, "tearDownModule", None), case.doModuleCleanups):
                if function is None:
                    continue
                try:
                    function()
                except Exception as error:
                    if isinstance(result, _DebugResult):
                        raise
                    self._report(result, error, "tearDownModule", previous)

    def _tearDownPreviousClass(self, test, result):
        previous = getattr(result, "_previousTestClass", None)
        if previous is None or test is not None and test.__class__ == previous:
            return
        if (getattr(previous, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False)
                or getattr(previous, "__unittest_skip__", False)):
            return
        tear_down = getattr(previous, "tearDownClass", None)
        clean_up = getattr(previous, "doClassCleanups", None)
        with _Silenced(result):
            if tear_down is not None:
                try:
                    tear_down()
                except Exception as error:
                    if isinstance(result, _DebugResult):
                        raise
                    self._report(result, error, "tearDownClass", util.strclass(previous))
            if clean_up is not None:
                clean_up()
                for info in previous.tearDown_exceptions:
                    if isinstance(result, _DebugResult):
                        raise info[1]
                    self._report(result, info[1], "tearDownClass", util.strclass(previous), info)

    def _report(self, result, error, method, parent, info=None):
        holder = _ErrorHolder(f"{method} ({parent})")
        add_skip = getattr(result, "addSkip", None)
        if add_skip is not None and isinstance(error, case.SkipTest):
            add_skip(holder, str(error))
        else:
            result.addError(holder, info or sys.exc_info())


class _ErrorHolder:
    """Stands for a test where a fixture failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.id()

    def id(self):
        return self.description

    def countTestCases(self):
        """None: what failed is no test."""
        return 0

    def shortDescription(self):
        """None: the description is all there is."""

    def run(self, result):
        """Does nothing: the failure is told of already."""

    def __call__(self, result):
        return self.run(result)


def _is_single(test):
    try:
        iter(test)
    except TypeError:
        return True
    return False


class _DebugResult:
    """A result for a run that lets exceptions through."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
