"""Transports over pipes, and what else of descriptors is no stream socket."""

from asyncio import transports
from asyncio.futures import _set_result_unless_cancelled
import errno
import os
import stat
import warnings

__all__ = ()

_ENDS_PROGRAM = (SystemExit, KeyboardInterrupt)
_LATER = (BlockingIOError, InterruptedError)

# From so many writes after the loss of the other end on each is warned about.
_LOST_WRITES = 5


class _PipeTransport(transports._OfProtocol):
    """What both directions have in common."""

    # Before it is made, and after its end.
    _pipe = _protocol = None
    _closing = False

    def _open(self, loop, pipe, protocol, waiter, complaint):
        """Take the pipe; gives what kind of file it is."""
        self._extra['pipe'] = pipe
        self._loop, self._pipe, self._protocol = loop, pipe, protocol
        self._fileno = pipe.fileno()
        mode = os.fstat(self._fileno).st_mode
        if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISCHR(mode)):
            self._pipe = self._fileno = self._protocol = None
            raise ValueError(complaint)
        os.set_blocking(self._fileno, False)
        loop.call_soon(protocol.connection_made, self)
        self._watch_from_next_turn(mode)
        if waiter is not None:
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        return f'<{" ".join(self._condition())}>'

    def _condition(self):
        yield type(self).__name__
        if self._pipe is None or self._closing:
            yield 'closed' if self._pipe is None else 'closing'
        yield f'fd={self._fileno}'
        if self._pipe is not None and hasattr(self._loop, '_is_watched') and not self._loop.is_closed():
            yield 'polling' if self._loop._is_watched(self._fileno, self._writes) else 'idle'
            if self._writes:
                yield f'bufsize={self.get_write_buffer_size()}'
        else:
            yield 'closed' if self._pipe is None else 'open'

    def __del__(self):
        if self._pipe is not None:
            warnings.warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self._pipe.close()

    def _end(self, exc):
        """Watch no more; the protocol hears of it in the next turn."""
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        protocol, pipe = self._protocol, self._pipe
        try:
            protocol.connection_lost(exc)
        finally:
            pipe.close()
            self._pipe = self._protocol = self._loop = None

    def _fatal_error(self, exc, message='Fatal error on pipe transport'):
        if not self._is_usual(exc):
            self._report(message, exc)
        elif self._loop.get_debug():
            from asyncio.unix_events import logger
            logger.debug('%r: %s', self, message, exc_info=True)
        self._close(exc)


class _UnixReadPipeTransport(_PipeTransport, transports.ReadTransport):
    max_size = 256 * 1024
    _writes = False
    _paused = False

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra)
        self._open(loop, pipe, protocol, waiter, 'Pipe transport is for pipes/sockets only.')

    def _watch_from_next_turn(self, mode):
        self._loop.call_soon(self._add_reader, self._fileno, self._read_ready)

    def _add_reader(self, fd, callback):
        if self.is_reading():
            self._loop._add_reader(fd, callback)

    def is_reading(self):
        return not (self._paused or self._closing)

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._fileno)
            self._note('pauses reading')

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._loop._add_reader(self._fileno, self._read_ready)
            self._note('resumes reading')

    def _note(self, what):
        if self._loop.get_debug():
            from asyncio.unix_events import logger
            logger.debug(f'%r {what}', self)

    def _read_ready(self):
        try:
            data = os.read(self._fileno, self.max_size)
        except _LATER:
            return
        except OSError as error:
            self._fatal_error(error, 'Fatal read error on pipe transport')
            return
        if data:
            self._protocol.data_received(data)
            return
        if self._loop.get_debug():
            from asyncio.unix_events import logger
            logger.info('%r was closed by peer', self)
        self._closing = True
        self._loop._remove_reader(self._fileno)
        for call in ((self._protocol.eof_received,), (self._call_connection_lost, None)):
            self._loop.call_soon(*call)

    @staticmethod
    def _is_usual(exc):
        return isinstance(exc, OSError) and exc.errno == errno.EIO

    def close(self):
        if not self._closing:
            self._close(None)

    def _close(self, exc):
        self._end(exc)


class _UnixWritePipeTransport(_PipeTransport, transports._FlowControlMixin, transports.WriteTransport):
    _writes = True

    # How often the loss of the other end was noticed.
    _conn_lost = 0

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra, loop)
        self._buffer = bytearray()
        self._open(loop, pipe, protocol, waiter, 'Pipe transport is only for pipes, sockets and character devices')

    def _watch_from_next_turn(self, mode):
        # That something can be read means that the other end was closed; of a terminal it means nothing.
        if not stat.S_ISCHR(mode):
            self._loop.call_soon(self._loop._add_reader, self._fileno, self._read_ready)

    def _read_ready(self):
        if self._loop.get_debug():
            from asyncio.unix_events import logger
            logger.info('%r was closed by peer', self)
        self._close(BrokenPipeError() if self._buffer else None)

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _put(self, data):
        """How much was written; None if an error has ended the transport."""
        try:
            return os.write(self._fileno, data)
        except _LATER:
            return 0
        except _ENDS_PROGRAM:
            raise
        except BaseException as error:
            self._conn_lost += 1
            if self._buffer:
                self._buffer.clear()
                # Otherwise nothing watches for it yet.
                self._loop._remove_writer(self._fileno)
            self._fatal_error(error, 'Fatal write error on pipe transport')
            return None

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise AssertionError(repr(data))
        if isinstance(data, bytearray):
            data = memoryview(data)
        if not data:
            return
        if self._closing or self._conn_lost:
            self._write_to_lost()
            return
        if not self._buffer:
            count = self._put(data)
            if count is None or count == len(data):
                return
            data = memoryview(data)[count:]
            self._loop._add_writer(self._fileno, self._write_ready)
        self._buffer += data
        self._maybe_pause_protocol()

    def _write_to_lost(self):
        if self._conn_lost >= _LOST_WRITES:
            from asyncio.unix_events import logger
            logger.warning('pipe closed by peer or os.write(pipe, data) raised exception.')
        self._conn_lost += 1

    def _write_ready(self):
        count = self._put(self._buffer)
        if not count:
            return
        del self._buffer[:count]
        is_empty = not self._buffer
        if is_empty:
            self._loop._remove_writer(self._fileno)
        self._maybe_resume_protocol()
        if is_empty and self._closing:
            self._loop._remove_reader(self._fileno)
            self._call_connection_lost(None)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if not self._closing:
            self._closing = True
            if not self._buffer:
                self._end(None)

    def close(self):
        if not self._closing and self._pipe is not None:
            self.write_eof()

    def abort(self):
        self._close(None)

    @staticmethod
    def _is_usual(exc):
        return isinstance(exc, OSError)

    def _close(self, exc=None):
        if self._buffer:
            self._loop._remove_writer(self._fileno)
            self._buffer.clear()
        self._end(exc)
