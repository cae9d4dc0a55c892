"""What loops do beyond turning: threads, name look-up, servers, connections."""

from asyncio import BaseEventLoop, CancelledError, ensure_future, sleep
from asyncio import futures, trsock
from asyncio.events import AbstractServer
from asyncio.timeouts import timeout as _time_limit
import sys

__all__ = ('BaseEventLoop', 'Server')

# What the system calls these errors.
_EADDRNOTAVAIL = 99


def _check_callback(callback, method):
    from asyncio import iscoroutine, iscoroutinefunction
    if iscoroutine(callback) or iscoroutinefunction(callback):
        raise TypeError(f'coroutines cannot be used with {method}()')
    if not callable(callback):
        raise TypeError(f'a callable object was expected by {method}(), got {callback!r}')


def run_in_executor(loop, executor, func, *args):
    if loop.is_closed():
        raise RuntimeError('Event loop is closed')
    if loop.get_debug():
        _check_callback(func, 'run_in_executor')
    if executor is None:
        executor = getattr(loop, '_default_executor', None)
        if getattr(loop, '_executor_shutdown_called', False):
            raise RuntimeError('Executor shutdown has been called')
        if executor is None:
            from concurrent.futures import ThreadPoolExecutor
            executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
            loop._default_executor = executor
    return futures.wrap_future(executor.submit(func, *args), loop=loop)


def set_default_executor(loop, executor):
    from concurrent.futures import ThreadPoolExecutor
    if not isinstance(executor, ThreadPoolExecutor):
        raise TypeError('executor must be ThreadPoolExecutor instance')
    loop._default_executor = executor


async def shutdown_default_executor(loop, timeout=None):
    loop._executor_shutdown_called = True
    executor = loop._default_executor
    if executor is None:
        return
    import threading
    future = loop.create_future()

    def shut_down():
        try:
            executor.shutdown(wait=True)
            if not loop.is_closed():
                loop.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
        except Exception as ex:
            if not loop.is_closed() and not future.cancelled():
                loop.call_soon_threadsafe(future.set_exception, ex)

    thread = threading.Thread(target=shut_down)
    thread.start()
    try:
        async with _time_limit(timeout):
            await future
    except TimeoutError:
        import warnings
        warnings.warn(f'The executor did not finishing joining its threads within {timeout} seconds.',
                      RuntimeWarning, stacklevel=2)
        executor.shutdown(wait=False)
    else:
        thread.join()


async def getaddrinfo(loop, host, port, *, family=0, type=0, proto=0, flags=0):
    import socket
    return await loop.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)


async def getnameinfo(loop, sockaddr, flags=0):
    import socket
    return await loop.run_in_executor(None, socket.getnameinfo, sockaddr, flags)


class Server(AbstractServer):
    """What create_server() gives: sockets that take connections."""

    # The file of a socket of this machine.
    _path = None

    def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog, ssl_handshake_timeout=None,
                 ssl_shutdown_timeout=None):
        self._loop = loop
        self._sockets = sockets
        self._clients = set()
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f'<{self.__class__.__name__} sockets={self.sockets!r}>'

    def _attach(self, transport):
        if self._sockets is None:
            raise AssertionError
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        if not self._clients and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters = self._waiters
        self._waiters = None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if self._serving:
            return
        from asyncio.selector_events import _start_serving
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            _start_serving(self._loop, self._protocol_factory, sock, self, self._backlog)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        if self._sockets is None:
            return ()
        return tuple(trsock.TransportSocket(sock) for sock in self._sockets)

    def close(self):
        sockets = self._sockets
        if sockets is None:
            return
        from asyncio.selector_events import _stop_serving
        self._sockets = None
        for sock in sockets:
            _stop_serving(self._loop, sock)
        if self._path:
            import _subprocess
            _subprocess.remove_socket(self._path)
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()
            self._serving_forever_fut = None
        if not self._clients:
            self._wakeup()

    def close_clients(self):
        for transport in self._clients.copy():
            transport.close()

    def abort_clients(self):
        for transport in self._clients.copy():
            transport.abort()

    async def start_serving(self):
        self._start_serving()
        await sleep(0)

    async def serve_forever(self):
        if self._serving_forever_fut is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


def _refuse_tls(ssl):
    if ssl:
        raise NotImplementedError('TLS is not supported: ssl= must be None or False')


async def start_tls(loop, transport, protocol, sslcontext, **options):
    _refuse_tls(True)


def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """What getaddrinfo() would give for an address in numbers; None if it is a name."""
    import socket
    if proto not in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP) or host is None:
        return None
    if type == socket.SOCK_STREAM:
        proto = socket.IPPROTO_TCP
    elif type == socket.SOCK_DGRAM:
        proto = socket.IPPROTO_UDP
    else:
        return None
    if port is None or port in ('', b''):
        port = 0
    else:
        try:
            port = int(port)
        except (TypeError, ValueError):
            return None
    families = [socket.AF_INET, socket.AF_INET6] if family == socket.AF_UNSPEC else [family]
    if isinstance(host, bytes):
        host = host.decode('idna')
    if '%' in host:
        return None
    for each in families:
        try:
            socket.inet_pton(each, host)
        except OSError:
            continue
        if each == socket.AF_INET6:
            return each, type, proto, '', (host, port, flowinfo, scopeid)
        return each, type, proto, '', (host, port)
    return None


async def _ensure_resolved(address, *, family=0, type=None, proto=0, flags=0, loop):
    import socket
    if type is None:
        type = socket.SOCK_STREAM
    host, port = address[:2]
    info = _ipaddr_info(host, port, family, type, proto, *address[2:])
    if info is not None:
        return [info]
    return await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)


def _interleave_addrinfos(addrinfos, first_address_family_count=1):
    """Take the families of the addresses in turn."""
    by_family = {}
    for info in addrinfos:
        by_family.setdefault(info[0], []).append(info)
    lists = list(by_family.values())
    reordered = []
    if first_address_family_count > 1:
        reordered.extend(lists[0][:first_address_family_count - 1])
        del lists[0][:first_address_family_count - 1]
    for index in range(max(map(len, lists), default=0)):
        for each in lists:
            if index < len(each):
                reordered.append(each[index])
    return reordered


async def _connect_sock(loop, exceptions, addr_info, local_addr_infos=None):
    import socket
    mine = []
    exceptions.append(mine)
    family, kind, proto, _, address = addr_info
    sock = None
    try:
        sock = socket.socket(family=family, type=kind, proto=proto)
        sock.setblocking(False)
        if local_addr_infos is not None:
            for local_family, _, _, _, local in local_addr_infos:
                if local_family != family:
                    continue
                try:
                    sock.bind(local)
                    break
                except OSError as exc:
                    text = f'error while attempting to bind on address {local!r}: {str(exc).lower()}'
                    mine.append(OSError(exc.errno, text))
            else:
                if mine:
                    raise mine.pop()
                raise OSError(f'no matching local address with family={family!r} found')
        await loop.sock_connect(sock, address)
        return sock
    except OSError as exc:
        mine.append(exc)
        if sock is not None:
            sock.close()
        raise
    except:
        if sock is not None:
            sock.close()
        raise


async def create_connection(loop, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                            sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None, all_errors=False):
    import socket
    if server_hostname is not None and not ssl:
        raise ValueError('server_hostname is only meaningful with ssl')
    if ssl_handshake_timeout is not None and not ssl:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if ssl_shutdown_timeout is not None and not ssl:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')
    _refuse_tls(ssl)
    if happy_eyeballs_delay is not None and interleave is None:
        interleave = 1
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        infos = await _ensure_resolved(
            (host, port), family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags, loop=loop)
        if not infos:
            raise OSError('getaddrinfo() returned empty list')
        local_infos = None
        if local_addr is not None:
            local_infos = await _ensure_resolved(
                local_addr, family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags, loop=loop)
            if not local_infos:
                raise OSError('getaddrinfo() returned empty list')
        if interleave:
            infos = _interleave_addrinfos(infos, interleave)
        exceptions = []
        if happy_eyeballs_delay is None:
            for info in infos:
                try:
                    sock = await _connect_sock(loop, exceptions, info, local_infos)
                    break
                except OSError:
                    continue
        else:
            from asyncio.staggered import staggered_race
            starts = [lambda info=info: _connect_sock(loop, exceptions, info, local_infos) for info in infos]
            sock, _, _ = await staggered_race(starts, happy_eyeballs_delay, loop=loop)
        if sock is None:
            _raise_together([exc for each in exceptions for exc in each], all_errors)
    else:
        if sock is None:
            raise ValueError('host and port was not specified and no sock specified')
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
    return await _connection_transport(loop, sock, protocol_factory)


def _raise_together(exceptions, all_errors):
    try:
        if all_errors:
            raise ExceptionGroup('create_connection failed', exceptions)
        texts = [str(exc) for exc in exceptions]
        if all(text == texts[0] for text in texts):
            raise exceptions[0]
        raise OSError('Multiple exceptions: {}'.format(', '.join(texts)))
    finally:
        exceptions = None


async def _connection_transport(loop, sock, protocol_factory):
    from asyncio.selector_events import _make_socket_transport
    sock.setblocking(False)
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = _make_socket_transport(loop, sock, protocol, waiter)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


async def connect_accepted_socket(loop, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                  ssl_shutdown_timeout=None):
    import socket
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')
    if ssl_handshake_timeout is not None and not ssl:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if ssl_shutdown_timeout is not None and not ssl:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')
    _refuse_tls(ssl)
    return await _connection_transport(loop, sock, protocol_factory)


async def create_server(loop, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100,
                        ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None, start_serving=True):
    import socket
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    if ssl_handshake_timeout is not None and ssl is None:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if ssl_shutdown_timeout is not None and ssl is None:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')
    _refuse_tls(ssl)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        if reuse_address is None:
            reuse_address = True
        if host == '':
            hosts = [None]
        elif isinstance(host, str) or not hasattr(host, '__iter__'):
            hosts = [host]
        else:
            hosts = host
        from asyncio import gather
        infos = {}
        for found in await gather(*[_ensure_resolved((each, port), family=family, type=socket.SOCK_STREAM,
                                                     flags=flags, loop=loop) for each in hosts]):
            if not found:
                raise OSError('getaddrinfo() returned empty list')
            infos.update(dict.fromkeys(found))
        sockets = []
        completed = False
        try:
            for info in infos:
                each_family, kind, proto, _, address = info
                try:
                    sock = socket.socket(each_family, kind, proto)
                except OSError:
                    # This machine does not have that family.
                    continue
                sockets.append(sock)
                if reuse_address:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
                if reuse_port and each_family in (socket.AF_INET, socket.AF_INET6):
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                if keep_alive:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, True)
                if each_family == socket.AF_INET6:
                    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
                try:
                    sock.bind(address)
                except OSError as err:
                    text = ('error while attempting to bind on address %r: %s'
                            % (address, str(err).lower()))
                    if err.errno == _EADDRNOTAVAIL:
                        sockets.pop()
                        sock.close()
                        continue
                    raise OSError(err.errno, text) from None
            if not sockets:
                raise OSError('could not bind on any address out of %r' % ([info[4] for info in infos],))
            completed = True
        finally:
            if not completed:
                for sock in sockets:
                    sock.close()
    else:
        if sock is None:
            raise ValueError('Neither host/port nor sock were specified')
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
        sockets = [sock]
    for sock in sockets:
        sock.setblocking(False)
    server = Server(loop, sockets, protocol_factory, ssl, backlog)
    if start_serving:
        server._start_serving()
        await sleep(0)
    return server


async def create_datagram_endpoint(loop, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                   flags=0, reuse_port=None, allow_broadcast=None, sock=None):
    import socket
    from asyncio.selector_events import _make_datagram_transport
    remote = None
    if sock is not None:
        if sock.type == socket.SOCK_STREAM:
            raise ValueError(f'A datagram socket was expected, got {sock!r}')
        options = dict(local_addr=local_addr, remote_addr=remote_addr, family=family, proto=proto, flags=flags,
                       reuse_port=reuse_port, allow_broadcast=allow_broadcast)
        problems = ', '.join(f'{key}={value}' for key, value in options.items() if value)
        if problems:
            raise ValueError(f'socket modifier keyword arguments can not be used when sock is specified. ({problems})')
        sock.setblocking(False)
    else:
        sock, remote = await _datagram_socket(loop, local_addr, remote_addr, family, proto, flags, reuse_port,
                                              allow_broadcast)
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = _make_datagram_transport(loop, sock, protocol, remote, waiter)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


async def _datagram_socket(loop, local_addr, remote_addr, family, proto, flags, reuse_port, allow_broadcast):
    import socket
    if not (local_addr or remote_addr):
        if family == 0:
            raise ValueError('unexpected address family')
        pairs = [((family, proto), (None, None))]
    elif family == socket.AF_UNIX:
        for address in (local_addr, remote_addr):
            if address is not None and not isinstance(address, str):
                raise TypeError('string is expected')
        pairs = [((family, proto), (local_addr, remote_addr))]
    else:
        found = {}
        for index, address in enumerate((local_addr, remote_addr)):
            if address is None:
                continue
            if not (isinstance(address, tuple) and len(address) == 2):
                raise TypeError('2-tuple is expected')
            infos = await _ensure_resolved(
                address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags, loop=loop)
            if not infos:
                raise OSError('getaddrinfo() returned empty list')
            for each_family, _, each_proto, _, resolved in infos:
                found.setdefault((each_family, each_proto), [None, None])[index] = resolved
        pairs = [(key, pair) for key, pair in found.items()
                 if not (local_addr and pair[0] is None or remote_addr and pair[1] is None)]
        if not pairs:
            raise ValueError('can not get address information')
    first = None
    for (each_family, each_proto), (local, remote) in pairs:
        sock = None
        try:
            sock = socket.socket(family=each_family, type=socket.SOCK_DGRAM, proto=each_proto)
            if reuse_port:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            if allow_broadcast:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            sock.setblocking(False)
            if local_addr:
                sock.bind(local)
            if remote_addr and not allow_broadcast:
                await loop.sock_connect(sock, remote)
            return sock, remote if remote_addr else None
        except OSError as exc:
            if sock is not None:
                sock.close()
            first = first or exc
        except:
            if sock is not None:
                sock.close()
            raise
    raise first


async def sock_sendfile(loop, sock, file, offset=0, count=None, *, fallback=True):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')
    _check_sendfile_params(file, offset, count)
    return await _send_file(file, offset, count, lambda data: loop.sock_sendall(sock, data))


async def sendfile(loop, transport, file, offset=0, count=None, *, fallback=True):
    if transport.is_closing():
        raise RuntimeError('Transport is closing')
    _check_sendfile_params(file, offset, count)

    async def send(data):
        transport.write(data)
        while transport.get_write_buffer_size() and not transport.is_closing():
            await sleep(0.001)
        if transport.is_closing():
            raise ConnectionError('Connection closed by peer')

    return await _send_file(file, offset, count, send)


def _check_sendfile_params(file, offset, count):
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')
    if count is not None:
        if not isinstance(count, int):
            raise TypeError('count must be a positive integer (got {!r})'.format(count))
        if count <= 0:
            raise ValueError('count must be a positive integer (got {!r})'.format(count))
    if not isinstance(offset, int):
        raise TypeError('offset must be a non-negative integer (got {!r})'.format(offset))
    if offset < 0:
        raise ValueError('offset must be a non-negative integer (got {!r})'.format(offset))


async def _send_file(file, offset, count, send):
    if hasattr(file, 'seek'):
        file.seek(offset)
    total = 0
    while count is None or total < count:
        size = 256 * 1024 if count is None else min(256 * 1024, count - total)
        data = file.read(size)
        if not data:
            break
        await send(data)
        total += len(data)
    if hasattr(file, 'seek'):
        file.seek(offset + total)
    return total
