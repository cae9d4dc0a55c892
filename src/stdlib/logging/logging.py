"""Logging: loggers, handlers, formatters and filters."""

import sys
import time
from _logging_formats import (
    _STYLES, BASIC_FORMAT, BufferingFormatter, Formatter, PercentStyle, StrFormatStyle, StringTemplateStyle,
    _defaultFormatter, _style_named,
)

__all__ = [
    "BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "FileHandler", "Filter", "Formatter",
    "Handler", "INFO", "LogRecord", "Logger", "LoggerAdapter", "NOTSET", "NullHandler", "StreamHandler", "WARN",
    "WARNING", "addLevelName", "basicConfig", "captureWarnings", "critical", "debug", "disable", "error", "exception",
    "fatal", "getLevelName", "getLogger", "getLoggerClass", "info", "log", "makeLogRecord", "setLoggerClass",
    "shutdown", "warn", "warning", "getLogRecordFactory", "setLogRecordFactory", "lastResort", "raiseExceptions",
    "getLevelNamesMapping", "getHandlerByName", "getHandlerNames",
]


def __getattr__(name):
    # Modules that only some of what is here needs: each function imports its own.
    if name in ("collections", "io", "os", "re", "threading", "traceback", "warnings", "weakref"):
        return __import__(name)
    raise AttributeError(f"module 'logging' has no attribute {name!r}", name=name, obj=sys.modules[__name__])


_start_time = time.time_ns()
raiseExceptions = True
logThreads = logMultiprocessing = logProcesses = logAsyncioTasks = True

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_levelToName = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_nameToLevel = {
    "CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARN": 30, "WARNING": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0,
}


def getLevelNamesMapping():
    """The levels by name."""
    return _nameToLevel.copy()


def getLevelName(level):
    """The name of a level, or the level of a name."""
    found = (known.get(level) for known in (_levelToName, _nameToLevel))
    return next((other for other in found if other is not None), f"Level {level}")


def addLevelName(level, levelName):
    """Give a level a name."""
    _levelToName[level] = levelName
    _nameToLevel[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if str(level) == level:
        if level not in _nameToLevel:
            raise ValueError(f"Unknown level: {level!r}")
        return _nameToLevel[level]
    raise TypeError(f"Level not an integer or a valid string: {level!r}")


class LogRecord:
    """One event that is logged."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        import os
        created = time.time_ns()
        # The order of assignments is that of vars(record), which some formatters write out.
        self.name, self.msg = name, msg
        # A single dictionary is what the message is formatted with.
        single = args and len(args) == 1 and isinstance(args[0], dict) and args[0]
        self.args = single or args
        self.levelname, self.levelno = getLevelName(level), level
        self.pathname = pathname
        self.filename, self.module = _file_and_module(pathname)
        self.exc_info, self.exc_text, self.stack_info = exc_info, None, sinfo
        self.lineno, self.funcName = lineno, func
        self.created = created / 1e9
        self.msecs = created % 1_000_000_000 // 1_000_000 + 0.0
        if self.msecs == 999.0 and int(self.created) != created // 1_000_000_000:
            # As a float the moment is in the next second already.
            self.msecs = 0.0
        self.relativeCreated = (created - _start_time) / 1e6
        self.thread, self.threadName = _thread() if logThreads else (None, None)
        self.processName = "MainProcess" if logMultiprocessing else None
        self.process = os.getpid() if logProcesses else None
        self.taskName = _task_name() if logAsyncioTasks else None

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        """The message with its arguments."""
        msg = str(self.msg)
        return msg % self.args if self.args else msg


def _file_and_module(pathname):
    import os
    try:
        filename = os.path.basename(pathname)
        return filename, os.path.splitext(filename)[0]
    except (TypeError, ValueError, AttributeError):
        return pathname, "Unknown module"


def _task_name():
    # Without asyncio loaded there is no task, and loading it for this would be dear.
    asyncio = sys.modules.get("asyncio")
    try:
        return asyncio and asyncio.current_task().get_name()
    except Exception:
        return None


def _thread():
    threading = sys.modules.get("threading")
    if threading is None:
        return 1, "MainThread"
    current = threading.current_thread()
    return threading.get_ident(), current.name


_logRecordFactory = LogRecord


def getLogRecordFactory():
    """What makes records."""
    return _logRecordFactory


def setLogRecordFactory(factory):
    """Say what makes records."""
    global _logRecordFactory
    _logRecordFactory = factory


def makeLogRecord(dict):
    """A record with these attributes."""
    made = _logRecordFactory(None, None, "", 0, "", (), None, None)
    vars(made).update(dict)
    return made


class Filter:
    """Lets records of a logger and of those below it pass."""

    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        if not self.nlen or self.name == record.name:
            return True
        return record.name.startswith(self.name) and record.name[self.nlen] == "."


class Filterer:
    """What has filters."""

    def __init__(self):
        self.filters = []

    def filter(self, record):
        for each in self.filters:
            answer = (each.filter if hasattr(each, "filter") else each)(record)
            if not answer:
                return False
            # Another record may take its place from here on.
            record = answer if isinstance(answer, LogRecord) else record
        return record

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)


_handlers = {}
_handlerList = []


class _NoLock:
    """Handlers run in one go here: nothing comes between."""

    def acquire(self, blocking=True, timeout=-1):
        return True

    def release(self):
        pass

    def __enter__(self):
        return True

    def __exit__(self, *info):
        pass


_lock = _NoLock()


def getHandlerByName(name):
    """The handler with a name."""
    return _handlers.get(name)


def getHandlerNames():
    """The names of handlers."""
    return frozenset(_handlers)


class Handler(Filterer):
    """Does something with records."""

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self._name = self.formatter = None
        self._closed = False
        # A wrong level is told of before the handler is known to shutdown().
        Handler.setLevel(self, level)
        _handlerList.append(self)
        self.createLock()

    def get_name(self):
        return self._name

    def set_name(self, name):
        _handlers.pop(self._name, None)
        self._name = name
        if name:
            _handlers[name] = self

    name = property(get_name, set_name)

    def createLock(self):
        self.lock = _NoLock()

    def release(self):
        if self.lock:
            self.lock.release()

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def format(self, record):
        return (self.formatter or _defaultFormatter).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        passed = self.filter(record)
        if isinstance(passed, LogRecord):
            record = passed
        if passed:
            self.acquire()
            try:
                self.emit(record)
            finally:
                self.release()
        return passed

    def setFormatter(self, fmt):
        self.formatter = fmt

    def flush(self):
        """Write what is kept back."""

    def close(self):
        self._closed = True
        if self._name:
            _handlers.pop(self._name, None)
        if self in _handlerList:
            _handlerList.remove(self)

    def handleError(self, record):
        """Tell of an exception that emit() raised."""
        if not raiseExceptions or not sys.stderr:
            return
        import traceback
        kind, error, tb = sys.exc_info()
        try:
            sys.stderr.write("--- Logging error ---\n")
            traceback.print_exception(kind, error, tb, None, sys.stderr)
            sys.stderr.write("Call stack:\n")
            frame = sys._getframe(0)
            traceback.print_stack(frame, file=sys.stderr)
            try:
                sys.stderr.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")
            except RecursionError:
                raise
            except Exception:
                sys.stderr.write(
                    "Unable to print the message and arguments - possible formatting error.\nUse the traceback above "
                    "to help find the error.\n")
        except OSError:
            pass
        finally:
            del kind, error, tb

    def __repr__(self):
        return f"<{self.__class__.__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
    """Writes records to a stream."""

    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        if self.stream and hasattr(self.stream, "flush"):
            self.stream.flush()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        if stream is self.stream:
            return None
        old = self.stream
        self.flush()
        self.stream = stream
        return old

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{self.__class__.__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"

    __class_getitem__ = classmethod(type(list[int]))


def _nothing():
    pass


class FileHandler(StreamHandler):
    """Writes records to a file."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        import os
        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode = mode
        self.encoding = encoding
        if encoding is None and "b" not in mode:
            self.encoding = "utf-8"
        self.errors = errors
        self.delay = delay
        # Opened first: a handler whose file does not open is not known to shutdown().
        opened = None if delay else self._open()
        StreamHandler.__init__(self, opened)
        if delay:
            self.stream = None

    def close(self):
        try:
            self._close_stream()
        finally:
            StreamHandler.close(self)

    def _close_stream(self):
        if not self.stream:
            return
        try:
            self.flush()
        finally:
            done, self.stream = self.stream, None
            getattr(done, "close", _nothing)()

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        if self.stream is None and (self.mode != "w" or not self._closed):
            self.stream = self._open()
        if self.stream:
            StreamHandler.emit(self, record)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.baseFilename} ({getLevelName(self.level)})>"


class _StderrHandler(StreamHandler):
    # What standard error is when something is logged, not when this was made.
    stream = property(lambda self: sys.stderr)

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)


lastResort = _defaultLastResort = _StderrHandler(WARNING)


class PlaceHolder:
    """Stands where a logger may be some day."""

    def __init__(self, alogger):
        self.loggerMap = {alogger: None}

    def append(self, alogger):
        self.loggerMap.setdefault(alogger)


_loggerClass = None


def _makes_loggers(klass):
    if klass != Logger and not issubclass(klass, Logger):
        raise TypeError("logger not derived from logging.Logger: " + klass.__name__)
    return klass


def setLoggerClass(klass):
    """Say what getLogger() makes."""
    global _loggerClass
    _loggerClass = _makes_loggers(klass)


def getLoggerClass():
    """What getLogger() makes."""
    return _loggerClass


class Manager:
    """Knows all loggers."""

    def __init__(self, rootnode):
        self.root, self.loggerDict = rootnode, {}
        self.disable, self.emittedNoHandlerWarning = NOTSET, False
        # The module's own are used where these are None.
        self.loggerClass = self.logRecordFactory = None

    disable = property(
        lambda self: self._disable, lambda self, level: setattr(self, "_disable", _checkLevel(level)))

    def getLogger(self, name):
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        found = self.loggerDict.get(name)
        if found is not None and not isinstance(found, PlaceHolder):
            return found
        made = (self.loggerClass or _loggerClass)(name)
        made.manager = self
        self.loggerDict[name] = made
        if found is not None:
            for child in found.loggerMap:
                if child.parent.name[:len(name)] != name:
                    made.parent = child.parent
                    child.parent = made
        self._find_parent(made)
        return made

    def _find_parent(self, made):
        name = made.name
        at = name.rfind(".")
        parent = None
        while at > 0 and not parent:
            prefix = name[:at]
            found = self.loggerDict.get(prefix)
            if found is None:
                self.loggerDict[prefix] = PlaceHolder(made)
            elif isinstance(found, Logger):
                parent = found
            else:
                found.append(made)
            at = name.rfind(".", 0, at - 1)
        made.parent = parent or self.root

    def setLoggerClass(self, klass):
        self.loggerClass = _makes_loggers(klass)

    def setLogRecordFactory(self, factory):
        self.logRecordFactory = factory

    def _clear_cache(self):
        for known in (self.root, *self.loggerDict.values()):
            if not isinstance(known, PlaceHolder):
                known._cache.clear()


def _named(function, name, qualname):
    function.__name__, function.__qualname__ = name, qualname
    return function


def _logs_at(level, name):
    """A method of Logger that logs at one level."""
    def method(self, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    return _named(method, name, "Logger." + name)


def _adapter_logs_at(level, name):
    """A method of LoggerAdapter that logs at one level."""
    def method(self, msg, *args, **kwargs):
        self.log(level, msg, *args, **kwargs)

    return _named(method, name, "LoggerAdapter." + name)


def _exception_triple(given):
    """What a record keeps of an `exc_info` argument that is true."""
    if isinstance(given, tuple):
        return given
    if isinstance(given, BaseException):
        return type(given), given, given.__traceback__
    return sys.exc_info()


class Logger(Filterer):
    """Where a part of a program logs."""

    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name, self.level = name, _checkLevel(level)
        self.parent, self.propagate = None, True
        self.handlers, self.disabled = [], False
        # Whether a level is enabled, by level.
        self._cache = {}

    def setLevel(self, level):
        self.level = _checkLevel(level)
        self.manager._clear_cache()

    debug = _logs_at(DEBUG, "debug")
    info = _logs_at(INFO, "info")
    warning = _logs_at(WARNING, "warning")
    error = _logs_at(ERROR, "error")
    critical = _logs_at(CRITICAL, "critical")

    def warn(self, msg, *args, **kwargs):
        import warnings
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 1)
        self.warning(msg, *args, **kwargs)

    def fatal(self, msg, *args, **kwargs):
        self.critical(msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        is_level = isinstance(level, int)
        if is_level and self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)
        if not is_level and raiseExceptions:
            raise TypeError("level must be an integer")

    def findCaller(self, stack_info=False, stacklevel=1):
        """File, line, function and stack of the code that logs."""
        # Frames of the library are not counted.
        frame = sys._getframe(0)
        for _ in range(stacklevel - 1):
            if frame is None or frame.f_back is None:
                break
            frame = frame.f_back
        if frame is None:
            return "(unknown file)", 0, "(unknown function)", None
        sinfo = None
        if stack_info:
            import io
            import traceback
            stream = io.StringIO()
            stream.write("Stack (most recent call last):\n")
            traceback.print_stack(frame, file=stream)
            sinfo = stream.getvalue().removesuffix("\n")
        return frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, sinfo

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = _logRecordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        if extra is not None:
            for key in extra:
                if key in ("message", "asctime") or key in record.__dict__:
                    raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
                record.__dict__[key] = extra[key]
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        fn, lno, func, sinfo = self.findCaller(stack_info, stacklevel)
        triple = _exception_triple(exc_info) if exc_info else exc_info
        self.handle(self.makeRecord(self.name, level, fn, lno, msg, args, triple, func, extra, sinfo))

    def handle(self, record):
        passed = not self.disabled and self.filter(record)
        if passed:
            self.callHandlers(passed if isinstance(passed, LogRecord) else record)

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def _heard_by(self):
        """This logger and those above it that its records go to."""
        logger = self
        while logger:
            yield logger
            logger = logger.propagate and logger.parent

    def hasHandlers(self):
        return any(logger.handlers for logger in self._heard_by())

    def callHandlers(self, record):
        found = 0
        for logger in self._heard_by():
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
        if found == 0:
            if lastResort:
                if record.levelno >= lastResort.level:
                    lastResort.handle(record)
            elif raiseExceptions and not self.manager.emittedNoHandlerWarning:
                sys.stderr.write(f"No handlers could be found for logger \"{self.name}\"\n")
                self.manager.emittedNoHandlerWarning = True

    def getEffectiveLevel(self):
        logger = self
        while logger and not logger.level:
            logger = logger.parent
        return logger.level if logger else NOTSET

    def isEnabledFor(self, level):
        if self.disabled:
            return False
        enabled = self._cache.get(level)
        if enabled is None:
            enabled = self.manager.disable < level and level >= self.getEffectiveLevel()
            self._cache[level] = enabled
        return enabled

    def getChild(self, suffix):
        if self.root is not self:
            suffix = f"{self.name}.{suffix}"
        return self.manager.getLogger(suffix)

    def getChildren(self):
        """The loggers right below this one."""
        def depth(logger):
            return 0 if logger is logger.manager.root else 1 + logger.name.count(".")

        level = depth(self)
        return {
            logger for logger in self.manager.loggerDict.values()
            if isinstance(logger, Logger) and logger.parent is self and depth(logger) == 1 + level}

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    def __reduce__(self):
        if self is getLogger(self.name):
            return getLogger, (self.name,)
        import pickle
        raise pickle.PicklingError("logger cannot be pickled")


class RootLogger(Logger):
    """The logger above all others."""

    def __reduce__(self):
        return getLogger, ()

    def __init__(self, level):
        super().__init__("root", level)


_loggerClass = Logger


def _of_logger(name, settable=False):
    """A property of an adapter that is the one of its logger."""
    def read(self):
        return getattr(self.logger, name)

    def write(self, value):
        setattr(self.logger, name, value)

    return property(read, write if settable else None)


class LoggerAdapter:
    """A logger that adds something to what is logged."""

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

    def process(self, msg, kwargs):
        given = kwargs.get("extra") if self.merge_extra else None
        kwargs["extra"] = self.extra if given is None else {**self.extra, **given}
        return msg, kwargs

    debug = _adapter_logs_at(DEBUG, "debug")
    info = _adapter_logs_at(INFO, "info")
    warning = _adapter_logs_at(WARNING, "warning")
    error = _adapter_logs_at(ERROR, "error")
    critical = _adapter_logs_at(CRITICAL, "critical")

    def warn(self, msg, *args, **kwargs):
        import warnings
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 1)
        self.warning(msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            text, options = self.process(msg, kwargs)
            self.logger.log(level, text, *args, **options)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    # The rest is the logger's.

    def _log(self, level, msg, args, **kwargs):
        return self.logger._log(level, msg, args, **kwargs)

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    manager = _of_logger("manager", settable=True)
    name = _of_logger("name")

    def __repr__(self):
        level = getLevelName(self.logger.getEffectiveLevel())
        return f"<{self.__class__.__name__} {self.logger.name} ({level})>"

    __class_getitem__ = classmethod(type(list[int]))


root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(Logger.root)


def basicConfig(**kwargs):
    """Give the root logger a handler, unless it has one."""
    force = kwargs.pop("force", False)
    encoding = kwargs.pop("encoding", None)
    errors = kwargs.pop("errors", "backslashreplace")
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    handlers = kwargs.pop("handlers", None)
    if handlers is None:
        if "stream" in kwargs and "filename" in kwargs:
            raise ValueError("'stream' and 'filename' should not be specified together")
    elif "stream" in kwargs or "filename" in kwargs:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if handlers is None:
        filename = kwargs.pop("filename", None)
        mode = kwargs.pop("filemode", "a")
        if filename:
            if "b" in mode:
                errors = None
            handler = FileHandler(filename, mode, encoding=encoding, errors=errors)
        else:
            handler = StreamHandler(kwargs.pop("stream", None))
        handlers = [handler]
    datefmt = kwargs.pop("datefmt", None)
    style = kwargs.pop("style", "%")
    formatter = Formatter(kwargs.pop("format", _style_named(style)[1]), datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if (level := kwargs.pop("level", None)) is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")


def getLogger(name=None):
    """The logger with a name, or the one above all others."""
    if not name or isinstance(name, str) and name == root.name:
        return root
    return Logger.manager.getLogger(name)


def _root_logs(name):
    """A function that logs with the root logger, which gets a handler if it has none."""
    def function(msg, *args, **kwargs):
        """Log with the root logger."""
        if not root.handlers:
            basicConfig()
        getattr(root, name)(msg, *args, **kwargs)

    return _named(function, name, name)


critical, error, warning, info, debug = map(_root_logs, ("critical", "error", "warning", "info", "debug"))


def fatal(msg, *args, **kwargs):
    """Log with the root logger."""
    critical(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    """Log with the root logger, and the exception that is handled."""
    error(msg, *args, exc_info=exc_info, **kwargs)


def warn(msg, *args, **kwargs):
    """Log with the root logger."""
    import warnings
    warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 1)
    warning(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    """Log with the root logger."""
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    """Let nothing at or below a level be logged."""
    root.manager.disable = level
    root.manager._clear_cache()


def shutdown(handlerList=None):
    """Flush and close all handlers."""
    for handler in reversed(list(_handlerList if handlerList is None else handlerList)):
        try:
            if getattr(handler, "flushOnClose", True):
                handler.flush()
            handler.close()
        except (OSError, ValueError):
            pass


import atexit

atexit.register(shutdown)


class NullHandler(Handler):
    """Does nothing."""

    def createLock(self):
        self.lock = None

    def emit(self, record):
        """Do nothing."""

    def handle(self, record):
        """Do nothing."""


_warnings_showwarning = None


def _showwarning(message, category, filename, lineno, file=None, line=None):
    # Who names a file wants the warning there.
    if file is None:
        import warnings
        text = warnings.formatwarning(message, category, filename, lineno, line)
        told = getLogger("py.warnings")
        if not told.handlers:
            told.addHandler(NullHandler())
        told.warning(str(text))
    elif _warnings_showwarning is not None:
        _warnings_showwarning(message, category, filename, lineno, file, line)


def captureWarnings(capture):
    """Log warnings, or show them as usual."""
    global _warnings_showwarning
    import warnings
    usual = _warnings_showwarning
    if capture and usual is None:
        _warnings_showwarning, warnings.showwarning = warnings.showwarning, _showwarning
    elif usual is not None and not capture:
        warnings.showwarning, _warnings_showwarning = usual, None
