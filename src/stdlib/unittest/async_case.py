"""Test cases whose tests are coroutines."""

import asyncio
import contextvars

from .case import TestCase

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
    """One test in an event loop of its own: asyncSetUp, a method, asyncTearDown."""

    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        """Runs before each test, in the loop."""

    async def asyncTearDown(self):
        """Runs after each test, in the loop."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """Await a function after asyncTearDown."""
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        """Enter an asynchronous context manager that is left after asyncTearDown."""
        kind = type(cm)
        try:
            enter, leave = kind.__aenter__, kind.__aexit__
        except AttributeError:
            raise TypeError(
                f"'{kind.__module__}.{kind.__qualname__}' object does not support the asynchronous context manager "
                "protocol"
            ) from None
        entered = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return entered

    def run(self, result=None):
        return self._in_runner(super().run, result)

    def debug(self):
        self._in_runner(super().debug)

    def _in_runner(self, work, *args):
        assert self._asyncioRunner is None, "asyncio runner is already initialized"
        runner = self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        try:
            return work(*args)
        finally:
            runner.close()
            self._asyncioRunner = None

    def _callSetUp(self):
        # The loop is there before anything of the test runs.
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._callAsync(self.asyncSetUp)

    def _callTearDown(self):
        self._callAsync(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callTestMethod(self, method):
        if self._callMaybeAsync(method) is not None:
            import warnings
            text = f"It is deprecated to return a value that is not None from a test case ({method})"
            warnings.warn(text, DeprecationWarning, stacklevel=4)

    def _callCleanup(self, function, *args, **kwargs):
        self._callMaybeAsync(function, *args, **kwargs)

    def _callAsync(self, func, /, *args, **kwargs):
        assert self._asyncioRunner is not None, "asyncio runner is not initialized"
        return self._asyncioRunner.run(func(*args, **kwargs), context=self._asyncioTestContext)

    def _callMaybeAsync(self, func, /, *args, **kwargs):
        assert self._asyncioRunner is not None, "asyncio runner is not initialized"
        if asyncio.iscoroutinefunction(func):
            return self._asyncioRunner.run(func(*args, **kwargs), context=self._asyncioTestContext)
        return self._asyncioTestContext.run(func, *args, **kwargs)
