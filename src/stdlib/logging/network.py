"""Handlers that send records elsewhere: to sockets, the system's log, web servers, by mail."""

import logging
import contextlib
import pickle
import socket
import struct
import time

SYSLOG_UDP_PORT = SYSLOG_TCP_PORT = 514
DEFAULT_TCP_LOGGING_PORT, DEFAULT_UDP_LOGGING_PORT = 9020, 9021
DEFAULT_HTTP_LOGGING_PORT, DEFAULT_SOAP_LOGGING_PORT = 9022, 9023


class SocketHandler(logging.Handler):
    """Sends records, pickled, over a connection that is kept."""

    def __init__(self, host, port):
        logging.Handler.__init__(self)
        self.host = host
        self.port = port
        self.address = host if port is None else (host, port)
        self.sock = self.retryTime = None
        self.closeOnError = False
        # After a failure so many seconds pass before the next try, each time more, up to a most.
        self.retryStart, self.retryFactor, self.retryMax = 1.0, 2.0, 30.0

    def makeSocket(self, timeout=1):
        """Make a connection."""
        if self.port is not None:
            return socket.create_connection(self.address, timeout=timeout)
        with contextlib.ExitStack() as undo:
            made = undo.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
            made.settimeout(timeout)
            made.connect(self.address)
            undo.pop_all()
        return made

    def _disconnect(self):
        self.sock.close()
        self.sock = None

    def createSocket(self):
        """Try to connect, unless it is too early after the last failure."""
        now = time.time()
        if self.retryTime is not None and now < self.retryTime:
            return
        try:
            self.sock = self.makeSocket()
            self.retryTime = None
        except OSError:
            if self.retryTime is None:
                self.retryPeriod = self.retryStart
            else:
                self.retryPeriod = min(self.retryPeriod * self.retryFactor, self.retryMax)
            self.retryTime = now + self.retryPeriod

    def send(self, s):
        """Send bytes, connecting first if need be; what cannot be sent is lost."""
        if self.sock is None:
            self.createSocket()
        try:
            if self.sock:
                self.sock.sendall(s)
        except OSError:
            self._disconnect()

    def makePickle(self, record):
        """Return a record as bytes, with their length before them."""
        if record.exc_info:
            # The text of the exception is made now: it can be pickled, and the traceback cannot.
            self.format(record)
        content = dict(record.__dict__, msg=record.getMessage(), args=None, exc_info=None)
        content.pop("message", None)
        data = pickle.dumps(content, 1)
        return struct.pack(">L", len(data)) + data

    def handleError(self, record):
        """Say what went wrong; with closeOnError the connection is given up instead."""
        if not self.closeOnError or not self.sock:
            logging.Handler.handleError(self, record)
        else:
            self._disconnect()

    def emit(self, record):
        """Send a record."""
        try:
            self.send(self.makePickle(record))
        except Exception:
            self.handleError(record)

    def close(self):
        """Close the connection."""
        with self.lock:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()
            logging.Handler.close(self)


class DatagramHandler(SocketHandler):
    """Sends records, pickled, in datagrams."""

    def __init__(self, host, port):
        SocketHandler.__init__(self, host, port)
        self.closeOnError = False

    def makeSocket(self):
        """Make a socket for datagrams."""
        family = socket.AF_UNIX if self.port is None else socket.AF_INET
        return socket.socket(family, socket.SOCK_DGRAM)

    def send(self, s):
        """Send bytes; nobody says whether they arrive."""
        if self.sock is None:
            self.createSocket()
        self.sock.sendto(s, self.address)


_PRIORITIES = "emerg alert crit err warning notice info debug".split()
_FACILITIES = "kern user mail daemon auth syslog lpr news uucp cron authpriv ftp ntp security console solcron".split()
_LOCALS = [f"local{number}" for number in range(8)]


class SysLogHandler(logging.Handler):
    """Sends records to the system's log."""

    LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG = range(8)
    (LOG_KERN, LOG_USER, LOG_MAIL, LOG_DAEMON, LOG_AUTH, LOG_SYSLOG, LOG_LPR, LOG_NEWS, LOG_UUCP, LOG_CRON, LOG_AUTHPRIV,
     LOG_FTP, LOG_NTP, LOG_SECURITY, LOG_CONSOLE, LOG_SOLCRON) = range(16)
    LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2, LOG_LOCAL3, LOG_LOCAL4, LOG_LOCAL5, LOG_LOCAL6, LOG_LOCAL7 = range(16, 24)

    priority_names = {name: number for number, name in enumerate(_PRIORITIES)}
    priority_names.update(panic=0, critical=2, error=3, warn=4)
    facility_names = {name: number for number, name in enumerate(_FACILITIES + _LOCALS)}
    priority_map = {"DEBUG": "debug", "INFO": "info", "WARNING": "warning", "ERROR": "error", "CRITICAL": "critical"}
    ident = ""
    append_nul = True

    def __init__(self, address=("localhost", SYSLOG_UDP_PORT), facility=LOG_USER, socktype=None):
        logging.Handler.__init__(self)
        self.address, self.facility, self.socktype, self.socket = address, facility, socktype, None
        self.createSocket()

    def _connect_unixsocket(self, address):
        kinds = [socket.SOCK_DGRAM, socket.SOCK_STREAM] if self.socktype is None else [self.socktype]
        for kind in kinds:
            self.socket = socket.socket(socket.AF_UNIX, kind)
            try:
                self.socket.connect(address)
            except OSError:
                self.socket.close()
                if kind == kinds[-1]:
                    raise
            else:
                self.socktype = kind
                return

    def createSocket(self):
        """Reach the log: the program there may begin later, where the address is a name in the file system."""
        self.unixsocket = isinstance(self.address, str)
        if self.unixsocket:
            try:
                self._connect_unixsocket(self.address)
            except OSError:
                pass
            return
        if self.socktype is None:
            self.socktype = socket.SOCK_DGRAM
        host, port = self.address
        found = socket.getaddrinfo(host, port, 0, self.socktype)
        if not found:
            raise OSError("getaddrinfo returns an empty list")
        failure = None
        for family, kind, protocol, _, address in found:
            made = socket.socket(family, kind, protocol)
            try:
                if kind == socket.SOCK_STREAM:
                    made.connect(address)
            except OSError as error:
                made.close()
                failure = error
            else:
                self.socket, self.socktype = made, kind
                return
        raise failure

    def encodePriority(self, facility, priority):
        """Return both as one number; they may be names."""
        numbers = (
            names[given] if isinstance(given, str) else given
            for given, names in ((facility, self.facility_names), (priority, self.priority_names)))
        return next(numbers) << 3 | next(numbers)

    def mapPriority(self, levelName):
        """Return the name that the log has for a level."""
        return self.priority_map.get(levelName, "warning")

    def emit(self, record):
        """Send a record."""
        try:
            text = (self.ident or "") + self.format(record) + ("\0" if self.append_nul else "")
            priority = self.encodePriority(self.facility, self.mapPriority(record.levelname))
            message = f"<{priority}>{text}".encode()
            if not self.socket:
                self.createSocket()
            self._send(message)
        except Exception:
            self.handleError(record)

    def _send(self, message):
        if not self.unixsocket:
            is_datagram = self.socktype == socket.SOCK_DGRAM
            return self.socket.sendto(message, self.address) if is_datagram else self.socket.sendall(message)
        try:
            return self.socket.send(message)
        except OSError:
            # The log may have been started anew.
            self.socket.close()
            self._connect_unixsocket(self.address)
        return self.socket.send(message)

    def close(self):
        """Close the socket."""
        with self.lock:
            sock, self.socket = self.socket, None
            if sock:
                sock.close()
            logging.Handler.close(self)


class SMTPHandler(logging.Handler):
    """Sends records by mail, which needs the module smtplib."""

    def __init__(self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0):
        logging.Handler.__init__(self)
        self.mailhost, self.mailport = mailhost if isinstance(mailhost, (list, tuple)) else (mailhost, None)
        self.username, self.password = credentials if isinstance(credentials, (list, tuple)) else (credentials, None)
        self.fromaddr = fromaddr
        self.toaddrs = [toaddrs] if isinstance(toaddrs, str) else toaddrs
        self.subject = subject
        self.secure = secure
        self.timeout = timeout

    def getSubject(self, record):
        """Return the subject of the mail."""
        return self.subject

    def emit(self, record):
        """Send a record."""
        try:
            import smtplib
            server = smtplib.SMTP(self.mailhost, self.mailport or smtplib.SMTP_PORT, timeout=self.timeout)
            head = f"From: {self.fromaddr}\r\nTo: {','.join(self.toaddrs)}\r\nSubject: {self.getSubject(record)}\r\n\r\n"
            server.sendmail(self.fromaddr, self.toaddrs, head + self.format(record))
            server.quit()
        except Exception:
            self.handleError(record)


class NTEventLogHandler(logging.Handler):
    """Sends records to the log of Windows, which is not here."""

    def __init__(self, appname, dllname=None, logtype="Application"):
        logging.Handler.__init__(self)
        self.appname = appname
        self.dllname = dllname
        self.logtype = logtype
        self._welu = None
        print("The Python Win32 extensions for NT (service, event logging) appear not to be available.")

    def getMessageID(self, record):
        """Return the number of the message."""
        return 1

    def getEventCategory(self, record):
        """Return the category of the event."""
        return 0

    def getEventType(self, record):
        """Return the type of the event."""
        return self.typemap.get(record.levelno, self.deftype)

    def emit(self, record):
        """Do nothing: there is no such log."""

    def close(self):
        """Close the handler."""
        logging.Handler.close(self)


class HTTPHandler(logging.Handler):
    """Sends records to a web server, as a form that is filled in."""

    def __init__(self, host, url, method="GET", secure=False, credentials=None, context=None):
        logging.Handler.__init__(self)
        method = method.upper()
        if method not in ("GET", "POST"):
            raise ValueError("method must be GET or POST")
        if not secure and context is not None:
            raise ValueError("context parameter only makes sense with secure=True")
        self.host, self.url, self.method = host, url, method
        self.secure, self.credentials, self.context = secure, credentials, context

    def mapLogRecord(self, record):
        """Return what is sent of a record."""
        return record.__dict__

    def getConnection(self, host, secure):
        """Connect to the server."""
        if secure:
            raise NotImplementedError("there is no module ssl")
        name, _, port = host.partition(":")
        return socket.create_connection((name, int(port or 80)))

    def emit(self, record):
        """Send a record, and wait for the answer."""
        try:
            from urllib.parse import urlencode
            data = urlencode(self.mapLogRecord(record))
            url = self.url
            if self.method == "GET":
                url += ("&" if "?" in url else "?") + data
            head = [f"{self.method} {url} HTTP/1.1", f"Host: {self.host.partition(':')[0]}", "Connection: close"]
            if self.method == "POST":
                head += ["Content-type: application/x-www-form-urlencoded", f"Content-length: {len(data)}"]
            if self.credentials:
                from base64 import b64encode
                head.append("Authorization: Basic " + b64encode(":".join(self.credentials).encode()).decode())
            body = data if self.method == "POST" else ""
            with self.getConnection(self.host, self.secure) as connection:
                connection.sendall("\r\n".join([*head, "", body]).encode())
                while connection.recv(4096):
                    pass
        except Exception:
            self.handleError(record)
