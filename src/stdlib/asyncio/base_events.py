"""What loops do beyond turning: name look-up, connections, servers, datagrams, files. The turning itself is native."""

from asyncio import BaseEventLoop, CancelledError, sleep
from asyncio import trsock
from asyncio.events import AbstractServer
import errno
import socket

__all__ = ('BaseEventLoop', 'Server')

# What the loop's timers keep to, as the reference names it.
_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5
MAXIMUM_SELECT_TIMEOUT = 24 * 3600

_CHUNK = 256 * 1024


def __getattr__(name):
    # logging is big: it is read when the logger is first asked for.
    if name == 'logger':
        from asyncio.log import logger
        return logger
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def _check_callback(callback, method):
    from asyncio import iscoroutine, iscoroutinefunction
    if iscoroutine(callback) or iscoroutinefunction(callback):
        raise TypeError(f'coroutines cannot be used with {method}()')
    if not callable(callback):
        raise TypeError(f'a callable object was expected by {method}(), got {callback!r}')


# Names and addresses.

async def getaddrinfo(loop, host, port, *, family=0, type=0, proto=0, flags=0):
    ask = _getaddrinfo_debug(loop) if loop.get_debug() else socket.getaddrinfo
    return await loop.run_in_executor(None, ask, host, port, family, type, proto, flags)


def _getaddrinfo_debug(loop):
    """A getaddrinfo() that logs what it was asked for and how long it took."""

    def ask(host, port, *rest):
        from asyncio.log import logger
        named = zip(('family', 'type', 'proto', 'flags'), rest)
        what = ', '.join([f'{host}:{port!r}'] + [f'{name}={value!r}' for name, value in named if value])
        logger.debug('Get address info %s', what)
        begin = loop.time()
        found = socket.getaddrinfo(host, port, *rest)
        took = loop.time() - begin
        log = logger.info if took >= loop.slow_callback_duration else logger.debug
        log(f'Getting address info {what} took {took * 1e3:.3f}ms: {found!r}')
        return found

    return ask


async def getnameinfo(loop, sockaddr, flags=0):
    return await loop.run_in_executor(None, socket.getnameinfo, sockaddr, flags)


def _number_of_port(port):
    """A port as a number; None if it is the name of a service."""
    if port in (None, '', b''):
        return 0
    try:
        return int(port)
    except (TypeError, ValueError):
        return None


def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """What getaddrinfo() would give for an address in numbers; None if it is a name."""
    if not hasattr(socket, 'inet_pton') or host is None or proto not in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP):
        return None
    usual = {socket.SOCK_STREAM: socket.IPPROTO_TCP, socket.SOCK_DGRAM: socket.IPPROTO_UDP}
    number = _number_of_port(port)
    if type not in usual or number is None:
        return None
    if isinstance(host, bytes):
        host = host.decode('idna')
    if '%' in host:
        # The system knows the scopes of addresses.
        return None
    ends = {socket.AF_INET: (host, number), socket.AF_INET6: (host, number, flowinfo, scopeid)}
    for each in ends if family == socket.AF_UNSPEC else (family,):
        try:
            socket.inet_pton(each, host)
        except OSError:
            continue
        return each, type, usual[type], '', ends.get(each, (host, number))
    return None


async def _ensure_resolved(own, address, /, *, family=0, type=socket.SOCK_STREAM, proto=0, flags=0, loop=None):
    host, port, *more = address
    known = _ipaddr_info(host, port, family, type, proto, *more)
    if known is None:
        return await (loop or own).getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)
    return [known]


async def _resolved(loop, address, **options):
    """As the loop resolves it; never empty."""
    found = await loop._ensure_resolved(address, loop=loop, **options)
    if not found:
        raise OSError('getaddrinfo() returned empty list')
    return found


def _interleave_addrinfos(addrinfos, first_address_family_count=1):
    """Take the families of the addresses in turn."""
    by_family = {}
    for info in addrinfos:
        by_family.setdefault(info[0], []).append(info)
    queues = list(by_family.values())
    head = queues[0][:first_address_family_count - 1] if queues else []
    if head:
        del queues[0][:len(head)]
    rounds = max(map(len, queues), default=0)
    return head + [queue[i] for i in range(rounds) for queue in queues if i < len(queue)]


# Servers.

class Server(AbstractServer):
    """What create_server() gives: sockets that take connections."""

    # The file of a socket of this machine, and its number.
    _path = None

    # What waits for the end of serve_forever(); whether connections are taken.
    _serving_forever_fut = None
    _serving = False

    def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog, ssl_handshake_timeout=None,
                 ssl_shutdown_timeout=None):
        self._loop, self._protocol_factory = loop, protocol_factory
        self._backlog, self._ssl_context = backlog, ssl_context
        self._ssl_handshake_timeout, self._ssl_shutdown_timeout = ssl_handshake_timeout, ssl_shutdown_timeout
        # None: closed.
        self._sockets = sockets
        from _weakrefset import WeakSet
        self._clients = WeakSet()
        # None: it is closed and has no clients any more.
        self._waiters = []

    def __repr__(self):
        return '<{0.__class__.__name__} sockets={0.sockets!r}>'.format(self)

    def get_loop(self):
        return self._loop

    @property
    def sockets(self):
        return tuple(map(trsock.TransportSocket, self._sockets or ()))

    def is_serving(self):
        return self._serving

    def _start_serving(self):
        if not self._serving:
            self._serving = True
            for sock in self._sockets:
                sock.listen(self._backlog)
                self._loop._start_serving(self._protocol_factory, sock, self._ssl_context, self, self._backlog,
                                          self._ssl_handshake_timeout, self._ssl_shutdown_timeout)

    async def start_serving(self):
        self._start_serving()
        # A turn, so that connections that wait are taken before whoever asked goes on.
        await sleep(0)

    async def serve_forever(self):
        if self._serving_forever_fut is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        ended = self._serving_forever_fut = self._loop.create_future()
        try:
            await ended
        except CancelledError:
            # Whatever goes wrong here, it was cancelled.
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    # The transports of its connections tell when they begin and end.

    def _attach(self, transport):
        if self._sockets is None:
            raise AssertionError
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        self._end_if_over()

    def _end_if_over(self):
        if self._sockets is None and not len(self._clients):
            waiting, self._waiters = self._waiters or (), None
            for each in waiting:
                if not each.done():
                    each.set_result(None)

    def close(self):
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop._stop_serving(sock)
        if self._path is not None:
            self._path.remove()
        self._serving = False
        ended, self._serving_forever_fut = self._serving_forever_fut, None
        if ended is not None and not ended.done():
            ended.cancel()
        self._end_if_over()

    def close_clients(self):
        self._ask_clients('close')

    def abort_clients(self):
        self._ask_clients('abort')

    def _ask_clients(self, method):
        for transport in list(self._clients):
            getattr(transport, method)()

    async def wait_closed(self):
        if self._waiters is not None:
            self._waiters.append(self._loop.create_future())
            await self._waiters[-1]


def _refuse_tls(ssl):
    if ssl:
        raise NotImplementedError('TLS is not supported: ssl= must be None or False')


def _check_tls_options(ssl, is_missing=lambda ssl: not ssl, **options):
    """Options that only TLS has a use for are mistakes without it."""
    for name, value in options.items():
        if value is not None and is_missing(ssl):
            raise ValueError(f'{name} is only meaningful with ssl')
    _refuse_tls(ssl)


async def start_tls(loop, transport, protocol, sslcontext, **options):
    _refuse_tls(True)


def _check_stream(sock):
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')


def _set_nodelay(sock):
    if sock.type == socket.SOCK_STREAM and sock.family in (socket.AF_INET, socket.AF_INET6):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _set_reuseport(sock):
    reason = '' if hasattr(socket, 'SO_REUSEPORT') else 'reuse_port not supported by socket module'
    if not reason:
        try:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        except OSError:
            reason = 'reuse_port not supported by socket module, SO_REUSEPORT defined but not implemented.'
    if reason:
        raise ValueError(reason)


# Connections.

class _Closing:
    """Closes a socket unless what is done with it comes to its end."""

    def __init__(self, sock):
        self.sock = sock

    def __enter__(self):
        return self.sock

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.sock.close()


def _bind_first(sock, family, addresses, failures):
    """Bind the socket to the first of the local addresses that it can be bound to."""
    for each_family, _, _, _, address in addresses:
        if each_family != family:
            continue
        try:
            return sock.bind(address)
        except OSError as error:
            text = f'error while attempting to bind on address {address!r}: {str(error).lower()}'
            failures.append(OSError(error.errno, text))
    if failures:
        raise failures.pop()
    raise OSError(f'no matching local address with family={family!r} found')


async def _connect_sock(loop, exceptions, addr_info, local_addr_infos=None):
    """A socket that is connected to an address; why it could not be is noted among the exceptions."""
    family, kind, proto, _, address = addr_info
    failures = []
    exceptions.append(failures)
    try:
        with _Closing(socket.socket(family=family, type=kind, proto=proto)) as sock:
            sock.setblocking(False)
            if local_addr_infos is not None:
                _bind_first(sock, family, local_addr_infos, failures)
            await loop.sock_connect(sock, address)
            return sock
    except OSError as error:
        failures.append(error)
        raise


async def _connect_any(loop, infos, local_infos, delay, all_errors):
    """A socket that is connected to one of the addresses."""
    exceptions = []
    if delay is not None:
        from asyncio.staggered import staggered_race
        starts = [lambda info=info: _connect_sock(loop, exceptions, info, local_infos) for info in infos]
        sock, _, _ = await staggered_race(starts, delay, loop=loop)
        if sock is not None:
            return sock
    else:
        for info in infos:
            try:
                return await _connect_sock(loop, exceptions, info, local_infos)
            except OSError:
                pass
    _raise_together([error for each in exceptions for error in each], all_errors)


def _raise_together(errors, all_errors):
    if all_errors:
        raise ExceptionGroup('create_connection failed', errors)
    texts = list(map(str, errors))
    if len(set(texts)) == 1:
        raise errors[0]
    raise OSError(f'Multiple exceptions: {", ".join(texts)}')


async def create_connection(loop, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                            sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None, all_errors=False):
    if server_hostname is None and ssl and not host:
        raise ValueError('You must set server_hostname when using ssl without a host')
    _check_tls_options(ssl, server_hostname=server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
                       ssl_shutdown_timeout=ssl_shutdown_timeout)
    if host is None and port is None:
        if sock is None:
            raise ValueError('host and port was not specified and no sock specified')
        _check_stream(sock)
    elif sock is not None:
        raise ValueError('host/port and sock can not be specified at the same time')
    else:
        options = {'family': family, 'type': socket.SOCK_STREAM, 'proto': proto, 'flags': flags}
        infos = await _resolved(loop, (host, port), **options)
        local_infos = None if local_addr is None else await _resolved(loop, local_addr, **options)
        if interleave is None and happy_eyeballs_delay is not None:
            interleave = 1
        if interleave:
            infos = _interleave_addrinfos(infos, interleave)
        sock = await _connect_any(loop, infos, local_infos, happy_eyeballs_delay, all_errors)
    transport, protocol = await _connection_transport(loop, sock, protocol_factory)
    if loop.get_debug():
        from asyncio.log import logger
        logger.debug('%r connected to %s:%r: (%r, %r)', transport.get_extra_info('socket'), host, port, transport,
                     protocol)
    return transport, protocol


async def _connection_transport(loop, sock, protocol_factory):
    sock.setblocking(False)
    protocol, waiter = protocol_factory(), loop.create_future()
    return await _begun(loop._make_socket_transport(sock, protocol, waiter), waiter), protocol


async def _begun(transport, waiter):
    """The transport, once it has begun."""
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport


async def connect_accepted_socket(loop, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                  ssl_shutdown_timeout=None):
    _check_stream(sock)
    _check_tls_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
    transport, protocol = await _connection_transport(loop, sock, protocol_factory)
    if loop.get_debug():
        from asyncio.log import logger
        logger.debug('%r handled: (%r, %r)', transport.get_extra_info('socket'), transport, protocol)
    return transport, protocol


async def create_server(loop, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC,
                        flags=socket.AI_PASSIVE, sock=None, backlog=100, ssl=None, reuse_address=None, reuse_port=None,
                        keep_alive=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    _check_tls_options(ssl, lambda ssl: ssl is None, ssl_handshake_timeout=ssl_handshake_timeout,
                       ssl_shutdown_timeout=ssl_shutdown_timeout)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        infos = await _addresses_to_serve(loop, host, port, family, flags)
        sockets = _bound_sockets(infos, reuse_address is None or reuse_address, reuse_port, keep_alive)
    elif sock is None:
        raise ValueError('Neither host/port nor sock were specified')
    else:
        _check_stream(sock)
        sockets = [sock]
    for each in sockets:
        each.setblocking(False)
    server = Server(loop, sockets, protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
    if start_serving:
        await server.start_serving()
    if loop.get_debug():
        from asyncio.log import logger
        logger.info('%r is serving', server)
    return server


async def _addresses_to_serve(loop, host, port, family, flags):
    from asyncio import gather
    if host == '':
        hosts = [None]
    else:
        hosts = [host] if isinstance(host, str) or not hasattr(host, '__iter__') else host
    options = {'family': family, 'type': socket.SOCK_STREAM, 'flags': flags}
    found = await gather(*[_resolved(loop, (each, port), **options) for each in hosts])
    # Each once.
    return list(dict.fromkeys(info for infos in found for info in infos))


def _bound_sockets(infos, reuse_address, reuse_port, keep_alive):
    """A socket for each of the addresses that this machine has; all are closed if one cannot be bound."""
    sockets = []
    try:
        for family, kind, proto, _, address in infos:
            try:
                sock = socket.socket(family, kind, proto)
            except socket.error:
                # This machine does not have that family.
                continue
            sockets.append(sock)
            if reuse_address:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
            if reuse_port and family != socket.AF_UNIX:
                _set_reuseport(sock)
            if keep_alive:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, True)
            if family == socket.AF_INET6 and hasattr(socket, 'IPPROTO_IPV6'):
                # Another one of these sockets takes the other family's connections.
                sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
            try:
                sock.bind(address)
            except OSError as error:
                if error.errno != errno.EADDRNOTAVAIL:
                    text = f'error while attempting to bind on address {address!r}: {str(error).lower()}'
                    raise OSError(error.errno, text) from None
                sockets.pop().close()
        if not sockets:
            raise OSError(f'could not bind on any address out of {[info[4] for info in infos]!r}')
    except:
        for sock in sockets:
            sock.close()
        raise
    return sockets


# Datagrams.

async def create_datagram_endpoint(loop, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                   flags=0, reuse_port=None, allow_broadcast=None, sock=None):
    remote = None
    if sock is None:
        makers = {'reuse_port': reuse_port, 'allow_broadcast': allow_broadcast}
        pairs = await _datagram_addresses(loop, local_addr, remote_addr, family, proto, flags)
        sock, remote = await _datagram_socket(loop, pairs, local_addr, remote_addr, **makers)
    else:
        if sock.type == socket.SOCK_STREAM:
            raise ValueError(f'A datagram socket was expected, got {sock!r}')
        given = {'local_addr': local_addr, 'remote_addr': remote_addr, 'family': family, 'proto': proto, 'flags': flags,
                 'reuse_port': reuse_port, 'allow_broadcast': allow_broadcast}
        problems = [f'{name}={value}' for name, value in given.items() if value]
        if problems:
            raise ValueError('socket modifier keyword arguments can not be used when sock is specified. '
                             f'({", ".join(problems)})')
        sock.setblocking(False)
    protocol, waiter = protocol_factory(), loop.create_future()
    transport = loop._make_datagram_transport(sock, protocol, remote, waiter)
    if loop.get_debug():
        from asyncio.log import logger
        parts = [f'local={local_addr}'] * bool(local_addr) + [f'remote={remote_addr}'] * bool(remote_addr)
        logger.debug('Datagram endpoint %s created: (%r, %r)', ' '.join(parts), transport, protocol)
    return await _begun(transport, waiter), protocol


async def _datagram_addresses(loop, local_addr, remote_addr, family, proto, flags):
    """The pairs of addresses to try, each with its family and protocol."""
    both = (local_addr, remote_addr)
    if not any(both):
        if not family:
            raise ValueError('unexpected address family')
        return [((family, proto), (None, None))]
    if family == getattr(socket, 'AF_UNIX', None):
        for address in both:
            if address is not None and not isinstance(address, str):
                raise TypeError('string is expected')
        if local_addr and local_addr[0] not in (0, '\x00'):
            import _subprocess
            _subprocess.remove_socket(local_addr)
        return [((family, proto), both)]
    found = {}
    for side, address in enumerate(both):
        if address is None:
            continue
        if not isinstance(address, tuple) or len(address) != 2:
            raise TypeError('2-tuple is expected')
        infos = await _resolved(loop, address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags)
        for each_family, _, each_proto, _, end in infos:
            found.setdefault((each_family, each_proto), [None, None])[side] = end
    complete = [(key, ends) for key, ends in found.items()
                if all(end is not None for end, wanted in zip(ends, both) if wanted)]
    if not complete:
        raise ValueError('can not get address information')
    return complete


async def _datagram_socket(loop, pairs, local_addr, remote_addr, reuse_port, allow_broadcast):
    """A socket for the first of the pairs of addresses that can be had."""
    failures = []
    for (family, proto), (local, remote) in pairs:
        try:
            with _Closing(socket.socket(family=family, type=socket.SOCK_DGRAM, proto=proto)) as sock:
                if reuse_port:
                    _set_reuseport(sock)
                if allow_broadcast:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                sock.setblocking(False)
                if local_addr:
                    sock.bind(local)
                if remote_addr:
                    if not allow_broadcast:
                        await loop.sock_connect(sock, remote)
                    return sock, remote
                return sock, None
        except OSError as error:
            failures.append(error)
    raise failures[0]


# Files.

async def sock_sendfile(loop, sock, file, offset=0, count=None, *, fallback=True):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')
    _check_sendfile_params(loop, sock, file, offset, count)
    if not fallback:
        _refuse_native_sendfile(sock, file)
    return await _send_file(file, offset, count, lambda data: loop.sock_sendall(sock, data))


def _refuse_native_sendfile(way, file):
    from asyncio.exceptions import SendfileNotAvailableError
    raise SendfileNotAvailableError(f'syscall sendfile is not available for socket {way!r} and file {file!r} combination')


async def sendfile(loop, transport, file, offset=0, count=None, *, fallback=True):
    if transport.is_closing():
        raise RuntimeError('Transport is closing')
    make_waiter = getattr(transport, '_make_empty_waiter', None)
    if make_waiter is None:
        raise RuntimeError(f'sendfile is not supported for transport {transport!r}')
    _check_sendfile_params(loop, transport._sock, file, offset, count)
    if not fallback:
        raise RuntimeError('fallback is disabled and native sendfile is not supported for transport '
                           f'{transport!r}')
    if isinstance(transport.get_extra_info('socket'), trsock.TransportSocket):
        transport.pause_reading()
    sock = transport._sock

    async def send(data):
        await loop.sock_sendall(sock, data)

    await make_waiter()
    known, fd = loop._transports, transport._sock_fd
    # Meanwhile the loop's calls for the socket go past the transport.
    known.pop(fd, None)
    try:
        return await _send_file(file, offset, count, send)
    finally:
        transport._reset_empty_waiter()
        known[fd] = transport
        transport.resume_reading()


def _check_sendfile_params(loop, sock, file, offset, count):
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')
    if sock.type != socket.SOCK_STREAM:
        raise ValueError('only SOCK_STREAM type sockets are supported')
    for value, least, wanted in ((count, 1, 'count must be a positive integer'),
                                 (offset, 0, 'offset must be a non-negative integer')):
        if value is None and wanted.startswith('count'):
            continue
        if not isinstance(value, int):
            raise TypeError(f'{wanted} (got {value!r})')
        if value < least:
            raise ValueError(f'{wanted} (got {value!r})')


async def _send_file(file, offset, count, send):
    seek = getattr(file, 'seek', None)
    if seek is not None:
        seek(offset)
    total = 0
    try:
        while count is None or total < count:
            data = file.read(_CHUNK if count is None else min(_CHUNK, count - total))
            if not data:
                break
            await send(data)
            total += len(data)
    finally:
        if seek is not None:
            seek(offset + total)
    return total
