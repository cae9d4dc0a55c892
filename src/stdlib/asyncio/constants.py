"""Limits and defaults."""

from _named_numbers import named as _named

# Seconds.
ACCEPT_RETRY_DELAY = 1
SSL_SHUTDOWN_TIMEOUT, SSL_HANDSHAKE_TIMEOUT, THREAD_JOIN_TIMEOUT = 30.0, 60.0, 300

# Bytes.
SENDFILE_FALLBACK_READBUFFER_SIZE = 0x40000

# In units of 1024 bytes.
FLOW_CONTROL_HIGH_WATER_SSL_READ, FLOW_CONTROL_HIGH_WATER_SSL_WRITE = 256, 512

# Writes to a lost connection before the first warning; frames of where something was made.
LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5
DEBUG_STACK_DEPTH = 10

_SendfileMode = _named('_SendfileMode', {'UNSUPPORTED': 1, 'TRY_NATIVE': 2, 'FALLBACK': 3}, __name__)
