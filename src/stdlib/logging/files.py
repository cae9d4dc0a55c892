"""Setting up logging from a file in sections, and from what comes over the network."""

import io
import logging
import logging.handlers
import os
import struct
import threading


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Set up logging from a file with sections: a name, an open file, or what configparser has read."""
    from logging.config import _Existing, _forget_handlers
    parser = _parsed(fname, defaults, encoding)
    with logging._lock:
        formatters = _formatters(parser)
        _forget_handlers()
        handlers = _handlers(parser, formatters)
        names = _names(parser["loggers"]["keys"])
        names.remove("root")
        existing = _Existing()
        _set_up(logging.root, parser["logger_root"], handlers)
        for name in names:
            section = parser[f"logger_{name}"]
            existing.named(section["qualname"])
            logger = logging.getLogger(section["qualname"])
            logger.propagate = section.getint("propagate", fallback=1)
            _set_up(logger, section, handlers)
            logger.disabled = 0
        existing.settle(disable_existing_loggers)


def _parsed(fname, defaults, encoding):
    import configparser
    if isinstance(fname, configparser.RawConfigParser):
        return fname
    if isinstance(fname, str):
        if not os.path.exists(fname):
            raise FileNotFoundError(f"{fname} doesn't exist")
        if not os.path.getsize(fname):
            raise RuntimeError(f"{fname} is an empty file")
    parser = configparser.ConfigParser(defaults)
    try:
        if hasattr(fname, "readline"):
            parser.read_file(fname)
        else:
            parser.read(fname, encoding=io.text_encoding(encoding))
    except configparser.ParsingError as error:
        raise RuntimeError(f"{fname} is invalid: {error}")
    return parser


def _names(text):
    return [name.strip() for name in text.split(",")] if text.strip() else []


def _evaluated(text):
    return eval(text, vars(logging))


def _formatters(parser):
    from logging.config import _resolve
    made = {}
    for name in _names(parser["formatters"]["keys"]):
        section = parser[f"formatter_{name}"]
        kind = _resolve(section["class"]) if section.get("class") else logging.Formatter
        options = {}
        if section.get("defaults", fallback=None) is not None:
            options["defaults"] = _evaluated(section.get("defaults"))
        made[name] = kind(section.get("format", raw=True, fallback=None), section.get("datefmt", raw=True, fallback=None),
                          section.get("style", raw=True, fallback="%"), **options)
    return made


def _handlers(parser, formatters):
    from logging.config import _resolve
    made, targets = {}, {}
    for name in _names(parser["handlers"]["keys"]):
        section = parser[f"handler_{name}"]
        try:
            kind = eval(section["class"], vars(logging))
        except (AttributeError, NameError):
            kind = _resolve(section["class"])
        handler = kind(*_evaluated(section.get("args", "()")), **_evaluated(section.get("kwargs", "{}")))
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter", ""):
            handler.setFormatter(formatters[section["formatter"]])
        if issubclass(kind, logging.handlers.MemoryHandler) and section.get("target", ""):
            targets[handler] = section["target"]
        made[name] = handler
    for handler, target in targets.items():
        handler.setTarget(made[target])
    return made


def _set_up(logger, section, handlers):
    if "level" in section:
        logger.setLevel(section["level"])
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in _names(section["handlers"]):
        logger.addHandler(handlers[name])


class _Server(threading.Thread):
    """Takes configurations: four bytes that say how long, then the text."""

    def __init__(self, port, verify):
        super().__init__()
        self.port = port
        self.verify = verify
        self.ready = threading.Event()
        self.ending = False

    def run(self):
        import socket
        with socket.create_server(("localhost", self.port)) as listening:
            self.port = listening.getsockname()[1]
            self.listening = listening
            self.ready.set()
            listening.settimeout(0.1)
            while not self.ending:
                try:
                    connection, _ = listening.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.settimeout(None)
                    self._take(connection)

    def _take(self, connection):
        try:
            head = _exactly(connection, 4)
            if head is None:
                return
            data = _exactly(connection, struct.unpack(">L", head)[0])
            if data is not None and self.verify is not None:
                data = self.verify(data)
            if data is not None:
                _apply(data.decode())
        except OSError:
            # Who sent it has gone.
            pass


def _exactly(connection, count):
    data = b""
    while len(data) < count:
        part = connection.recv(count - len(data))
        if not part:
            return None
        data += part
    return data


def _apply(text):
    import json
    from logging.config import dictConfig
    try:
        config = json.loads(text)
        assert isinstance(config, dict)
        dictConfig(config)
    except Exception:
        try:
            fileConfig(io.StringIO(text))
        except Exception:
            import traceback
            traceback.print_exc()


_listener = None


def listen(port=9030, verify=None):
    """Return a thread that takes new configurations at a port; it is to be started, and ends by stopListening()."""
    global _listener
    _listener = _Server(port, verify)
    return _listener


def stopListening():
    """End the thread that takes configurations."""
    global _listener
    server, _listener = _listener, None
    if server is not None:
        server.ending = True
