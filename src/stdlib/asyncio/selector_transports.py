"""Transports over sockets that the loop watches."""

from _collections import deque
from asyncio import transports, trsock
from asyncio.futures import _set_result_unless_cancelled
from asyncio.protocols import BufferedProtocol
import socket
import warnings

__all__ = ()

_ENDS_PROGRAM = (SystemExit, KeyboardInterrupt)
_LATER = (BlockingIOError, InterruptedError)

# What an attempt gives that was not possible now, and one that has failed and so ended the connection.
_NOT_NOW, _FAILED = object(), object()

# After so many writes to a lost connection each further one is warned about.
_LOST_WRITES = 5

# How much the head of a datagram counts in the buffer.
_HEAD = 8


def _check_bytes(data):
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')


def _address(ask):
    """What a socket says of its address; None if it has none."""
    try:
        return ask()
    except OSError:
        return None


class _SelectorTransport(transports._OfProtocol, transports._FlowControlMixin, transports.Transport):
    max_size = 256 * 1024

    # What it is before it is made, and after its end.
    _sock = _server = _protocol = None
    _protocol_connected = _closing = _paused = False

    # How often the loss of the connection was noticed; from 1 on, connection_lost() is on its way.
    _conn_lost = 0

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        known = self._extra
        known['socket'] = trsock.TransportSocket(sock)
        known['sockname'] = _address(sock.getsockname)
        if 'peername' not in known:
            known['peername'] = _address(sock.getpeername)
        self._sock, self._sock_fd, self._server = sock, sock.fileno(), server
        self.set_protocol(protocol)
        self._buffer = deque()
        if server is not None:
            server._attach(self)
        _transports_of(loop)[self._sock_fd] = self

    def _begin(self, waiter):
        """Queue what makes it begin: the protocol hears of the connection before it hears of anything else."""
        queue = self._loop.call_soon
        queue(self._protocol.connection_made, self)
        queue(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            queue(_set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        return f'<{" ".join(self._condition())}>'

    def _condition(self):
        yield type(self).__name__
        if self._sock is None or self._closing:
            yield 'closed' if self._sock is None else 'closing'
        yield f'fd={self._sock_fd}'
        loop = self._loop
        if loop is not None and not loop.is_closed():
            reads, writes = ('polling' if loop._is_watched(self._sock_fd, side) else 'idle' for side in (False, True))
            yield f'read={reads}'
            yield f'write=<{writes}, bufsize={self.get_write_buffer_size()}>'

    def set_protocol(self, protocol):
        super().set_protocol(protocol)
        self._protocol_connected = True

    # Reading.

    def _add_reader(self, fd, callback, *args):
        if self.is_reading():
            self._loop._add_reader(fd, callback, *args)

    def is_reading(self):
        return not (self._paused or self.is_closing())

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._sock_fd)
            self._note('pauses reading')

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._add_reader(self._sock_fd, self._read_ready)
            self._note('resumes reading')

    def _note(self, what):
        if self._loop.get_debug():
            from asyncio.selector_events import logger
            logger.debug(f'%r {what}', self)

    # Writing.

    def get_write_buffer_size(self):
        return sum(len(part) for part in self._buffer)

    def _write_to_lost(self):
        if self._conn_lost >= _LOST_WRITES:
            from asyncio.selector_events import logger
            logger.warning('socket.send() raised exception.')
        self._conn_lost += 1

    def _attempt(self, complaint, operation, what):
        """What an operation gives; an error of it is fatal."""
        try:
            return operation(what)
        except _LATER:
            return _NOT_NOW
        except _ENDS_PROGRAM:
            raise
        except BaseException as error:
            self._fatal_error(error, complaint)
            return _FAILED

    # The end.

    def close(self):
        if not self._closing:
            self._stop_reading()
            if not self._buffer:
                self._lose(None)

    def abort(self):
        self._force_close(None)

    def _force_close(self, exc):
        if self._conn_lost == 0:
            self._buffer.clear()
            if not self._closing:
                self._stop_reading()
            self._lose(exc)

    def _stop_reading(self):
        self._closing = True
        self._loop._remove_reader(self._sock_fd)

    def _lose(self, exc):
        self._conn_lost += 1
        self._loop._remove_writer(self._sock_fd)
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        # A protocol that never heard of the connection does not hear of its end.
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(exc)
        finally:
            self._let_go()

    def _let_go(self):
        known, fd = _transports_of(self._loop), self._sock_fd
        if known.get(fd) is self:
            del known[fd]
        self._sock.close()
        server, self._server = self._server, None
        self._sock = self._protocol = self._loop = None
        if server is not None:
            server._detach(self)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        if not isinstance(exc, OSError):
            self._report(message, exc)
        elif self._loop.get_debug():
            from asyncio.selector_events import logger
            logger.debug('%r: %s', self, message, exc_info=True)
        self._force_close(exc)

    def __del__(self):
        if self._sock is not None:
            warnings.warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self._sock.close()
            if self._server is not None:
                self._server._detach(self)


class _SelectorSocketTransport(_SelectorTransport):
    _start_tls_compatible = True

    # Whether the end of the stream was or is to be written; who waits for the buffer to be empty.
    _eof = False
    _empty_waiter = None
    _reads_into_buffer = False

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        super().__init__(loop, sock, protocol, extra, server)
        if sock.type == socket.SOCK_STREAM and sock.family in (socket.AF_INET, socket.AF_INET6):
            # Small writes are to go out at once.
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._begin(waiter)

    def set_protocol(self, protocol):
        super().set_protocol(protocol)
        self._reads_into_buffer = isinstance(protocol, BufferedProtocol)

    def _read_ready(self):
        if self._conn_lost:
            return
        if self._reads_into_buffer:
            self._read_into_buffer()
            return
        data = self._attempt('Fatal read error on socket transport', self._sock.recv, self.max_size)
        if data is _NOT_NOW or data is _FAILED:
            return
        if data:
            self._hand_over('data_received', data)
        else:
            self._read_eof()

    def _read_into_buffer(self):
        room = self._hand_over('get_buffer', -1)
        if room is _FAILED:
            return
        if not len(room):
            complaint = RuntimeError('get_buffer() returned an empty buffer')
            self._fatal_error(complaint, 'Fatal error: protocol.get_buffer() call failed.')
            return
        count = self._attempt('Fatal read error on socket transport', self._sock.recv_into, room)
        if count is _NOT_NOW or count is _FAILED:
            return
        if count:
            self._hand_over('buffer_updated', count)
        else:
            self._read_eof()

    def _hand_over(self, method, *args):
        """Call the protocol; an error is fatal."""
        try:
            return getattr(self._protocol, method)(*args)
        except _ENDS_PROGRAM:
            raise
        except BaseException as error:
            self._fatal_error(error, f'Fatal error: protocol.{method}() call failed.')
            return _FAILED

    def _read_eof(self):
        if self._loop.get_debug():
            from asyncio.selector_events import logger
            logger.debug('%r received EOF', self)
        stays = self._hand_over('eof_received')
        if stays is _FAILED:
            return
        if stays:
            # The protocol can still write.
            self._loop._remove_reader(self._sock_fd)
        else:
            self.close()

    def _check_open_for(self, method, doing):
        if self._eof:
            raise RuntimeError(f'Cannot call {method}() after write_eof()')
        if self._empty_waiter is not None:
            raise RuntimeError(f'unable to {doing}; sendfile is in progress')

    def write(self, data):
        _check_bytes(data)
        self._check_open_for('write', 'write')
        if not data:
            return
        if self._conn_lost:
            self._write_to_lost()
            return
        if not self._buffer:
            sent = self._attempt('Fatal write error on socket transport', self._sock.send, data)
            if sent is _FAILED:
                return
            if sent is not _NOT_NOW:
                if sent == len(data):
                    return
                data = memoryview(data)[sent:]
            self._loop._add_writer(self._sock_fd, self._write_ready)
        self._buffer.append(data)
        self._maybe_pause_protocol()

    def writelines(self, list_of_data):
        self._check_open_for('writelines', 'writelines')
        if not list_of_data:
            return
        if self._conn_lost:
            self._write_to_lost()
            return
        self._buffer.extend(map(memoryview, list_of_data))
        self._write_ready()
        if self._buffer:
            self._loop._add_writer(self._sock_fd, self._write_ready)

    def _send_buffered(self, send):
        buffer = self._buffer
        while buffer:
            part = buffer.popleft()
            try:
                sent = send(part)
            except _LATER:
                sent = 0
            if sent < len(part):
                buffer.appendleft(memoryview(part)[sent:])
                return

    def _write_ready(self):
        if self._conn_lost:
            return
        if self._attempt('Fatal write error on socket transport', self._send_buffered, self._sock.send) is _FAILED:
            return
        # It can be the protocol that adds more or closes the transport.
        self._maybe_resume_protocol()
        if self._buffer:
            return
        self._loop._remove_writer(self._sock_fd)
        self._end_waiting(None)
        if self._closing:
            self._call_connection_lost(None)
        elif self._eof:
            self._sock.shutdown(socket.SHUT_WR)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if not (self._eof or self._closing):
            self._eof = True
            if not self._buffer:
                self._sock.shutdown(socket.SHUT_WR)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        super()._fatal_error(exc, message)
        self._end_waiting(exc)

    def _call_connection_lost(self, exc):
        try:
            super()._call_connection_lost(exc)
        finally:
            self._end_waiting(ConnectionError('Connection is closed by peer'))

    # For sendfile, which goes past the buffer once it is empty.

    def _make_empty_waiter(self):
        if self._empty_waiter is not None:
            raise RuntimeError('Empty waiter is already set')
        waiter = self._empty_waiter = self._loop.create_future()
        if not self._buffer:
            self._end_waiting(None)
        return waiter

    def _reset_empty_waiter(self):
        self._empty_waiter = None

    def _end_waiting(self, error):
        from asyncio.base_futures import _settle
        if self._empty_waiter is not None and not self._empty_waiter.done():
            _settle(self._empty_waiter, error)


class _SelectorDatagramTransport(_SelectorTransport, transports.DatagramTransport):
    _buffer_size = 0

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        self._begin(waiter)

    def get_write_buffer_size(self):
        return self._buffer_size

    def _exchange(self, complaint, operation, *args):
        """As _attempt(); of errors of the system the protocol is told, and they end nothing."""
        try:
            return operation(*args)
        except _LATER:
            return _NOT_NOW
        except OSError as error:
            self._protocol.error_received(error)
        except _ENDS_PROGRAM:
            raise
        except BaseException as error:
            self._fatal_error(error, f'Fatal {complaint} error on datagram transport')
        return _FAILED

    def _read_ready(self):
        if not self._conn_lost:
            got = self._exchange('read', self._sock.recvfrom, self.max_size)
            if got is not _NOT_NOW and got is not _FAILED:
                self._protocol.datagram_received(*got)

    def sendto(self, data, addr=None):
        _check_bytes(data)
        if self._address:
            if addr is not None and addr != self._address:
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
            if self._conn_lost:
                self._write_to_lost()
                return
        if not self._buffer:
            if self._exchange('write', self._send, data, addr) is not _NOT_NOW:
                return
            self._loop._add_writer(self._sock_fd, self._sendto_ready)
        self._buffer.append((bytes(data), addr))
        self._buffer_size += len(data) + _HEAD
        self._maybe_pause_protocol()

    def _send(self, data, addr):
        if self._extra['peername']:
            self._sock.send(data)
        else:
            self._sock.sendto(data, addr)

    def _sendto_ready(self):
        while self._buffer:
            outcome = self._exchange('write', self._send, *self._buffer[0])
            if outcome is _NOT_NOW:
                break
            if self._buffer:
                self._buffer_size -= len(self._buffer.popleft()[0]) + _HEAD
            if outcome is _FAILED:
                return
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)


def _transports_of(loop):
    """The transports of a loop by descriptor, as long as somebody else has them."""
    known = loop._transports
    if known is None:
        from weakref import WeakValueDictionary
        known = loop._transports = WeakValueDictionary()
    return known
