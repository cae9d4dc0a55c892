"""Sockets in the loop: calls on them that wait, and transports."""

from asyncio import SelectorEventLoop, trsock
from asyncio.selector_transports import (_SelectorDatagramTransport, _SelectorSocketTransport, _SelectorTransport,
                                         _transports_of)
import socket

__all__ = ('BaseSelectorEventLoop',)

# What the system calls these errors.
_EAGAIN, _EINTR, _EMFILE, _ENFILE, _ENOBUFS, _ENOMEM = 11, 4, 24, 23, 105, 12

BaseSelectorEventLoop = SelectorEventLoop.__mro__[1]

_ENDS_PROGRAM = (SystemExit, KeyboardInterrupt)
_LATER = (BlockingIOError, InterruptedError)


def __getattr__(name):
    # logging is big: it is read when the logger is first asked for.
    if name == 'logger':
        from asyncio.log import logger
        return logger
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


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
        found = await loop._ensure_resolved(address, loop=loop, family=sock.family, type=sock.type, proto=sock.proto)
        address = found[0][-1]
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


def _ensure_fd_no_transport(loop, fd):
    """Raise, if a transport uses the descriptor."""
    number = fd
    if not isinstance(fd, int):
        try:
            number = int(fd.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f'Invalid file object: {fd!r}') from None
    transport = _transports_of(loop).get(number)
    if transport and not transport.is_closing():
        raise RuntimeError(f'File descriptor {fd!r} is used by transport {transport!r}')


def _make_socket_transport(loop, sock, protocol, waiter=None, *, extra=None, server=None):
    _ensure_fd_no_transport(loop, sock)
    return _SelectorSocketTransport(loop, sock, protocol, waiter, extra, server)


def _make_datagram_transport(loop, sock, protocol, address=None, waiter=None, extra=None):
    _ensure_fd_no_transport(loop, sock)
    return _SelectorDatagramTransport(loop, sock, protocol, address, waiter, extra)


def _start_serving(loop, protocol_factory, sock, sslcontext=None, server=None, backlog=100, ssl_handshake_timeout=None,
                   ssl_shutdown_timeout=None):
    limits = (ssl_handshake_timeout, ssl_shutdown_timeout)
    loop._add_reader(sock.fileno(), loop._accept_connection, protocol_factory, sock, sslcontext, server, backlog, *limits)


def _stop_serving(loop, sock):
    loop._remove_reader(sock.fileno())
    sock.close()


def _accept_connection(loop, protocol_factory, sock, sslcontext=None, server=None, backlog=100, *limits):
    _Acceptor(loop, protocol_factory, sock, sslcontext, server, backlog, *limits).accept_all()

    def __init__(self, loop, protocol_factory, sock, server, backlog):
        self.loop, self.protocol_factory = loop, protocol_factory
        self.sock, self.server, self.backlog = sock, server, backlog

class _Acceptor:
    """Takes the connections that come to a socket of a server."""

    def __init__(self, loop, protocol_factory, sock, sslcontext, server, backlog, *limits):
        self.loop, self.protocol_factory = loop, protocol_factory
        self.sock, self.server, self.backlog = sock, server, backlog
        self.same_again = (protocol_factory, sock, sslcontext, server, backlog, *limits)

    def accept_all(self):
        # Several may have come since the last turn.
        for _ in range(self.backlog):
            try:
                conn, peername = self.sock.accept()
                conn.setblocking(False)
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                if error.errno not in (_EMFILE, _ENFILE, _ENOBUFS, _ENOMEM):
                    raise
                self.rest(error)
                return
            self.loop.create_task(self.serve(conn, {'peername': peername}))

    def rest(self, error):
        """There is no descriptor or memory left for more: try again later."""
        from asyncio.constants import ACCEPT_RETRY_DELAY
        self.loop.call_exception_handler({
            'message': 'socket.accept() out of system resource',
            'exception': error,
            'socket': trsock.TransportSocket(self.sock),
        })
        self.loop._remove_reader(self.sock.fileno())
        self.loop.call_later(ACCEPT_RETRY_DELAY, self.loop._start_serving, *self.same_again)

    async def serve(self, conn, extra):
        known = {}
        try:
            protocol = known['protocol'] = self.protocol_factory()
            waiter = self.loop.create_future()
            transport = known['transport'] = self.loop._make_socket_transport(
                conn, protocol, waiter=waiter, extra=extra, server=self.server)
            try:
                await waiter
            except BaseException:
                transport.close()
                raise
        except _ENDS_PROGRAM:
            raise
        except BaseException as error:
            if self.loop.get_debug():
                message = 'Error on transport creation for incoming connection'
                self.loop.call_exception_handler({'message': message, 'exception': error} | known)
