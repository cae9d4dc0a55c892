"""What assertRaises and its kin give. A part of unittest.case, whose name its classes bear."""
__name__ = "unittest.case"

import sys
import traceback
import types
import warnings

__unittest = True


def _is_subtype(expected, base):
    if not isinstance(expected, tuple):
        return isinstance(expected, type) and issubclass(expected, base)
    return all(_is_subtype(each, base) for each in expected)


class _Expecting:
    """What assertRaises and its kin give: a context manager, or a caller of a function."""

    _base_type = BaseException
    _base_text = "an exception type or tuple of exception types"

    def __init__(self, expected, test_case, expected_regex=None):
        self.test_case = test_case
        self.expected = expected
        if expected_regex is not None:
            import re
            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = None
        self.msg = None

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

    def handle(self, name, args, kwargs):
        try:
            if not _is_subtype(self.expected, self._base_type):
                raise TypeError(f"{name}() arg 1 must be {self._base_text}")
            if not args:
                self.msg = kwargs.pop("msg", None)
                if kwargs:
                    raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
                return self
            function, *args = args
            self.obj_name = getattr(function, "__name__", None) or str(function)
            with self:
                function(*args, **kwargs)
        finally:
            self = None

    def _expected_name(self):
        return getattr(self.expected, "__name__", None) or str(self.expected)


class _AssertRaisesContext(_Expecting):
    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        if kind is None:
            if self.obj_name:
                self._fail(f"{self._expected_name()} not raised by {self.obj_name}")
            self._fail(f"{self._expected_name()} not raised")
        traceback.clear_frames(tb)
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(error)):
            self._fail(f'"{self.expected_regex.pattern}" does not match "{error}"')
        return True

    __class_getitem__ = classmethod(types.GenericAlias)


def _tell_warnings_again():
    """Forget in all modules which warnings were shown."""
    for module in list(sys.modules.values()):
        if getattr(module, "__warningregistry__", None):
            module.__warningregistry__ = {}


class _AssertWarnsContext(_Expecting):
    _base_type = Warning
    _base_text = "a warning type or tuple of warning types"

    def __enter__(self):
        _tell_warnings_again()
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, error, tb):
        self.warnings_manager.__exit__(kind, error, tb)
        if kind is None:
            self._check()

    def _check(self):
        first = None
        for seen in self.warnings:
            message = seen.message
            if not isinstance(message, self.expected):
                continue
            first = first or message
            if self.expected_regex is None or self.expected_regex.search(str(message)):
                self.warning, self.filename, self.lineno = message, seen.filename, seen.lineno
                return
        if first is not None:
            self._fail(f'"{self.expected_regex.pattern}" does not match "{first}"')
        by = f" by {self.obj_name}" if self.obj_name else ""
        self._fail(f"{self._expected_name()} not triggered{by}")


class _AssertNotWarnsContext(_AssertWarnsContext):
    def _check(self):
        if any(isinstance(seen.message, self.expected) for seen in self.warnings):
            self._fail(f"{self._expected_name()} triggered")


class _LoggingWatcher(tuple):
    records = property(lambda self: self[0])
    output = property(lambda self: self[1])


class _AssertLogsContext:
    """What assertLogs and assertNoLogs give."""

    LOGGING_FORMAT = "%(levelname)s:%(name)s:%(message)s"

    def __init__(self, test_case, logger_name, level, no_logs):
        import logging
        self.test_case = test_case
        self.logger_name = logger_name
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.msg = None
        self.no_logs = no_logs

    def __enter__(self):
        import logging

        class Capturing(logging.Handler):
            def __init__(self):
                logging.Handler.__init__(self)
                self.watcher = _LoggingWatcher(([], []))

            def emit(self, record):
                self.watcher.records.append(record)
                self.watcher.output.append(self.format(record))

        if isinstance(self.logger_name, logging.Logger):
            self.logger = logger = self.logger_name
        else:
            self.logger = logger = logging.getLogger(self.logger_name)
        handler = Capturing()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
        self.watcher = handler.watcher
        self.old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        if self.no_logs:
            return None
        return handler.watcher

    def __exit__(self, kind, error, tb):
        import logging
        handlers, level, self.logger.propagate = self.old
        self.logger.handlers = handlers
        self.logger.setLevel(level)
        if kind is not None:
            return False
        level = logging.getLevelName(self.level)
        text = None
        if self.no_logs:
            if self.watcher.records:
                text = f"Unexpected logs found: {self.watcher.output!r}"
        elif not self.watcher.records:
            text = f"no logs of level {level} or higher triggered on {self.logger.name}"
        if text is not None:
            raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))
