"""Sockets."""

import _socket
from _socket import (error, gaierror, getdefaulttimeout, gethostname, getservbyname, getservbyport, has_ipv6, herror,
                     htonl, htons, inet_aton, inet_ntoa, inet_ntop, inet_pton, ntohl, ntohs, setdefaulttimeout, timeout)
from _named_numbers import named
import io
from array import array as _array

SocketType = _socket.SocketType

_NUMBERS = {_name: _value for _name, _value in vars(_socket).items() if type(_value) is int}


def _names(*beginnings):
    found = [(number, name) for name, number in _NUMBERS.items() if name.startswith(beginnings)]
    return {name: number for number, name in sorted(found)}


AddressFamily = named('AddressFamily', _names('AF_'), __name__)
SocketKind = named('SocketKind', _names('SOCK_'), __name__)
MsgFlag = named('MsgFlag', _names('MSG_'), __name__)
AddressInfo = named('AddressInfo', _names('AI_'), __name__)
globals().update(_NUMBERS)
for _enum in (AddressFamily, SocketKind, MsgFlag, AddressInfo):
    globals().update(_enum.__members__)
del _enum

EBADF, EAGAIN, EWOULDBLOCK = 9, 11, 11

__all__ = ['fromfd', 'getfqdn', 'create_connection', 'create_server', 'has_dualstack_ipv6', 'AddressFamily', 'SocketKind',
           'socketpair', 'socket', 'getaddrinfo', 'getnameinfo', 'gethostbyname', 'gethostname', 'timeout', 'error',
           'gaierror', 'herror', 'SocketType', 'has_ipv6', 'close', 'dup', 'CMSG_LEN', 'CMSG_SPACE', 'gethostbyaddr',
           'gethostbyname_ex', 'getprotobyname', 'getservbyname', 'getservbyport', 'getdefaulttimeout',
           'setdefaulttimeout', 'sethostname', 'htonl', 'htons', 'ntohl', 'ntohs', 'inet_aton', 'inet_ntoa', 'inet_ntop',
           'inet_pton', 'if_indextoname', 'if_nameindex', 'if_nametoindex', 'recv_fds', 'send_fds', *_NUMBERS]


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
        """What kind of addresses it has."""
        return _named(AddressFamily, super().family)

    @property
    def type(self):
        """What kind of connection it makes."""
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
        """Send several pieces of data as one; descriptors may come with them."""
        data = b''.join(memoryview(each).cast('B') for each in buffers)
        descriptors = _array('i')
        for level, kind, content in ancdata:
            if (level, kind) != (SOL_SOCKET, SCM_RIGHTS):
                raise NotImplementedError('sendmsg(): ancillary data other than descriptors is not supported')
            descriptors.frombytes(bytes(content))
        if descriptors:
            return self._sendmsg(data, list(descriptors), flags)
        return self.send(data, flags) if address is None else self.sendto(data, flags, address)

    def recvmsg(self, bufsize, ancbufsize=0, flags=0):
        """Receive data, and descriptors that come with them."""
        if ancbufsize < 0:
            raise ValueError('invalid ancillary data buffer length')
        most = max(0, ancbufsize - CMSG_LEN(0)) // 4
        data, descriptors, flags, address = self._recvmsg(bufsize, most, flags)
        ancillary = [(SOL_SOCKET, SCM_RIGHTS, _array('i', descriptors).tobytes())] if descriptors else []
        return data, ancillary, flags, address

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0):
        """Receive data into buffers; return how many bytes, and what comes with them."""
        views = [memoryview(each).cast('B') for each in buffers]
        data, *rest = self.recvmsg(sum(map(len, views)), ancbufsize, flags)
        at = 0
        for view in views:
            part = data[at:at + len(view)]
            view[:len(part)] = part
            at += len(part)
        return len(data), *rest

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


def gethostbyaddr(host, /):
    """Return the name, the aliases and the addresses of a host that is given by its address."""
    family, _, _, _, address = getaddrinfo(host, 0, type=SOCK_STREAM)[0]
    name, _ = getnameinfo(address, 0)
    if name == address[0]:
        raise herror(1, 'Unknown host')
    return name, [], [address[0]]


_PROTOCOLS = {'ip': 0, 'icmp': 1, 'igmp': 2, 'ipv4': 4, 'ipip': 4, 'tcp': 6, 'egp': 8, 'pup': 12, 'udp': 17, 'idp': 22,
              'ipv6': 41, 'rsvp': 46, 'gre': 47, 'esp': 50, 'ah': 51, 'ipv6-icmp': 58, 'pim': 103, 'sctp': 132,
              'udplite': 136}


def getprotobyname(name, /):
    """Return the number of a protocol."""
    if name not in _PROTOCOLS:
        raise error('protocol not found')
    return _PROTOCOLS[name]


def sethostname(name, /):
    """Say what this machine is called."""
    import posix
    posix._sethostname(name)


def if_nameindex():
    """Return the numbers and names of the network's interfaces."""
    import os
    found = []
    for name in os.listdir('/sys/class/net'):
        with io.open(f'/sys/class/net/{name}/ifindex') as file:
            found.append((int(file.read()), name))
    return sorted(found)


def if_nametoindex(oname, /):
    """Return the number of an interface."""
    for number, name in if_nameindex():
        if name == oname:
            return number
    raise error('no interface with this name')


def if_indextoname(if_index, /):
    """Return the name of an interface."""
    for number, name in if_nameindex():
        if number == if_index:
            return name
    raise error(6, 'No such device or address')


def CMSG_LEN(length, /):
    """Return how much room a piece of ancillary data takes."""
    if length < 0:
        raise OverflowError('CMSG_LEN() argument out of range')
    return 16 + length


def CMSG_SPACE(length, /):
    """Return how much room a piece of ancillary data takes that another may follow."""
    if length < 0:
        raise OverflowError('CMSG_SPACE() argument out of range')
    return 16 + (length + 7 & ~7)


def send_fds(sock, buffers, fds, flags=0, address=None):
    """Send descriptors over a socket of this machine, with some data."""
    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, _array('i', fds))])


def recv_fds(sock, bufsize, maxfds, flags=0):
    """Receive some data and up to maxfds descriptors; return both, flags and the address."""
    data, ancillary, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * 4))
    descriptors = _array('i')
    for level, kind, content in ancillary:
        descriptors.frombytes(content)
    return data, list(descriptors), flags, address


def getfqdn(name=''):
    """Return the full name of a host, as far as it is known."""
    name = name.strip()
    return gethostname() if not name or name in ('0.0.0.0', '::') else name


_GLOBAL_DEFAULT_TIMEOUT = object()


def _connected(sock, address, timeout, source):
    """The socket, connected; closed where that fails."""
    try:
        if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            sock.settimeout(timeout)
        if source:
            sock.bind(source)
        sock.connect(address)
    except error:
        sock.close()
        raise
    return sock


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
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
