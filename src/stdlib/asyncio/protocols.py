"""What hears of connections, datagrams and subprocesses."""

__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol')


class BaseProtocol:
    """What all kinds of protocols hear of."""

    __slots__ = ()

    def connection_made(self, transport):
        """There is a connection."""

    def connection_lost(self, exc):
        """The connection is no more; None means by our own wish or the peer's."""

    def pause_writing(self):
        """The transport keeps more than it wants to: write no more for now."""

    def resume_writing(self):
        """There is room in the transport again."""


class Protocol(BaseProtocol):
    """Hears of a stream of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Bytes have come."""

    def eof_received(self):
        """The other end will send no more; a true result keeps the transport open."""


class BufferedProtocol(BaseProtocol):
    """Hears of a stream of bytes that come into its own buffer."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """Give a buffer for what comes next."""

    def buffer_updated(self, nbytes):
        """So many bytes have come into the buffer."""

    def eof_received(self):
        """The other end will send no more; a true result keeps the transport open."""


class DatagramProtocol(BaseProtocol):
    """Hears of datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram has come."""

    def error_received(self, exc):
        """The system refuses to send or to receive."""


class SubprocessProtocol(BaseProtocol):
    """Hears of a child process."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The child has written to its standard output (1) or standard error (2)."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe to the child is closed."""

    def process_exited(self):
        """The child has ended."""


def _feed_data_to_buffered_proto(proto, data):
    while data:
        room = proto.get_buffer(len(data))
        if not len(room):
            raise RuntimeError('get_buffer() returned an empty buffer')
        part = data[:len(room)]
        room[:len(part)] = part
        proto.buffer_updated(len(part))
        data = data[len(part):]
        left = len(data)
