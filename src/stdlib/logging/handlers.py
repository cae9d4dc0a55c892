"""More handlers: files that are changed over, queues, memory."""

import logging
import os
import queue
import re
import time

from _logging_network import (
    DEFAULT_HTTP_LOGGING_PORT, DEFAULT_SOAP_LOGGING_PORT, DEFAULT_TCP_LOGGING_PORT, DEFAULT_UDP_LOGGING_PORT,
    SYSLOG_TCP_PORT, SYSLOG_UDP_PORT, DatagramHandler, HTTPHandler, NTEventLogHandler, SMTPHandler, SocketHandler,
    SysLogHandler,
)

for _class in (DatagramHandler, HTTPHandler, NTEventLogHandler, SMTPHandler, SocketHandler, SysLogHandler):
    _class.__module__ = __name__


class BaseRotatingHandler(logging.FileHandler):
    """A file that is changed over at times."""

    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self.mode, self.encoding, self.errors = mode, encoding, errors

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def emit(self, record):
        try:
            self._emit(record)
        except Exception:
            self.handleError(record)

    def _emit(self, record):
        if self.shouldRollover(record):
            self.doRollover()
        logging.FileHandler.emit(self, record)

    def _leave_file(self):
        if self.stream:
            self.stream.close()
            self.stream = None

    def _begin_file(self):
        if not self.delay:
            self.stream = self._open()

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)


class RotatingFileHandler(BaseRotatingHandler):
    """A file that is changed over when it is full."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        if maxBytes > 0:
            mode = "a"
        BaseRotatingHandler.__init__(self, filename, mode, encoding=encoding, delay=delay, errors=errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def doRollover(self):
        self._leave_file()
        if self.backupCount > 0:
            for number in range(self.backupCount - 1, 0, -1):
                source, target = (self.rotation_filename(f"{self.baseFilename}.{n}") for n in (number, number + 1))
                if os.path.exists(source):
                    self._make_room(target)
                    os.rename(source, target)
            target = self.rotation_filename(f"{self.baseFilename}.1")
            self._make_room(target)
            self.rotate(self.baseFilename, target)
        self._begin_file()

    def _make_room(self, target):
        if os.path.exists(target):
            os.remove(target)

    def shouldRollover(self, record):
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes > 0:
            self.stream.seek(0, 2)
            at = self.stream.tell()
            if not at:
                return False
            if at + len(f"{self.format(record)}\n") >= self.maxBytes:
                return not os.path.exists(self.baseFilename) or os.path.isfile(self.baseFilename)
        return False


class TimedRotatingFileHandler(BaseRotatingHandler):
    """A file that is changed over when its time is over."""

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        BaseRotatingHandler.__init__(self, filename, "a", encoding=encoding, delay=delay, errors=errors)
        self.when, self.backupCount, self.utc, self.atTime = when.upper(), backupCount, utc, atTime
        units = {
            "S": (1, "%Y-%m-%d_%H-%M-%S"), "M": (60, "%Y-%m-%d_%H-%M"), "H": (3600, "%Y-%m-%d_%H"),
            "D": (86400, "%Y-%m-%d"), "MIDNIGHT": (86400, "%Y-%m-%d"),
        }
        if self.when in units:
            self.interval, self.suffix = units[self.when]
        elif self.when.startswith("W"):
            self.interval, self.suffix = 7 * 86400, "%Y-%m-%d"
            if len(self.when) != 2:
                raise ValueError(f"You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {self.when}")
            if not "0" <= self.when[1] <= "6":
                raise ValueError(f"Invalid day specified for weekly rollover: {self.when}")
            self.dayOfWeek = int(self.when[1])
        else:
            raise ValueError(f"Invalid rollover interval specified: {self.when}")
        self.interval *= interval
        self.extMatch = re.compile(r"^\d{4}-\d\d-\d\d(_\d\d(-\d\d(-\d\d)?)?)?(\.\w+)?$")
        start = int(os.stat(self.baseFilename).st_mtime) if os.path.exists(self.baseFilename) else int(time.time())
        self.rolloverAt = self.computeRollover(start)

    def computeRollover(self, currentTime):
        if self.when != "MIDNIGHT" and not self.when.startswith("W"):
            return currentTime + self.interval
        parts = time.gmtime(currentTime) if self.utc else time.localtime(currentTime)
        at = self.atTime
        moment = 86400 if at is None else (at.hour * 60 + at.minute) * 60 + at.second
        left = moment - ((parts[3] * 60 + parts[4]) * 60 + parts[5])
        if left <= 0:
            left += 86400
        result = currentTime + left
        if self.when.startswith("W"):
            result += (self.dayOfWeek - parts[6]) % 7 * 86400
        return result + self.interval - (7 * 86400 if self.when.startswith("W") else 86400)

    def shouldRollover(self, record):
        if int(time.time()) < self.rolloverAt:
            return False
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            self.rolloverAt = self.computeRollover(int(time.time()))
            return False
        return True

    def getFilesToDelete(self):
        directory, base = os.path.split(self.baseFilename)
        prefix = base + "."
        found = [
            os.path.join(directory, name) for name in os.listdir(directory)
            if name.startswith(prefix) and self.extMatch.match(name[len(prefix):])]
        if len(found) < self.backupCount:
            return []
        found.sort()
        return found[:len(found) - self.backupCount]

    def doRollover(self):
        now = int(time.time())
        moment = self.rolloverAt - self.interval
        parts = time.gmtime(moment) if self.utc else time.localtime(moment)
        target = self.rotation_filename(f"{self.baseFilename}.{time.strftime(self.suffix, parts)}")
        if os.path.exists(target):
            return
        self._leave_file()
        self.rotate(self.baseFilename, target)
        for name in self.getFilesToDelete() if self.backupCount > 0 else ():
            os.remove(name)
        self._begin_file()
        self.rolloverAt = self.computeRollover(now)


class WatchedFileHandler(logging.FileHandler):
    """A file that is opened again when another one takes its place."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self.dev, self.ino = self._identity()

    def _identity(self):
        try:
            found = os.stat(self.baseFilename)
        except FileNotFoundError:
            return -1, -1
        return found.st_dev, found.st_ino

    def reopenIfNeeded(self):
        if self.stream is None:
            return
        if self._identity() != (self.dev, self.ino):
            self.stream.flush()
            self.stream.close()
            self.stream = self._open()
            self.dev, self.ino = self._identity()

    def emit(self, record):
        self.reopenIfNeeded()
        logging.FileHandler.emit(self, record)


class BufferingHandler(logging.Handler):
    """Keeps records until there are many."""

    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity, self.buffer = capacity, []

    def flush(self):
        self.buffer.clear()

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def close(self):
        try:
            self.flush()
        finally:
            logging.Handler.close(self)

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()


class MemoryHandler(BufferingHandler):
    """Keeps records until one is grave, then hands them to another handler."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.target, self.flushLevel, self.flushOnClose = target, flushLevel, flushOnClose

    def setTarget(self, target):
        with self.lock:
            self.target = target

    def flush(self):
        with self.lock:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()

    def shouldFlush(self, record):
        return record.levelno >= self.flushLevel or len(self.buffer) >= self.capacity

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self._part()

    def _part(self):
        with self.lock:
            self.target = None
            BufferingHandler.close(self)


class QueueHandler(logging.Handler):
    """Puts records into a queue."""

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue, self.listener = queue, None

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        # All that may not go from one process to another is in the text already.
        text = self.format(record)
        prepared = logging.makeLogRecord(record.__dict__)
        prepared.message = prepared.msg = text
        prepared.args = prepared.exc_info = prepared.exc_text = prepared.stack_info = None
        return prepared


class QueueListener:
    """Hands records from a queue to handlers, in a thread of its own."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers, self.respect_handler_level = queue, handlers, respect_handler_level
        self._thread = None

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        import threading
        self._thread = threading.Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def handle(self, record):
        prepared = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or handler.level <= prepared.levelno:
                handler.handle(prepared)

    def prepare(self, record):
        return record

    def _monitor(self):
        while True:
            try:
                record = self.dequeue(True)
            except queue.Empty:
                break
            done = getattr(self.queue, "task_done", None)
            if record is not self._sentinel:
                self.handle(record)
            if done is not None:
                done()
            if record is self._sentinel:
                break

    def stop(self):
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)
