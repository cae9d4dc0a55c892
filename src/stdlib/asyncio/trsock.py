"""The socket of a transport, without what would interfere with it."""


class TransportSocket:
    """A socket that can be looked at and given options."""

    __slots__ = ('_sock',)

    def __init__(self, sock):
        self._sock = sock

    def __repr__(self):
        fd = self.fileno()
        shown = [f'fd={fd}', f'family={self.family!s}', f'type={self.type!s}', f'proto={self.proto}']
        for name, get in () if fd == -1 else (('laddr', self.getsockname), ('raddr', self.getpeername)):
            try:
                address = get()
            except OSError:
                continue
            shown += [f'{name}={address}'] * bool(address)
        return f'<asyncio.TransportSocket {", ".join(shown)}>'

    def __getstate__(self):
        raise TypeError('Cannot serialize asyncio.TransportSocket object')

    # The transport's socket never blocks, and nobody else may change that.

    def gettimeout(self):
        return 0

    def settimeout(self, value):
        if value != 0:
            raise ValueError('settimeout(): only 0 timeout is allowed on transport sockets')

    def setblocking(self, flag):
        if flag:
            raise ValueError('setblocking(): transport sockets cannot be blocking')


def _same_attribute(name):
    return property(lambda self: getattr(self._sock, name))


def _same_method(name):
    def method(self, *args, **options):
        return getattr(self._sock, name)(*args, **options)
    method.__name__, method.__qualname__ = name, f'TransportSocket.{name}'
    return method


for _name in 'family', 'type', 'proto':
    setattr(TransportSocket, _name, _same_attribute(_name))
for _name in ('fileno', 'dup', 'get_inheritable', 'shutdown', 'getsockopt', 'setsockopt', 'getpeername', 'getsockname',
              'getsockbyname'):
    setattr(TransportSocket, _name, _same_method(_name))
del _name
