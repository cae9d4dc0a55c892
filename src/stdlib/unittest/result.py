"""What became of the tests."""

import io
import sys
import traceback

__unittest = True

STDOUT_LINE = "\nStdout:\n%s"
STDERR_LINE = "\nStderr:\n%s"


def failfast(method):
    """Let a method end the run where that is wanted."""
    def inner(self, *args, **kwargs):
        if getattr(self, "failfast", False):
            self.stop()
        return method(self, *args, **kwargs)

    inner.__name__ = method.__name__
    inner.__doc__ = method.__doc__
    return inner


class TestResult:
    """Gathers what became of the tests."""

    _moduleSetUpFailed = _testRunEntered = False
    _previousTestClass = None

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses, self.collectedDurations = [], [], []
        self.testsRun = 0
        self.failfast = self.shouldStop = self.buffer = self.tb_locals = self._mirrorOutput = False
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr
        self._stdout_buffer = self._stderr_buffer = None

    def printErrors(self):
        """Called when the run is over."""

    def startTestRun(self):
        """The run begins."""

    def stopTestRun(self):
        """The run is over."""

    def startTest(self, test):
        """A test begins."""
        self._mirrorOutput = False
        self.testsRun += 1
        self._setupStdout()

    def stopTest(self, test):
        """A test is over."""
        self._restoreStdout()
        self._mirrorOutput = False

    def _setupStdout(self):
        if not self.buffer:
            return
        if self._stderr_buffer is None:
            self._stdout_buffer, self._stderr_buffer = io.StringIO(), io.StringIO()
        sys.stdout, sys.stderr = self._stdout_buffer, self._stderr_buffer

    def _captured(self):
        """What a test printed: the stream where it belongs, and the text that tells it."""
        for name, line in (("stdout", STDOUT_LINE), ("stderr", STDERR_LINE)):
            text = getattr(sys, name).getvalue()
            if text:
                yield getattr(self, f"_original_{name}"), line % (text if text.endswith("\n") else text + "\n")

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for original, text in self._captured():
                original.write(text)
        sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
        for stream in (self._stdout_buffer, self._stderr_buffer):
            stream.seek(0)
            stream.truncate()

    def _keep(self, kept, test, err, case):
        kept.append((test, self._exc_info_to_string(err, case)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        """A test failed."""
        self._keep(self.failures, test, err, test)

    @failfast
    def addError(self, test, err):
        """A test raised."""
        self._keep(self.errors, test, err, test)

    def addSubTest(self, test, subtest, err):
        """A subtest is over; err is None if it went well."""
        if err is None:
            return
        if getattr(self, "failfast", False):
            self.stop()
        is_failure = issubclass(err[0], test.failureException)
        self._keep(self.failures if is_failure else self.errors, subtest, err, test)

    def addSuccess(self, test):
        """A test went well."""

    def addSkip(self, test, reason):
        """A test was skipped."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """A test failed as it should."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        """A test went well that should not."""
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        """How long a test took."""
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        """Whether all went well."""
        if len(self.failures) or len(self.errors):
            return False
        return not hasattr(self, "unexpectedSuccesses") or len(self.unexpectedSuccesses) == 0

    def stop(self):
        """Ask for the end of the run."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, error, tb = err
        own = test.failureException and issubclass(kind, test.failureException)
        tb = self._clean_tracebacks(kind, error, tb, own)
        shown = traceback.TracebackException(kind, error, tb, capture_locals=self.tb_locals, compact=True)
        lines = list(shown.format())
        if self.buffer:
            lines.extend(text for _, text in self._captured())
        return "".join(lines)

    def _clean_tracebacks(self, kind, error, tb, own):
        while tb is not None and self._is_relevant_tb_level(tb):
            tb = tb.tb_next
        return tb

    def _is_relevant_tb_level(self, tb):
        return "__unittest" in tb.tb_frame.f_globals

    def __repr__(self):
        name = f"{self.__class__.__module__}.{self.__class__.__qualname__}"
        return f"<{name} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>"
