"""The names of TLS over transports, which there is not: making one of these objects says so."""

import enum

from asyncio import protocols, transports


class SSLProtocolState(enum.Enum):
    UNWRAPPED = 'UNWRAPPED'
    DO_HANDSHAKE = 'DO_HANDSHAKE'
    WRAPPED = 'WRAPPED'
    FLUSHING = 'FLUSHING'
    SHUTDOWN = 'SHUTDOWN'


class AppProtocolState(enum.Enum):
    STATE_INIT = 'STATE_INIT'
    STATE_CON_MADE = 'STATE_CON_MADE'
    STATE_EOF = 'STATE_EOF'
    STATE_CON_LOST = 'STATE_CON_LOST'


class _Refused:
    def __init__(self, *args, **options):
        raise NotImplementedError('TLS is not supported: there is no ssl module')


class SSLProtocol(_Refused, protocols.BufferedProtocol):
    """What would stand between a transport and a protocol that talk in secret."""


class _SSLProtocolTransport(_Refused, transports.Transport):
    """What such a protocol would write to."""
