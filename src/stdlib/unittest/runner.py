"""Running tests and telling how it went."""

import sys
import time
import warnings

from . import result
from .case import _SubTest

__unittest = True


class _WritelnDecorator:
    """A stream with a method that ends the line."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        if name in ("stream", "__getstate__"):
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write("\n")


class TextTestResult(result.TestResult):
    """Tells about each test on a stream."""

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self.durations = durations
        self._newline = True

    def getDescription(self, test):
        first = test.shortDescription()
        return f"{test}\n{first}" if self.descriptions and first else str(test)

    def _put(self, *pieces, end=False):
        """Write some text, and the end of the line if it is asked for, so that it is seen at once."""
        for piece in pieces:
            self.stream.write(piece)
        if end:
            self.stream.writeln()
        self.stream.flush()

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._put(self.getDescription(test), " ... ")
            self._newline = False

    def _write_status(self, test, status):
        # A part of a test has a line of its own, below the one of the test that has begun.
        part = isinstance(test, _SubTest)
        lead = []
        if part:
            lead.append("  " if self._newline else "\n  ")
        if part or self._newline:
            lead += self.getDescription(test), " ... "
        self._put(*lead, status, end=True)
        self._newline = True

    def _tell(self, test, status, dot):
        if self.showAll:
            self._write_status(test, status)
        elif self.dots:
            self._put(dot)

    def _tell_short(self, status, dot):
        if self.showAll:
            # The line of the test goes on: these outcomes are never those of a part.
            self._put(status, end=True)
        elif self.dots:
            self._put(dot)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if issubclass(err[0], subtest.failureException):
                self._tell(subtest, "FAIL", "F")
            else:
                self._tell(subtest, "ERROR", "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, "FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell_short("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell_short("unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self._put(end=True)
        for flavour, kept in ("ERROR", self.errors), ("FAIL", self.failures):
            self.printErrorList(flavour, kept)
        unexpected = [
            f"UNEXPECTED SUCCESS: {self.getDescription(test)}\n" for test in getattr(self, "unexpectedSuccesses", ())]
        if unexpected:
            self._put(self.separator1, "\n", *unexpected)

    def printErrorList(self, flavour, errors):
        for test, err in errors:
            title = f"{flavour}: {self.getDescription(test)}"
            self._put("\n".join((self.separator1, title, self.separator2, str(err))), end=True)


def _call_hook(result, name):
    # Results that are not of this library may lack the hooks.
    hook = getattr(result, name, None)
    if hook is not None:
        hook()


class TextTestRunner:
    """Runs tests and tells how it went on standard error."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        # What says how much is told, and what says how tests are run.
        self.descriptions, self.verbosity, self.durations = descriptions, verbosity, durations
        self.failfast, self.buffer, self.tb_locals, self.warnings = failfast, buffer, tb_locals, warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        try:
            return self.resultclass(self.stream, self.descriptions, self.verbosity, durations=self.durations)
        except TypeError:
            return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def _printDurations(self, result):
        rows = sorted(result.collectedDurations, key=lambda row: -row[1])
        if not rows:
            return
        if self.durations > 0:
            rows = rows[:self.durations]
        self.stream.writeln("Slowest test durations")
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        shown = [row for row in rows if self.verbosity >= 2 or row[1] >= 0.001]
        for test, elapsed in shown:
            self.stream.writeln("%-10s %s" % ("%.3fs" % elapsed, test))
        hidden = len(shown) < len(rows)
        self.stream.writeln(
            "\n(durations < 0.001s were hidden; use -v to show these durations)" if hidden else "")

    def _time(self, test, result):
        """Run a test between the two hooks of its result; the seconds it took."""
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            started = time.perf_counter()
            _call_hook(result, "startTestRun")
            try:
                test(result)
            finally:
                _call_hook(result, "stopTestRun")
            return time.perf_counter() - started

    def run(self, test):
        """Run a test or suite; the result."""
        from .signals import registerResult
        result = self._makeResult()
        registerResult(result)
        for option in ("failfast", "buffer", "tb_locals"):
            setattr(result, option, getattr(self, option))
        elapsed = self._time(test, result)
        result.printErrors()
        if self.durations is not None:
            self._printDurations(result)
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        run = result.testsRun
        self.stream.writeln("Ran %d test%s in %.3fs" % (run, "" if run == 1 else "s", elapsed))
        self.stream.writeln()
        infos = []
        if not result.wasSuccessful():
            self.stream.write("FAILED")
            if result.failures:
                infos.append(f"failures={len(result.failures)}")
            if result.errors:
                infos.append(f"errors={len(result.errors)}")
        elif run == 0 and not getattr(result, "skipped", ()):
            self.stream.write("NO TESTS RAN")
        else:
            self.stream.write("OK")
        for name, shown in (
            ("skipped", "skipped"), ("expectedFailures", "expected failures"),
            ("unexpectedSuccesses", "unexpected successes"),
        ):
            count = len(getattr(result, name, ()))
            if count:
                infos.append(f"{shown}={count}")
        self.stream.writeln(f" ({', '.join(infos)})" if infos else None)
        self.stream.flush()
        return result
