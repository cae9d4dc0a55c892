"""Test cases."""

import sys
import time
import types
import warnings

from _case_contexts import _AssertLogsContext, _AssertNotWarnsContext, _AssertRaisesContext, _AssertWarnsContext
from . import result
from .util import _common_shorten_repr, _count_diff, safe_repr, strclass

__unittest = True

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."
_subtest_msg_sentinel = object()
_module_cleanups = []


class SkipTest(Exception):
    """Raised in a test to skip it."""


class _ShouldStop(Exception):
    """The test should stop."""


class _UnexpectedSuccess(Exception):
    """The test was supposed to fail."""


class _Span:
    """A part of a test whose exceptions are the result's business."""

    def __init__(self, outcome, test_case, subtest):
        self.outcome = outcome
        self.test_case = test_case
        self.subtest = subtest

    def __enter__(self):
        self.old_success = self.outcome.success
        self.outcome.success = True
        return self

    def __exit__(self, kind, error, tb):
        outcome = self.outcome
        result = outcome.result
        if kind is None:
            if self.subtest and outcome.success:
                if outcome.result_supports_subtests:
                    result.addSubTest(self.test_case.test_case, self.test_case, None)
        elif issubclass(kind, KeyboardInterrupt):
            outcome.success = outcome.success and self.old_success
            return False
        elif issubclass(kind, SkipTest):
            outcome.success = False
            _add_skip(result, self.test_case, str(error))
        elif issubclass(kind, _ShouldStop):
            pass
        else:
            info = (kind, error, tb)
            if outcome.expecting_failure:
                outcome.expected_failure = info
            else:
                outcome.success = False
                if self.subtest:
                    result.addSubTest(self.test_case.test_case, self.test_case, info)
                elif issubclass(kind, self.test_case.failureException):
                    result.addFailure(self.test_case, info)
                else:
                    result.addError(self.test_case, info)
        outcome.success = outcome.success and self.old_success
        return True


class _Outcome:
    def __init__(self, result=None):
        self.result, self.result_supports_subtests = result, hasattr(result, "addSubTest")
        self.success, self.expecting_failure = True, False
        # The exception that was expected, when it came.
        self.expected_failure = None

    def testPartExecutor(self, test_case, subTest=False):
        return _Span(self, test_case, subTest)


def _add_skip(result, test_case, reason):
    add = getattr(result, "addSkip", None)
    if add is not None:
        add(test_case, reason)
    else:
        warnings.warn("TestResult has no addSkip method, skips not reported", RuntimeWarning, 2)
        result.addSuccess(test_case)


def _last_first(calls):
    """Take calls off the end of a list until it is empty; they may put more on it, or put another in its place."""
    while left := calls():
        yield left.pop()


def _failures(calls):
    """Make calls, and give what they raise."""
    for function, args, kwargs in calls:
        try:
            function(*args, **kwargs)
        except Exception:
            yield sys.exc_info()


def _enter(manager, add_cleanup):
    kind = type(manager)
    try:
        enter, leave = kind.__enter__, kind.__exit__
    except AttributeError:
        raise TypeError(
            f"'{kind.__module__}.{kind.__qualname__}' object does not support the context manager protocol"
        ) from None
    value = enter(manager)
    add_cleanup(leave, manager, None, None, None)
    return value


def enterModuleContext(cm):
    """Enter a context manager that is left after the module's tests."""
    return _enter(cm, addModuleCleanup)


def addModuleCleanup(function, /, *args, **kwargs):
    """Call a function after the module's tests."""
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    """Call what addModuleCleanup was given, last first; the first of what they raise is raised when all are done."""
    failures = list(_failures(_last_first(lambda: _module_cleanups)))
    if failures:
        raise failures[0][1]


def skip(reason):
    """Skip a test without a condition."""
    def decorate(test):
        if not isinstance(test, type):
            function = test

            def test(*args, **kwargs):
                raise SkipTest(reason)

            for name in ("__module__", "__name__", "__qualname__", "__doc__"):
                setattr(test, name, getattr(function, name, None))
            test.__dict__.update(function.__dict__)
            test.__wrapped__ = function
        test.__unittest_skip__ = True
        test.__unittest_skip_why__ = reason
        return test

    if isinstance(reason, types.FunctionType):
        function, reason = reason, ""
        return decorate(function)
    return decorate


def _unchanged(test):
    return test


def skipIf(condition, reason):
    """Skip a test where a condition holds."""
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    """Skip a test where a condition does not hold."""
    return _unchanged if condition else skip(reason)


def expectedFailure(test_item):
    """A test that should fail."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


def _diff(first, second):
    import difflib
    return "\n".join(difflib.ndiff(first, second))


class TestCase:
    """One test: setUp, a method, tearDown."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups, cls._classSetupFailed = [], False
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        method = getattr(self, methodName, None)
        if method is None and methodName != "runTest":
            raise ValueError(f"no such test method in {self.__class__}: {methodName}")
        self._testMethodDoc = "No test" if method is None else method.__doc__
        self._cleanups, self._outcome, self._subtest = [], None, None
        self._type_equality_funcs = {
            dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual",
            set: "assertSetEqual", frozenset: "assertSetEqual", str: "assertMultiLineEqual",
        }

    def enterContext(self, cm):
        """Enter a context manager that is left after tearDown."""
        return _enter(cm, self.addCleanup)

    @classmethod
    def enterClassContext(cls, cm):
        """Enter a context manager that is left after tearDownClass."""
        return _enter(cm, cls.addClassCleanup)

    def addCleanup(self, function, /, *args, **kwargs):
        """Call a function after tearDown."""
        self._cleanups.append((function, args, kwargs))

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Call a function after tearDownClass."""
        cls._class_cleanups.append((function, args, kwargs))

    def addTypeEqualityFunc(self, typeobj, function):
        """Let assertEqual compare two objects of exactly this type by a function."""
        self._type_equality_funcs[typeobj] = function

    def setUp(self):
        """Runs before each test."""

    def tearDown(self):
        """Runs after each test."""

    @classmethod
    def setUpClass(cls):
        """Runs before the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """Runs after the tests of the class."""

    def defaultTestResult(self):
        return result.TestResult()

    def countTestCases(self):
        """One: suites have more."""
        return 1

    def shortDescription(self):
        """The first line of the method's docstring."""
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return f"{strclass(self.__class__)}.{self._testMethodName}"

    def __eq__(self, other):
        if type(other) is type(self):
            return self._testMethodName == other._testMethodName
        return NotImplemented

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        name = self._testMethodName
        return f"{name} ({strclass(self.__class__)}.{name})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} testMethod={self._testMethodName}>"

    def subTest(self, msg=_subtest_msg_sentinel, **params):
        """A part of a test that is reported by itself."""
        return _SubTestSpan(self, msg, params)

    def _addExpectedFailure(self, result, info):
        add = getattr(result, "addExpectedFailure", None)
        if add is not None:
            add(self, info)
        else:
            warnings.warn("TestResult has no addExpectedFailure method, reporting as passes", RuntimeWarning)
            result.addSuccess(self)

    def _addUnexpectedSuccess(self, result):
        add = getattr(result, "addUnexpectedSuccess", None)
        if add is not None:
            add(self)
            return
        warnings.warn("TestResult has no addUnexpectedSuccess method, reporting as failure", RuntimeWarning)
        try:
            raise _UnexpectedSuccess from None
        except _UnexpectedSuccess:
            result.addFailure(self, sys.exc_info())

    def _addDuration(self, result, elapsed):
        add = getattr(result, "addDuration", None)
        if add is not None:
            add(self, elapsed)
        else:
            warnings.warn("TestResult has no addDuration method", RuntimeWarning)

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            text = f"It is deprecated to return a value that is not None from a test case ({method})"
            warnings.warn(text, DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        stop = None
        if result is None:
            result = self.defaultTestResult()
            start = getattr(result, "startTestRun", None)
            stop = getattr(result, "stopTestRun", None)
            if start is not None:
                start()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
                reason = getattr(self.__class__, "__unittest_skip_why__", "") or getattr(
                    method, "__unittest_skip_why__", "")
                _add_skip(result, self, reason)
                return result
            expecting = getattr(self, "__unittest_expecting_failure__", False) or getattr(
                method, "__unittest_expecting_failure__", False)
            outcome = _Outcome(result)
            started = time.perf_counter()
            try:
                self._outcome = outcome
                self._run_parts(outcome, method, expecting)
                self.doCleanups()
                self._addDuration(result, time.perf_counter() - started)
                if outcome.success:
                    if not expecting:
                        result.addSuccess(self)
                    elif outcome.expected_failure:
                        self._addExpectedFailure(result, outcome.expected_failure)
                    else:
                        self._addUnexpectedSuccess(result)
                return result
            finally:
                outcome.expected_failure = None
                self._outcome = None
        finally:
            result.stopTest(self)
            if stop is not None:
                stop()

    def _run_parts(self, outcome, method, expecting):
        """The test between what sets up and what tears down, which do without if setting up fails."""
        part = outcome.testPartExecutor
        with part(self):
            self._callSetUp()
        if not outcome.success:
            return
        # Only the test itself may fail as expected.
        outcome.expecting_failure = expecting
        with part(self):
            self._callTestMethod(method)
        outcome.expecting_failure = False
        with part(self):
            self._callTearDown()

    def doCleanups(self):
        """Call what addCleanup was given, last first."""
        outcome = self._outcome or _Outcome()
        for function, args, kwargs in _last_first(lambda: self._cleanups):
            with outcome.testPartExecutor(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        """Call what addClassCleanup was given, last first."""
        cls.tearDown_exceptions = []
        cls.tearDown_exceptions.extend(_failures(_last_first(lambda: cls._class_cleanups)))

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        """Run the test without catching exceptions."""
        method = getattr(self, self._testMethodName)
        if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
            reason = getattr(self.__class__, "__unittest_skip_why__", "") or getattr(
                method, "__unittest_skip_why__", "")
            raise SkipTest(reason)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        for function, args, kwargs in _last_first(lambda: self._cleanups):
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        """Give up on this test without failing it."""
        raise SkipTest(reason)

    def fail(self, msg=None):
        """Fail at once."""
        raise self.failureException(msg)

    def assertFalse(self, expr, msg=None):
        """Fail if the expression is true."""
        if expr:
            raise self.failureException(self._formatMessage(msg, f"{safe_repr(expr)} is not false"))

    def assertTrue(self, expr, msg=None):
        """Fail if the expression is false."""
        if not expr:
            raise self.failureException(self._formatMessage(msg, f"{safe_repr(expr)} is not true"))

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return f"{standardMsg} : {msg}"
        except UnicodeDecodeError:
            return f"{safe_repr(standardMsg)} : {safe_repr(msg)}"

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Check that a call, or the body of a with statement, raises."""
        return _AssertRaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """Check that a call, or the body of a with statement, warns."""
        return _AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        return _AssertNotWarnsContext(expected_warning, self).handle("_assertNotWarns", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """Check that a call raises, and what it says."""
        return _AssertRaisesContext(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """Check that a call warns, and what it says."""
        return _AssertWarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """Check that the body of a with statement logs."""
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """Check that the body of a with statement does not log."""
        return _AssertLogsContext(self, logger, level, no_logs=True)

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            text = "%s != %s" % _common_shorten_repr(first, second)
            raise self.failureException(self._formatMessage(msg, text))

    def assertEqual(self, first, second, msg=None):
        """Check that both are equal."""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        """Check that both are not equal."""
        if not first != second:
            text = f"{safe_repr(first)} == {safe_repr(second)}"
            raise self.failureException(self._formatMessage(msg, text))

    def _near(self, first, second, places, delta):
        """Whether both are near each other, their difference, and what near means."""
        diff = abs(first - second)
        if delta is not None:
            return diff <= delta, diff, f"{safe_repr(delta)} delta"
        if places is None:
            places = 7
        return round(diff, places) == 0, diff, f"{places!r} places"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Check that both are nearly equal."""
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        near, diff, how = self._near(first, second, places, delta)
        if not near:
            text = f"{safe_repr(first)} != {safe_repr(second)} within {how} ({safe_repr(diff)} difference)"
            raise self.failureException(self._formatMessage(msg, text))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Check that both are not nearly equal."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        near, diff, how = self._near(first, second, places, delta)
        if delta is not None:
            if not first == second and not near:
                return
            text = f"{safe_repr(first)} == {safe_repr(second)} within {how} ({safe_repr(diff)} difference)"
        else:
            if not first == second and not near:
                return
            text = f"{safe_repr(first)} == {safe_repr(second)} within {how}"
        raise self.failureException(self._formatMessage(msg, text))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Check that two sequences are equal, and say where they are not."""
        import pprint
        if seq_type is not None:
            name = seq_type.__name__
            for place, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f"{place} sequence is not a {name}: {safe_repr(seq)}")
        else:
            name = "sequence"
        lengths = [None, None]
        text = None
        for place, seq in enumerate((seq1, seq2)):
            try:
                lengths[place] = len(seq)
            except (TypeError, NotImplementedError):
                if text is None:
                    text = f"{('First', 'Second')[place]} {name} has no length.    Non-sequence?"
        if text is None:
            if seq1 == seq2:
                return
            text = "%ss differ: %s != %s\n" % ((name.capitalize(),) + _common_shorten_repr(seq1, seq2))
            len1, len2 = lengths
            for i in range(min(len1, len2)):
                for place, seq in (("first", seq1), ("second", seq2)):
                    try:
                        item = seq[i]
                    except (TypeError, IndexError, NotImplementedError):
                        text += f"\nUnable to index element {i} of {place} {name}\n"
                        break
                    if place == "first":
                        first = item
                else:
                    if first != item:
                        text += "\nFirst differing element %d:\n%s\n%s\n" % (
                            (i,) + _common_shorten_repr(first, item))
                        break
                    continue
                break
            else:
                if len1 == len2 and seq_type is None and type(seq1) != type(seq2):
                    return
            for place, seq, length, other in (("First", seq1, len1, len2), ("Second", seq2, len2, len1)):
                if length > other:
                    text += f"\n{place} {name} contains {length - other} additional elements.\n"
                    try:
                        item = seq[other]
                        text += "First extra element %d:\n%s\n" % (other, safe_repr(item))
                    except (TypeError, IndexError, NotImplementedError):
                        text += f"Unable to index element {other} of {place.lower()} {name}\n"
        difference = "\n" + _diff(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines())
        self.fail(self._formatMessage(msg, self._truncateMessage(text, difference)))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + (DIFF_OMITTED % len(diff))

    def assertListEqual(self, list1, list2, msg=None):
        """Check that two lists are equal."""
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """Check that two tuples are equal."""
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """Check that two sets are equal."""
        differences = []
        for place, one, other in (("first", set1, set2), ("second", set2, set1)):
            try:
                differences.append(one.difference(other))
            except TypeError as error:
                self.fail(f"invalid type when attempting set difference: {error}")
            except AttributeError as error:
                self.fail(f"{place} argument does not support set difference: {error}")
        if not any(differences):
            return
        lines = []
        for place, difference in zip(("first", "second"), differences):
            if difference:
                lines.append(f"Items in the {place} set but not the {'second' if place == 'first' else 'first'}:")
                lines.extend(map(repr, difference))
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertIn(self, member, container, msg=None):
        """Check that the container has the member."""
        if member not in container:
            self.fail(self._formatMessage(msg, f"{safe_repr(member)} not found in {safe_repr(container)}"))

    def assertNotIn(self, member, container, msg=None):
        """Check that the container has not the member."""
        if member in container:
            self.fail(self._formatMessage(
                msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}"))

    def assertIs(self, expr1, expr2, msg=None):
        """Check that both are one object."""
        if expr1 is not expr2:
            self.fail(self._formatMessage(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}"))

    def assertIsNot(self, expr1, expr2, msg=None):
        """Check that both are not one object."""
        if expr1 is expr2:
            self.fail(self._formatMessage(msg, f"unexpectedly identical: {safe_repr(expr1)}"))

    def assertDictEqual(self, d1, d2, msg=None):
        """Check that two dictionaries are equal."""
        import pprint
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            text = "%s != %s" % _common_shorten_repr(d1, d2)
            diff = "\n" + _diff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines())
            self.fail(self._formatMessage(msg, self._truncateMessage(text, diff)))

    def assertCountEqual(self, first, second, msg=None):
        """Check that both have the same items, equally often."""
        first_list, second_list = list(first), list(second)
        differences = _count_diff(first_list, second_list)
        if differences:
            lines = ["Element counts were not equal:"]
            lines += ["First has %d, Second has %d:  %r" % row for row in differences]
            self.fail(self._formatMessage(msg, self._truncateMessage("\n".join(lines), "")))

    def assertMultiLineEqual(self, first, second, msg=None):
        """Check that two texts are equal."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        import difflib
        text = "%s != %s" % _common_shorten_repr(first, second)
        if len(first) <= self._diffThreshold and len(second) <= self._diffThreshold:
            pair = []
            for whole in (first, second):
                lines = whole.splitlines(keepends=True)
                pair.append(lines)
            if "\n" not in first and "\n" not in second and "\r" not in first + second:
                pair = [[first + "\n"], [second + "\n"]]
            elif any(lines and lines[-1][-1:] not in "\r\n" for lines in pair):
                pair = [[line if line[-1:] in "\r\n" else line + "\n" for line in lines] for lines in pair]
            diff = "\n" + "".join(difflib.ndiff(*pair))
            text = self._truncateMessage(text, diff)
        self.fail(self._formatMessage(msg, text))

    def assertLess(self, a, b, msg=None):
        """Check that a < b."""
        if not a < b:
            self.fail(self._formatMessage(msg, f"{safe_repr(a)} not less than {safe_repr(b)}"))

    def assertLessEqual(self, a, b, msg=None):
        """Check that a <= b."""
        if not a <= b:
            self.fail(self._formatMessage(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}"))

    def assertGreater(self, a, b, msg=None):
        """Check that a > b."""
        if not a > b:
            self.fail(self._formatMessage(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}"))

    def assertGreaterEqual(self, a, b, msg=None):
        """Check that a >= b."""
        if not a >= b:
            self.fail(self._formatMessage(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}"))

    def assertIsNone(self, obj, msg=None):
        """Check that the object is None."""
        if obj is not None:
            self.fail(self._formatMessage(msg, f"{safe_repr(obj)} is not None"))

    def assertIsNotNone(self, obj, msg=None):
        """Check that the object is not None."""
        if obj is None:
            self.fail(self._formatMessage(msg, "unexpectedly None"))

    def assertIsInstance(self, obj, cls, msg=None):
        """Check that the object is an instance of the class."""
        if not isinstance(obj, cls):
            self.fail(self._formatMessage(msg, f"{safe_repr(obj)} is not an instance of {cls!r}"))

    def assertNotIsInstance(self, obj, cls, msg=None):
        """Check that the object is no instance of the class."""
        if isinstance(obj, cls):
            self.fail(self._formatMessage(msg, f"{safe_repr(obj)} is an instance of {cls!r}"))

    def assertRegex(self, text, expected_regex, msg=None):
        """Check that the text matches the pattern."""
        import re
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            text = f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}"
            raise self.failureException(self._formatMessage(msg, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """Check that the text does not match the pattern."""
        import re
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            found = text[match.start():match.end()]
            text = f"Regex matched: {found!r} matches {unexpected_regex.pattern!r} in {text!r}"
            raise self.failureException(self._formatMessage(msg, text))


class _SubTestSpan:
    def __init__(self, case, msg, params):
        self.case = case
        self.msg = msg
        self.params = params
        self.span = None

    def __enter__(self):
        case = self.case
        if case._outcome is None or not case._outcome.result_supports_subtests:
            return None
        self.parent = case._subtest
        params = dict(self.parent.params) if self.parent is not None else {}
        params.update(self.params)
        case._subtest = _SubTest(case, self.msg, params)
        self.span = case._outcome.testPartExecutor(case._subtest, subTest=True)
        self.span.__enter__()

    def __exit__(self, kind, error, tb):
        if self.span is None:
            return False
        case = self.case
        try:
            handled = self.span.__exit__(kind, error, tb)
            if handled:
                if not case._outcome.success:
                    result = case._outcome.result
                    if result is not None and result.failfast:
                        raise _ShouldStop
                elif case._outcome.expected_failure:
                    raise _ShouldStop
            return handled
        finally:
            case._subtest = self.parent


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self.failureException = test_case, test_case.failureException
        self._message, self.params = message, params

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        message = [] if self._message is _subtest_msg_sentinel else [f"[{self._message}]"]
        values = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        if self.params:
            message.append(f"({values})")
        return " ".join(message) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._subDescription()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._subDescription()}"


def _call_if_any(function):
    if function is not None:
        function()


class FunctionTestCase(TestCase):
    """A test made of plain functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._testFunc, self._description = testFunc, description
        self._setUpFunc, self._tearDownFunc = setUp, tearDown

    def _parts(self):
        """What tells one such test from another."""
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def setUp(self):
        _call_if_any(self._setUpFunc)

    def tearDown(self):
        _call_if_any(self._tearDownFunc)

    def id(self):
        return self._testFunc.__name__

    def runTest(self):
        self._testFunc()

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, self.__class__) else NotImplemented

    def __hash__(self):
        return hash((type(self), *self._parts()))

    def __str__(self):
        return f"{strclass(self.__class__)} ({self._testFunc.__name__})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} tec={self._testFunc}>"

    def shortDescription(self):
        given = self._description
        if given is None:
            given = (self._testFunc.__doc__ or "").partition("\n")[0].strip() or None
        return given
