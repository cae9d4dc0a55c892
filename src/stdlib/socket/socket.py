"""Sockets."""

import _socket
from _socket import (error, gaierror, getdefaulttimeout, gethostname, getservbyname, getservbyport, has_ipv6, herror,
                     htonl, htons, inet_aton, inet_ntoa, inet_ntop, inet_pton, ntohl, ntohs, setdefaulttimeout, timeout)
from _named_numbers import named
import io

SocketType = _socket.SocketType

AddressFamily = named('AddressFamily', {
    'AF_UNSPEC': 0, 'AF_UNIX': 1, 'AF_INET': 2, 'AF_INET6': 10, 'AF_NETLINK': 16, 'AF_PACKET': 17,
}, __name__)
SocketKind = named('SocketKind', {
    'SOCK_STREAM': 1, 'SOCK_DGRAM': 2, 'SOCK_RAW': 3, 'SOCK_RDM': 4, 'SOCK_SEQPACKET': 5, 'SOCK_NONBLOCK': 2048,
    'SOCK_CLOEXEC': 524288,
}, __name__)
MsgFlag = named('MsgFlag', {
    'MSG_OOB': 1, 'MSG_PEEK': 2, 'MSG_DONTROUTE': 4, 'MSG_CTRUNC': 8, 'MSG_TRUNC': 32, 'MSG_DONTWAIT': 64,
    'MSG_EOR': 128, 'MSG_WAITALL': 256, 'MSG_NOSIGNAL': 16384, 'MSG_MORE': 32768,
}, __name__)
AddressInfo = named('AddressInfo', {
    'AI_PASSIVE': 1, 'AI_CANONNAME': 2, 'AI_NUMERICHOST': 4, 'AI_V4MAPPED': 8, 'AI_ALL': 16, 'AI_ADDRCONFIG': 32,
    'AI_NUMERICSERV': 1024,
}, __name__)
for _enum in (AddressFamily, SocketKind, MsgFlag, AddressInfo):
    globals().update(_enum.__members__)
del _enum

SOL_SOCKET = 1
SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_DONTROUTE, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF = 1, 2, 3, 4, 5, 6, 7, 8
SO_KEEPALIVE, SO_OOBINLINE, SO_LINGER, SO_REUSEPORT, SO_ACCEPTCONN, SO_PROTOCOL, SO_DOMAIN = 9, 10, 13, 15, 30, 38, 39
SO_RCVTIMEO, SO_SNDTIMEO = 20, 21
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, IPPROTO_RAW = 0, 1, 6, 17, 41, 255
SOL_IP, SOL_TCP, SOL_UDP = 0, 6, 17
TCP_NODELAY, TCP_MAXSEG, TCP_CORK, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT = 1, 2, 3, 4, 5, 6
TCP_QUICKACK, TCP_USER_TIMEOUT, TCP_FASTOPEN = 12, 18, 23
IP_TOS, IP_TTL, IP_MULTICAST_IF, IP_MULTICAST_TTL, IP_MULTICAST_LOOP = 1, 2, 32, 33, 34
IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP = 35, 36
IPV6_V6ONLY, IPV6_UNICAST_HOPS, IPV6_MULTICAST_IF, IPV6_MULTICAST_HOPS, IPV6_MULTICAST_LOOP = 26, 16, 17, 18, 19
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOMAXCONN = 4096
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST, INADDR_NONE = 0, 0x7F000001, 0xFFFFFFFF, 0xFFFFFFFF
NI_NUMERICHOST, NI_NUMERICSERV, NI_NOFQDN, NI_NAMEREQD, NI_DGRAM = 1, 2, 4, 8, 16
NI_MAXHOST, NI_MAXSERV = 1025, 32
EAI_AGAIN, EAI_BADFLAGS, EAI_FAIL, EAI_FAMILY, EAI_MEMORY, EAI_NODATA, EAI_NONAME, EAI_SERVICE, EAI_SOCKTYPE = (
    -3, -1, -4, -6, -10, -5, -2, -8, -7)
EBADF, EAGAIN, EWOULDBLOCK = 9, 11, 11

__all__ = ['fromfd', 'getfqdn', 'create_connection', 'create_server', 'has_dualstack_ipv6', 'AddressFamily', 'SocketKind',
           'socketpair', 'socket', 'getaddrinfo', 'getnameinfo', 'gethostbyname', 'gethostname', 'timeout', 'error',
           'gaierror', 'herror', 'SocketType', 'has_ipv6', 'close', 'dup']
__all__ += [_name for _name in list(globals()) if _name.isupper() and not _name.startswith('_')]


def _named(kind, number):
    try:
        return kind(number)
    except ValueError:
        return number


class socket(_socket.socket):
    """A socket."""

    __slots__ = ['__weakref__', '_io_refs', '_closed']

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _socket.socket.__init__(self, family, type, proto, fileno)
        # A file made from the socket keeps it open.
        self._io_refs = 0
        self._closed = False

    def __del__(self):
        if self.fileno() != -1:
            from warnings import warn
            warn(f'unclosed {self!r}', ResourceWarning, source=self)
            _socket.socket.close(self)

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __enter__(self):
        return self

    def __repr__(self):
        cls = self.__class__
        closed = getattr(self, '_closed', False)
        shown = (f'<{cls.__module__}.{cls.__qualname__}{" [closed]" if closed else ""} fd={self.fileno()}, '
                 f'family={self.family!s}, type={self.type!s}, proto={self.proto}')
        if not closed:
            for name, get in (('laddr', self.getsockname), ('raddr', self.getpeername)):
                try:
                    address = get()
                except (OSError, AttributeError):
                    continue
                if address:
                    shown += f', {name}={address}'
        return shown + '>'

    def __getstate__(self):
        raise TypeError(f'cannot pickle {self.__class__.__name__!r} object')

    @property
    def family(self):
        """Read-only access to the address family for this socket."""
        return _named(AddressFamily, super().family)

    @property
    def type(self):
        """Read-only access to the socket type."""
        return _named(SocketKind, super().type)

    def dup(self):
        """Duplicate the socket; the duplicate is not inherited by children."""
        sock = self.__class__(self.family, self.type, self.proto, fileno=_socket.dup(self.fileno()))
        sock.settimeout(self.gettimeout())
        return sock

    def accept(self):
        """Wait for a connection; return a new socket for it, and the address of the client."""
        number, client = self._accept()
        own = socket(self.family, self.type, self.proto, fileno=number)
        # A time limit of the listening socket is not that of its connections.
        if self.gettimeout() and getdefaulttimeout() is None:
            own.setblocking(True)
        return own, client

    def recv_into(self, buffer, nbytes=0, flags=0):
        """Receive into a buffer; return how many bytes."""
        view = memoryview(buffer).cast('B')
        if nbytes < 0:
            raise ValueError('negative buffersize in recv_into')
        data = self.recv(nbytes or len(view), flags)
        view[:len(data)] = data
        return len(data)

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        """Receive into a buffer; return how many bytes, and whose they are."""
        view = memoryview(buffer).cast('B')
        if nbytes < 0:
            raise ValueError('negative buffersize in recvfrom_into')
        if nbytes > len(view):
            raise ValueError('nbytes is greater than the length of the buffer')
        data, address = self.recvfrom(nbytes or len(view), flags)
        view[:len(data)] = data
        return len(data), address

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None):
        """Send several pieces of data as one."""
        data = b''.join(buffers)
        if list(ancdata):
            raise NotImplementedError('sendmsg(): ancillary data is not supported')
        return self.send(data, flags) if address is None else self.sendto(data, flags, address)

    def recvmsg(self, bufsize, ancbufsize=0, flags=0):
        """Receive data; there is no ancillary data."""
        data, address = self.recvfrom(bufsize, flags)
        return data, [], 0, address

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        """Return a file that reads or writes the socket."""
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        raw = SocketIO(self, ('r' if reading else '') + ('w' if writing else ''))
        self._io_refs += 1
        size = io.DEFAULT_BUFFER_SIZE if buffering is None or buffering < 0 else buffering
        if not size and 'b' not in mode:
            raise ValueError('unbuffered streams must be binary')
        if not size:
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, size)
        else:
            buffer = (io.BufferedReader if reading else io.BufferedWriter)(raw, size)
        if 'b' in mode:
            return buffer
        text = io.TextIOWrapper(buffer, io.text_encoding(encoding), errors, newline)
        text.mode = mode
        return text

    def sendfile(self, file, offset=0, count=None):
        """Send a file until its end, or so many bytes of it."""
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if not self.type & SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset:
            file.seek(offset)
        total = 0
        while count is None or total < count:
            data = file.read(8192 if count is None else min(8192, count - total))
            if not data:
                break
            self.sendall(data)
            total += len(data)
        return total

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def close(self):
        """Close the socket, once no file made from it is open."""
        self._closed = True
        if self._io_refs <= 0:
            _socket.socket.close(self)

    def detach(self):
        """Close the object without closing the descriptor; return that."""
        self._closed = True
        return super().detach()

    def get_inheritable(self):
        """Return whether children inherit the socket: they do not."""
        return False

    def set_inheritable(self, inheritable):
        """Children are given what they need when they are started."""


class SocketIO(io.RawIOBase):
    """A socket as an unbuffered file."""

    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw'):
            raise ValueError('invalid mode: %r' % mode)
        io.RawIOBase.__init__(self)
        self._sock = sock
        self._mode = mode
        self._timed_out = False

    @property
    def mode(self):
        return self._mode + 'b'

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    def fileno(self):
        self._check()
        return self._sock.fileno()

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')

    def readable(self):
        self._check()
        return 'r' in self._mode

    def writable(self):
        self._check()
        return 'w' in self._mode

    def seekable(self):
        self._check()
        return False

    def readinto(self, b):
        """Read up to len(b) bytes; None: nothing has come yet."""
        self._check()
        if self._timed_out:
            raise OSError('cannot read from timed out object')
        try:
            return self._sock.recv_into(b)
        except timeout:
            self._timed_out = True
            raise
        except BlockingIOError:
            return None

    def write(self, b):
        """Write what fits; None: nothing fits now."""
        self._check()
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def close(self):
        if self.closed:
            return
        io.RawIOBase.close(self)
        self._sock._decref_socketios()
        self._sock = None


def fromfd(fd, family, type, proto=0):
    """Make a socket from a duplicate of a descriptor."""
    return socket(family, type, proto, _socket.dup(fd))


def dup(fd, /):
    """Duplicate a descriptor."""
    return _socket.dup(fd)


def close(fd, /):
    """Close a descriptor."""
    _socket.close(fd)


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Make two sockets that are connected to each other."""
    if family is None:
        family = AF_UNIX
    a, b = _socket.socketpair(family, type, proto)
    return socket(family, type, proto, a), socket(family, type, proto, b)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """Look up a host and a service; return the addresses as (family, type, proto, canonname, sockaddr)."""
    return [(_named(AddressFamily, found[0]), _named(SocketKind, found[1])) + found[2:]
            for found in _socket.getaddrinfo(host, port, family, type, proto, flags)]


def getnameinfo(sockaddr, flags, /):
    """Return the host and service of an address, in numbers where no name is known."""
    if not isinstance(sockaddr, tuple):
        raise TypeError('getnameinfo() argument 1 must be a tuple')
    host, port = sockaddr[:2]
    if not flags & NI_NUMERICHOST and host in ('127.0.0.1', '::1'):
        host = 'localhost'
    if not flags & NI_NUMERICSERV:
        try:
            return host, getservbyport(port)
        except OSError:
            pass
    return host, str(port)


def gethostbyname(host, /):
    """Return the IPv4 address of a host."""
    return _socket.gethostbyname(host)


def gethostbyname_ex(host, /):
    """Return the name, the aliases and the addresses of a host."""
    found = getaddrinfo(host, None, AF_INET, SOCK_STREAM)
    return host, [], [address[4][0] for address in found]


def getfqdn(name=''):
    """Return the full name of a host, as far as it is known."""
    name = name.strip()
    return gethostname() if not name or name in ('0.0.0.0', '::') else name


_UNSET = object()


def _connected(sock, address, timeout, source):
    """The socket, connected; closed where that fails."""
    try:
        if timeout is not _UNSET:
            sock.settimeout(timeout)
        if source:
            sock.bind(source)
        sock.connect(address)
    except error:
        sock.close()
        raise
    return sock


def create_connection(address, timeout=_UNSET, source_address=None, *, all_errors=False):
    """Connect to an address; return the socket."""
    host, port = address
    exceptions = []
    for family, kind, proto, _, sockaddr in getaddrinfo(host, port, 0, SOCK_STREAM):
        try:
            return _connected(socket(family, kind, proto), sockaddr, timeout, source_address)
        except error as exc:
            if not all_errors:
                exceptions.clear()
            exceptions.append(exc)
    if not exceptions:
        raise error('getaddrinfo returns an empty list')
    try:
        if not all_errors:
            raise exceptions[0]
        raise ExceptionGroup('create_connection failed', exceptions)
    finally:
        exceptions.clear()


def has_dualstack_ipv6():
    """Return True if a socket can take connections of both families."""
    return True


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """Make a socket that takes connections at an address."""
    if dualstack_ipv6 and family != AF_INET6:
        raise ValueError('dualstack_ipv6 requires AF_INET6 family')
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            sock.bind(address)
        except error as err:
            raise error(err.errno, '%s (while attempting to bind on address %r)' % (err.strerror, address)) from None
        sock.listen(*(() if backlog is None else (backlog,)))
    except error:
        sock.close()
        raise
    return sock
