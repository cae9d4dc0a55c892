"""Streams: reading and writing connections with await."""

from _collections import deque
from asyncio import get_event_loop, get_running_loop, iscoroutine, protocols, sleep
from asyncio.base_futures import _settle, _settle_unless_cancelled
from asyncio.exceptions import IncompleteReadError, LimitOverrunError

__all__ = ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
           'open_unix_connection', 'start_unix_server')

_DEFAULT_LIMIT = 2 ** 16


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connect to a server; return a reader and a writer."""
    return await _open('create_connection', limit, (host, port), kwds)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Start a server that calls back with a reader and a writer for each client."""
    loop = get_running_loop()
    return await loop.create_server(_factory(client_connected_cb, limit, loop), host, port, **kwds)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Similar to open_connection, for servers of this machine."""
    return await _open('create_unix_connection', limit, (path,), kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Similar to start_server, for clients of this machine."""
    loop = get_running_loop()
    return await loop.create_unix_server(_factory(client_connected_cb, limit, loop), path, **kwds)


async def _open(method, limit, args, kwds):
    loop = get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await getattr(loop, method)(lambda: protocol, *args, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


def _factory(client_connected_cb, limit, loop):
    def factory():
        reader = StreamReader(limit=limit, loop=loop)
        return StreamReaderProtocol(reader, client_connected_cb, loop=loop)

    return factory


class FlowControlMixin(protocols.Protocol):
    """What drain() waits with."""

    _paused = _connection_lost = False

    def __init__(self, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._draining = deque()

    def pause_writing(self):
        self._turn(True)

    def resume_writing(self):
        self._turn(False)
        self._let_drain(None)

    def connection_lost(self, exc):
        self._connection_lost = True
        if self._paused:
            self._let_drain(exc)

    def _turn(self, paused):
        if self._paused == paused:
            raise AssertionError
        self._paused = paused

    def _let_drain(self, error):
        # They leave the line themselves, when they go on.
        for place in self._draining:
            if not place.done():
                _settle(place, error)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError('Connection lost')
        if self._paused:
            place = self._loop.create_future()
            self._draining.append(place)
            try:
                await place
            finally:
                self._draining.remove(place)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


def _end(reader, error):
    """Tell a reader that no more will come, and why."""
    if error is None:
        reader.feed_eof()
    else:
        reader.set_exception(error)


class StreamReaderProtocol(FlowControlMixin, protocols.Protocol):
    """Feeds a reader with what a transport brings."""

    _source_traceback = None
    _reject_connection = _over_ssl = False
    _transport = _task = None

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._stream_reader = stream_reader
        self._client_connected_cb = client_connected_cb
        self._closed = self._loop.create_future()

    def _replace_transport(self, transport):
        self._transport = transport

    def _complain(self, message, **more):
        self._loop.call_exception_handler({'message': message, **more})

    def connection_made(self, transport):
        if self._reject_connection:
            self._complain('An open stream was garbage collected prior to establishing network connection; '
                           'call "stream.close()" explicitly.')
            return transport.abort()
        self._replace_transport(transport)
        if (reader := self._stream_reader) is not None:
            reader.set_transport(transport)
        if self._client_connected_cb is not None:
            service = self._client_connected_cb(reader, StreamWriter(transport, self, reader, self._loop))
            if iscoroutine(service):
                self._serve(service, transport)

    def _serve(self, service, transport):
        def when_served(task):
            error = None if task.cancelled() else task.exception()
            if error is not None:
                self._complain('Unhandled exception in client_connected_cb', exception=error, transport=transport)
            if error is not None or task.cancelled():
                transport.close()

        self._task = self._loop.create_task(service)
        self._task.add_done_callback(when_served)

    # What comes is for the reader, as long as there is one.

    def data_received(self, data):
        if self._stream_reader is not None:
            self._stream_reader.feed_data(data)

    def eof_received(self):
        if self._stream_reader is not None:
            _end(self._stream_reader, None)
        return True

    def connection_lost(self, exc):
        if self._stream_reader is not None:
            _end(self._stream_reader, exc)
        if not self._closed.done():
            _settle(self._closed, exc)
        super().connection_lost(exc)
        self._stream_reader = self._task = self._transport = None

    def _get_close_waiter(self, stream):
        return self._closed

    def __del__(self):
        closed = getattr(self, '_closed', None)
        if closed is not None and closed.done() and not closed.cancelled():
            # Nobody has to ask how the connection was lost.
            closed.exception()


class StreamWriter:
    """The writing end of a connection."""

    def __init__(self, transport, protocol, reader, loop):
        if not (reader is None or isinstance(reader, StreamReader)):
            raise AssertionError
        self._transport, self._protocol, self._reader, self._loop = transport, protocol, reader, loop
        self._complete_fut = loop.create_future()
        self._complete_fut.set_result(None)

    def __repr__(self):
        parts = [type(self).__name__, f'transport={self._transport!r}']
        if self._reader is not None:
            parts.append(f'reader={self._reader!r}')
        return f"<{' '.join(parts)}>"

    def write(self, data):
        """Write the data at once if possible, else when there is room."""
        self._transport.write(data)

    def writelines(self, data):
        """Write a list of bytes."""
        self._transport.writelines(data)

    async def drain(self):
        """Wait until there is room for more to write."""
        failure = None if self._reader is None else self._reader.exception()
        if failure is not None:
            raise failure
        if self._transport.is_closing():
            # connection_lost() comes in the next turn.
            await sleep(0)
        await self._protocol._drain_helper()

    def can_write_eof(self):
        """Whether write_eof() can be used."""
        return self._transport.can_write_eof()

    def write_eof(self):
        """Say that no more will be written."""
        return self._transport.write_eof()

    def is_closing(self):
        """Whether the connection is closed or being closed."""
        return self._transport.is_closing()

    def close(self):
        """Close the connection."""
        return self._transport.close()

    async def wait_closed(self):
        """Wait until the connection is closed."""
        await self._protocol._get_close_waiter(self)

    @property
    def transport(self):
        return self._transport

    def get_extra_info(self, name, default=None):
        """Return what the transport knows."""
        return self._transport.get_extra_info(name, default)

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None):
        """There is no TLS here."""
        await self.drain()
        await self._loop.start_tls(self._transport, self._protocol, sslcontext)

    def __del__(self):
        if not self._transport.is_closing():
            import warnings
            alive = not self._loop.is_closed()
            if alive:
                self.close()
            warnings.warn(f'unclosed {self!r}' if alive else 'loop is closed', ResourceWarning)


class StreamReader:
    """The reading end of a connection."""

    _source_traceback = None
    _eof = _paused = False
    _waiter = _exception = _transport = None

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError('Limit cannot be <= 0')
        self._loop = get_event_loop() if loop is None else loop
        self._buffer, self._limit = bytearray(), limit

    def __repr__(self):
        return f"<{' '.join(['StreamReader', *self._facts()])}>"

    def _facts(self):
        if size := len(self._buffer):
            yield f'{size} bytes'
        if self._eof:
            yield 'eof'
        if self._limit != _DEFAULT_LIMIT:
            yield f'limit={self._limit}'
        for name in ('waiter', 'exception', 'transport'):
            if value := getattr(self, '_' + name):
                yield f'{name}={value!r}'
        if self._paused:
            yield 'paused'

    # The side of the connection.

    def set_transport(self, transport):
        """Say where the bytes come from."""
        if self._transport is not None:
            raise AssertionError('Transport already set')
        self._transport = transport

    def feed_data(self, data):
        """Say what has come."""
        if self._eof:
            raise AssertionError('feed_data after feed_eof')
        if data:
            self._buffer.extend(data)
            self._call_waiter()
            if len(self._buffer) > 2 * self._limit and self._transport is not None and not self._paused:
                self._pause()

    def feed_eof(self):
        """Say that no more will come."""
        self._eof = True
        self._call_waiter()

    def at_eof(self):
        """Return True if the buffer is empty and no more will come."""
        return self._eof and not self._buffer

    def exception(self):
        """Return what has broken the connection, or None."""
        return self._exception

    def set_exception(self, exc):
        """Say what has broken the connection."""
        self._exception = exc
        self._call_waiter(exc)

    # Who reads, and how fast the transport may bring more.

    def _call_waiter(self, error=None):
        waiter, self._waiter = self._waiter, None
        _settle_unless_cancelled(waiter, error)

    def _pause(self):
        try:
            self._transport.pause_reading()
            self._paused = True
        except NotImplementedError:
            # It cannot be paused, so the buffer grows.
            self._transport = None

    def _go_on(self):
        if self._paused:
            self._paused = False
            self._transport.resume_reading()

    def _take(self, count):
        """Take bytes out of the buffer; the transport may bring more if there is room now."""
        taken = bytes(self._buffer[:count])
        self._drop(count)
        return taken

    def _drop(self, count):
        del self._buffer[:count]
        if len(self._buffer) <= self._limit:
            self._go_on()

    def _take_rest(self, wanted):
        """What there is when the stream has ended too early."""
        rest = bytes(self._buffer)
        self._buffer.clear()
        return IncompleteReadError(rest, wanted)

    async def _wait_for_data(self, func_name):
        if self._waiter is not None:
            raise RuntimeError(f'{func_name}() called while another coroutine is already waiting for incoming data')
        if self._eof:
            raise AssertionError('_wait_for_data after EOF')
        # Else nothing would ever come.
        self._go_on()
        waiter = self._waiter = self._loop.create_future()
        try:
            await waiter
        finally:
            self._waiter = None

    # The side of the program.

    async def readline(self):
        """Read up to the end of a line, or what there is before the end of the stream."""
        try:
            return await self.readuntil(b'\n')
        except IncompleteReadError as early:
            return early.partial
        except LimitOverrunError as overrun:
            message, length = overrun.args[0], overrun.consumed
            # A line that is too long is lost, as far as it has come.
            self._drop(length + 1 if self._buffer[length:length + 1] == b'\n' else len(self._buffer))
            raise ValueError(message)

    async def readuntil(self, separator=b'\n'):
        """Read up to a separator, or the first of several, which is part of the result."""
        separators = sorted(separator, key=len) if isinstance(separator, tuple) else [separator]
        if not separators:
            raise ValueError('Separator should contain at least one element')
        shortest, longest = len(separators[0]), len(separators[-1])
        if not shortest:
            raise ValueError('Separator should be at least one-byte string')
        if (failure := self._exception) is not None:
            raise failure
        # No separator begins before this place.
        searched = 0
        while True:
            size = len(self._buffer)
            if size - searched >= shortest:
                if places := self._find(separators, searched):
                    break
                searched = max(0, size + 1 - longest)
                if searched > self._limit:
                    raise LimitOverrunError('Separator is not found, and chunk exceed the limit', searched)
            if self._eof:
                raise self._take_rest(None)
            await self._wait_for_data('readuntil')
        end, start = places
        if start > self._limit:
            raise LimitOverrunError('Separator is found, but chunk is longer than limit', start)
        return self._take(end)

    def _find(self, separators, offset):
        """The end and the start of the separator that ends first, of these the shortest; None if there is none."""
        first = None
        for each in separators:
            start = self._buffer.find(each, offset)
            if start >= 0 and (first is None or start + len(each) < first[0]):
                first = start + len(each), start
        return first

    async def read(self, n=-1):
        """Read up to n bytes; -1 means all to the end of the stream."""
        if (failure := self._exception) is not None:
            raise failure
        if n > 0:
            if not (self._buffer or self._eof):
                await self._wait_for_data('read')
            return self._take(n)
        blocks = []
        while n and (block := await self.read(self._limit)):
            blocks.append(block)
        return b''.join(blocks)

    async def readexactly(self, n):
        """Read exactly n bytes."""
        if n < 0:
            raise ValueError('readexactly size can not be less than zero')
        if (failure := self._exception) is not None:
            raise failure
        while n > len(self._buffer):
            if self._eof:
                raise self._take_rest(n)
            await self._wait_for_data('readexactly')
        return self._take(n) if n else b''

    def __aiter__(self):
        return self

    async def __anext__(self):
        if line := await self.readline():
            return line
        raise StopAsyncIteration
