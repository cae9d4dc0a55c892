"""Sockets in the loop: calls on them that wait, and transports."""

from _collections import deque
from asyncio import SelectorEventLoop, futures, transports, trsock
from asyncio.protocols import BufferedProtocol
import socket
import warnings

__all__ = ('BaseSelectorEventLoop',)

# What the system calls these errors.
_EAGAIN, _EINTR, _EMFILE, _ENFILE, _ENOBUFS, _ENOMEM = 11, 4, 24, 23, 105, 12

BaseSelectorEventLoop = SelectorEventLoop.__mro__[1]

_ENDS_PROGRAM = (SystemExit, KeyboardInterrupt)
_LATER = (BlockingIOError, InterruptedError)

# After so many writes to a lost connection each further one is warned about.
_LOST_WRITES = 5


def _check_nonblocking(loop, sock):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')


async def _until_done(loop, sock, side, attempt):
    """Make an attempt now, and again whenever the socket is ready, until it gives something."""
    try:
        return attempt()
    except _LATER:
        pass
    future = loop.create_future()
    fd = sock.fileno()
    _ensure_fd_no_transport(loop, fd)

    def again():
        # It may have been cancelled in this turn.
        if future.done():
            return
        try:
            result = attempt()
        except _LATER:
            return
        except _ENDS_PROGRAM:
            raise
        except BaseException as exc:
            future.set_exception(exc)
        else:
            future.set_result(result)

    handle = getattr(loop, f'_add_{side}er')(fd, again)

    def stop(_):
        if not handle.cancelled():
            getattr(loop, f'remove_{side}er')(fd)

    future.add_done_callback(stop)
    return await future


async def sock_recv(loop, sock, n):
    _check_nonblocking(loop, sock)
    return await _until_done(loop, sock, 'read', lambda: sock.recv(n))


async def sock_recv_into(loop, sock, buf):
    _check_nonblocking(loop, sock)
    return await _until_done(loop, sock, 'read', lambda: sock.recv_into(buf))


async def sock_recvfrom(loop, sock, bufsize):
    _check_nonblocking(loop, sock)
    return await _until_done(loop, sock, 'read', lambda: sock.recvfrom(bufsize))


async def sock_recvfrom_into(loop, sock, buf, nbytes=0):
    _check_nonblocking(loop, sock)
    if not nbytes:
        nbytes = len(buf)
    return await _until_done(loop, sock, 'read', lambda: sock.recvfrom_into(buf, nbytes))


async def sock_sendto(loop, sock, data, address):
    _check_nonblocking(loop, sock)
    return await _until_done(loop, sock, 'writ', lambda: sock.sendto(data, address))


async def sock_sendall(loop, sock, data):
    _check_nonblocking(loop, sock)
    try:
        start = sock.send(data)
    except _LATER:
        start = 0
    if start == len(data):
        return
    view = memoryview(data)

    def attempt():
        nonlocal start
        start += sock.send(view[start:])
        if start < len(view):
            raise BlockingIOError

    return await _until_done(loop, sock, 'writ', attempt)


async def sock_connect(loop, sock, address):
    _check_nonblocking(loop, sock)
    if sock.family in (socket.AF_INET, socket.AF_INET6):
        from asyncio.base_events import _ensure_resolved
        resolved = await _ensure_resolved(
            address, family=sock.family, type=sock.type, proto=sock.proto, loop=loop)
        address = resolved[0][4]
    future = loop.create_future()
    fd = sock.fileno()

    def connected():
        if future.done():
            return
        number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if number in (_EAGAIN, _EINTR):
            return
        if number:
            future.set_exception(OSError(number, f'Connect call failed {address}'))
        else:
            future.set_result(None)

    try:
        sock.connect(address)
    except _LATER:
        _ensure_fd_no_transport(loop, fd)
        handle = loop._add_writer(fd, connected)

        def stop(_):
            if not handle.cancelled():
                loop.remove_writer(fd)

        future.add_done_callback(stop)
    except _ENDS_PROGRAM:
        raise
    except BaseException as exc:
        future.set_exception(exc)
    else:
        future.set_result(None)
    return await future


async def sock_accept(loop, sock):
    _check_nonblocking(loop, sock)

    def attempt():
        conn, address = sock.accept()
        conn.setblocking(False)
        return conn, address

    return await _until_done(loop, sock, 'read', attempt)


def _transports(loop):
    try:
        return loop._transports
    except AttributeError:
        loop._transports = {}
        return loop._transports


def _ensure_fd_no_transport(loop, fd):
    fileno = fd if isinstance(fd, int) else int(fd.fileno())
    transport = _transports(loop).get(fileno)
    if transport and not transport.is_closing():
        raise RuntimeError(f'File descriptor {fd!r} is used by transport {transport!r}')


def _make_socket_transport(loop, sock, protocol, waiter=None, *, extra=None, server=None):
    _ensure_fd_no_transport(loop, sock)
    return _SelectorSocketTransport(loop, sock, protocol, waiter, extra, server)


def _make_datagram_transport(loop, sock, protocol, address=None, waiter=None, extra=None):
    _ensure_fd_no_transport(loop, sock)
    return _SelectorDatagramTransport(loop, sock, protocol, address, waiter, extra)


def _start_serving(loop, protocol_factory, sock, server=None, backlog=100):
    loop._add_reader(sock.fileno(), _accept_connections, loop, protocol_factory, sock, server, backlog)


def _stop_serving(loop, sock):
    loop._remove_reader(sock.fileno())
    sock.close()


def _accept_connections(loop, protocol_factory, sock, server, backlog):
    # Several may have come since the last turn.
    for _ in range(backlog):
        try:
            conn, address = sock.accept()
            conn.setblocking(False)
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            return
        except OSError as exc:
            if exc.errno not in (_EMFILE, _ENFILE, _ENOBUFS, _ENOMEM):
                raise
            loop.call_exception_handler({
                'message': 'socket.accept() out of system resource',
                'exception': exc,
                'socket': trsock.TransportSocket(sock),
            })
            loop._remove_reader(sock.fileno())
            loop.call_later(1, _start_serving, loop, protocol_factory, sock, server, backlog)
            return
        loop.create_task(_accept_connection(loop, protocol_factory, conn, {'peername': address}, server))


async def _accept_connection(loop, protocol_factory, conn, extra, server):
    protocol = transport = None
    try:
        protocol = protocol_factory()
        waiter = loop.create_future()
        transport = _make_socket_transport(loop, conn, protocol, waiter=waiter, extra=extra, server=server)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
    except _ENDS_PROGRAM:
        raise
    except BaseException as exc:
        if loop.get_debug():
            context = {'message': 'Error on transport creation for incoming connection', 'exception': exc}
            if protocol is not None:
                context['protocol'] = protocol
            if transport is not None:
                context['transport'] = transport
            loop.call_exception_handler(context)


class _SelectorTransport(transports._FlowControlMixin, transports.Transport):
    max_size = 256 * 1024

    _sock = None

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._extra['socket'] = trsock.TransportSocket(sock)
        try:
            self._extra['sockname'] = sock.getsockname()
        except OSError:
            self._extra['sockname'] = None
        if 'peername' not in self._extra:
            try:
                self._extra['peername'] = sock.getpeername()
            except OSError:
                self._extra['peername'] = None
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol_connected = False
        self.set_protocol(protocol)
        self._server = server
        self._buffer = deque()
        # How often the loss of the connection was noticed; from 1 on, connection_lost() is on its way.
        self._conn_lost = 0
        self._closing = False
        self._paused = False
        if server is not None:
            server._attach(self)
        _transports(loop)[self._sock_fd] = self

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._sock is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._sock_fd}')
        if self._loop is not None and not self._loop.is_closed():
            info.append('read=polling' if self._loop._is_watched(self._sock_fd, False) else 'read=idle')
            state = 'polling' if self._loop._is_watched(self._sock_fd, True) else 'idle'
            info.append(f'write=<{state}, bufsize={self.get_write_buffer_size()}>')
        return f'<{" ".join(info)}>'

    def abort(self):
        self._force_close(None)

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._protocol_connected = True

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self.is_closing() and not self._paused

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._sock_fd)

    def resume_reading(self):
        if not self._closing and self._paused:
            self._paused = False
            self._add_reader(self._sock_fd, self._read_ready)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._sock_fd)
        if not self._buffer:
            self._conn_lost += 1
            self._loop._remove_writer(self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def __del__(self):
        if self._sock is not None:
            warnings.warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self._sock.close()
            if self._server is not None:
                self._server._detach(self)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({
                'message': message,
                'exception': exc,
                'transport': self,
                'protocol': self._protocol,
            })
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop._remove_writer(self._sock_fd)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._sock_fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(exc)
        finally:
            known = _transports(self._loop)
            if known.get(self._sock_fd) is self:
                del known[self._sock_fd]
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None
            server = self._server
            if server is not None:
                server._detach(self)
                self._server = None

    def get_write_buffer_size(self):
        return sum(map(len, self._buffer))

    def _add_reader(self, fd, callback, *args):
        if self.is_reading():
            self._loop._add_reader(fd, callback, *args)

    def _write_to_lost(self):
        if self._conn_lost >= _LOST_WRITES:
            from asyncio.log import logger
            logger.warning('socket.send() raised exception.')
        self._conn_lost += 1


class _SelectorSocketTransport(_SelectorTransport):
    _start_tls_compatible = True

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._reads_into_buffer = False
        super().__init__(loop, sock, protocol, extra, server)
        self._eof = False
        self._empty_waiter = None
        if sock.family in (socket.AF_INET, socket.AF_INET6) and sock.type == socket.SOCK_STREAM:
            # Small writes are to go out at once.
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._loop.call_soon(self._protocol.connection_made, self)
        # The protocol hears of the connection before it hears of anything else.
        self._loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            self._loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def set_protocol(self, protocol):
        self._reads_into_buffer = isinstance(protocol, BufferedProtocol)
        super().set_protocol(protocol)

    def _read_ready(self):
        if self._conn_lost:
            return
        if self._reads_into_buffer:
            return self._read_into_buffer()
        try:
            data = self._sock.recv(self.max_size)
        except _LATER:
            return
        except _ENDS_PROGRAM:
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal read error on socket transport')
            return
        if not data:
            self._read_eof()
            return
        self._guarded('data_received', data)

    def _read_into_buffer(self):
        try:
            buf = self._protocol.get_buffer(-1)
            if not len(buf):
                raise RuntimeError('get_buffer() returned an empty buffer')
        except _ENDS_PROGRAM:
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal error: protocol.get_buffer() call failed.')
            return
        try:
            nbytes = self._sock.recv_into(buf)
        except _LATER:
            return
        except _ENDS_PROGRAM:
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal read error on socket transport')
            return
        if not nbytes:
            self._read_eof()
            return
        self._guarded('buffer_updated', nbytes)

    def _guarded(self, method, *args):
        """Call the protocol; an error is fatal."""
        try:
            return getattr(self._protocol, method)(*args)
        except _ENDS_PROGRAM:
            raise
        except BaseException as exc:
            self._fatal_error(exc, f'Fatal error: protocol.{method}() call failed.')
            return self

    def _read_eof(self):
        keep_open = self._guarded('eof_received')
        if keep_open is self:
            return
        if keep_open:
            # The protocol can still write.
            self._loop._remove_reader(self._sock_fd)
        else:
            self.close()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if self._empty_waiter is not None:
            raise RuntimeError('unable to write; sendfile is in progress')
        if not data:
            return
        if self._conn_lost:
            self._write_to_lost()
            return
        if not self._buffer:
            try:
                n = self._sock.send(data)
            except _LATER:
                pass
            except _ENDS_PROGRAM:
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal write error on socket transport')
                return
            else:
                data = memoryview(data)[n:]
                if not data:
                    return
            self._loop._add_writer(self._sock_fd, self._write_ready)
        self._buffer.append(data)
        self._maybe_pause_protocol()

    def _write_ready(self):
        if self._conn_lost:
            return
        try:
            while self._buffer:
                chunk = self._buffer[0]
                sent = self._sock.send(chunk)
                if sent < len(chunk):
                    self._buffer[0] = memoryview(chunk)[sent:]
                    break
                self._buffer.popleft()
        except _LATER:
            pass
        except _ENDS_PROGRAM:
            raise
        except BaseException as exc:
            self._loop._remove_writer(self._sock_fd)
            self._buffer.clear()
            self._fatal_error(exc, 'Fatal write error on socket transport')
            if self._empty_waiter is not None:
                self._empty_waiter.set_exception(exc)
            return
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._empty_waiter is not None:
                self._empty_waiter.set_result(None)
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown(socket.SHUT_WR)

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(socket.SHUT_WR)

    def writelines(self, list_of_data):
        if self._eof:
            raise RuntimeError('Cannot call writelines() after write_eof()')
        if self._empty_waiter is not None:
            raise RuntimeError('unable to writelines; sendfile is in progress')
        if not list_of_data:
            return
        self._buffer.extend([memoryview(data) for data in list_of_data])
        self._write_ready()
        if self._buffer:
            self._loop._add_writer(self._sock_fd, self._write_ready)

    def can_write_eof(self):
        return True

    def _call_connection_lost(self, exc):
        super()._call_connection_lost(exc)
        if self._empty_waiter is not None:
            self._empty_waiter.set_exception(ConnectionError('Connection is closed by peer'))

    def _make_empty_waiter(self):
        if self._empty_waiter is not None:
            raise RuntimeError('Empty waiter is already set')
        self._empty_waiter = self._loop.create_future()
        if not self._buffer:
            self._empty_waiter.set_result(None)
        return self._empty_waiter

    def _reset_empty_waiter(self):
        self._empty_waiter = None


class _SelectorDatagramTransport(_SelectorTransport, transports.DatagramTransport):
    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        self._buffer_size = 0
        self._loop.call_soon(self._protocol.connection_made, self)
        self._loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            self._loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def get_write_buffer_size(self):
        return self._buffer_size

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, addr = self._sock.recvfrom(self.max_size)
        except _LATER:
            pass
        except OSError as exc:
            self._protocol.error_received(exc)
        except _ENDS_PROGRAM:
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal read error on datagram transport')
        else:
            self._protocol.datagram_received(data, addr)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
        if self._conn_lost and self._address:
            self._write_to_lost()
            return
        if not self._buffer:
            try:
                self._send(data, addr)
                return
            except _LATER:
                self._loop._add_writer(self._sock_fd, self._sendto_ready)
            except OSError as exc:
                self._protocol.error_received(exc)
                return
            except _ENDS_PROGRAM:
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal write error on datagram transport')
                return
        self._buffer.append((bytes(data), addr))
        self._buffer_size += len(data) + 8
        self._maybe_pause_protocol()

    def _send(self, data, addr):
        if self._extra['peername']:
            self._sock.send(data)
        else:
            self._sock.sendto(data, addr)

    def _sendto_ready(self):
        while self._buffer:
            data, addr = self._buffer.popleft()
            self._buffer_size -= len(data)
            try:
                self._send(data, addr)
            except _LATER:
                self._buffer.appendleft((data, addr))
                self._buffer_size += len(data)
                break
            except OSError as exc:
                self._protocol.error_received(exc)
                return
            except _ENDS_PROGRAM:
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal write error on datagram transport')
                return
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
