"""Setting up logging from a dictionary."""

import errno
import logging
import logging.handlers
import re

DEFAULT_LOGGING_CONFIG_PORT = 9030
RESET_ERROR = errno.ECONNRESET
IDENTIFIER = re.compile("^[a-z_][a-z0-9_]*$", re.I)


def valid_ident(s):
    """Whether a text is an identifier."""
    if not IDENTIFIER.match(s):
        raise ValueError(f"Not a valid Python identifier: {s!r}")
    return True


class ConvertingMixin:
    """What the containers of a configuration have in common: their items are converted when they are asked for."""

    def convert_with_key(self, key, value, replace=True):
        """Convert an item, and keep what it has become if so."""
        result = self.configurator.convert(value)
        if result is not value:
            if replace:
                self[key] = result
            self._adopt(result, key)
        return result

    def convert(self, value):
        """Convert an item that is not kept."""
        result = self.configurator.convert(value)
        if result is not value:
            self._adopt(result, None)
        return result

    def _adopt(self, child, key):
        if type(child) in (ConvertingDict, ConvertingList, ConvertingTuple):
            child.parent = self
            if key is not None:
                child.key = key


class ConvertingDict(dict, ConvertingMixin):
    """A dictionary whose values are converted when they are asked for."""

    def __getitem__(self, key):
        return self.convert_with_key(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self.convert_with_key(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, ConvertingMixin):
    """A list whose items are converted when they are asked for."""

    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, ConvertingMixin):
    """A tuple whose items are converted when they are asked for."""

    def __getitem__(self, key):
        return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)


class BaseConfigurator:
    """Makes objects of what a dictionary says."""

    CONVERT_PATTERN = re.compile(r"^(?P<prefix>[a-z]+)://(?P<suffix>.*)$")
    WORD_PATTERN = re.compile(r"^\s*(\w+)\s*")
    DOT_PATTERN = re.compile(r"^\.\s*(\w+)\s*")
    INDEX_PATTERN = re.compile(r"^\[([^\[\]]*)\]\s*")
    DIGIT_PATTERN = re.compile(r"^\d+$")

    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        """Return what a dotted name means, importing modules as needed."""
        first, *rest = s.split(".")
        path = first
        try:
            found = self.importer(path)
            for name in rest:
                path = f"{path}.{name}"
                if not hasattr(found, name):
                    self.importer(path)
                found = getattr(found, name)
            return found
        except ImportError as error:
            raise ValueError(f"Cannot resolve {s!r}: {error}") from error

    def ext_convert(self, value):
        """Convert what stands behind ext://."""
        return self.resolve(value)

    def cfg_convert(self, value):
        """Convert what stands behind cfg://: a way through the configuration."""
        step = self.WORD_PATTERN.match(value)
        if step is None:
            raise ValueError(f"Unable to convert {value!r}")
        found = self.config[step[1]]
        rest = value[step.end():]
        while rest:
            step = self.DOT_PATTERN.match(rest)
            if step:
                found = found[step[1]]
            else:
                step = self.INDEX_PATTERN.match(rest)
                if step is None:
                    raise ValueError(f"Unable to convert {value!r} at {rest!r}")
                found = self._indexed(found, step[1])
            rest = rest[step.end():]
        return found

    def _indexed(self, found, key):
        if self.DIGIT_PATTERN.match(key):
            try:
                return found[int(key)]
            except TypeError:
                pass
        return found[key]

    def convert(self, value):
        """Return a container that converts, what ext:// or cfg:// stand for, or the value itself."""
        kinds = {dict: ConvertingDict, list: ConvertingList, tuple: ConvertingTuple}
        if isinstance(value, str):
            step = self.CONVERT_PATTERN.match(value)
            if step:
                name = self.value_converters.get(step["prefix"])
                if name:
                    return getattr(self, name)(step["suffix"])
            return value
        for plain, kind in kinds.items():
            if isinstance(value, plain) and not isinstance(value, kind) and not hasattr(value, "_fields"):
                value = kind(value)
                value.configurator = self
        return value

    def configure_custom(self, config):
        """Make an object by the factory under the key '()'."""
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        result = factory(**{key: config[key] for key in config if key.isidentifier() and key != "."})
        for name, value in (config.get(".") or {}).items():
            setattr(result, name, value)
        return result

    def as_tuple(self, value):
        """Return lists as tuples."""
        return tuple(value) if isinstance(value, list) else value


class DictConfigurator(BaseConfigurator):
    """Sets up logging. What is made of a part of the dictionary takes that part's place, so that other parts find it."""

    def configure(self):
        """Set up logging as the dictionary says."""
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        with logging._lock:
            if config.pop("incremental", False):
                self._configure_more()
            else:
                self._configure_anew()

    def _each(self, section, what, make, names=None):
        """Do something with each part of a section; what fails is said with its name."""
        parts = self.config.get(section, {})
        for name in parts if names is None else names:
            try:
                make(name, parts[name])
            except Exception as error:
                raise ValueError(f"Unable to configure {what} {name!r}") from error

    def _configure_more(self):
        def set_level(name, options):
            handler = logging._handlers[name]
            if options.get("level"):
                handler.setLevel(logging._checkLevel(options["level"]))

        for name in self.config.get("handlers", {}):
            if name not in logging._handlers:
                raise ValueError(f"No handler found with name {name!r}")
        self._each("handlers", "handler", set_level)
        self._each("loggers", "logger", lambda name, options: self.configure_logger(name, options, True))
        self._configure_root(True)

    def _configure_anew(self):
        config = self.config
        disable = config.pop("disable_existing_loggers", True)
        _forget_handlers()
        self._replace("formatters", "formatter", self.configure_formatter)
        self._replace("filters", "filter", self.configure_filter)
        self._make_handlers()
        loggers = _Existing()

        def configure(name, options):
            loggers.named(name)
            self.configure_logger(name, options)

        self._each("loggers", "logger", configure)
        loggers.settle(disable)
        self._configure_root(False)

    def _replace(self, section, what, make):
        parts = self.config.get(section, {})

        def put(name, options):
            parts[name] = make(options)

        self._each(section, what, put)

    def _make_handlers(self):
        handlers = self.config.get("handlers", {})

        def put(name, options):
            handler = self.configure_handler(options)
            handler.name = name
            handlers[name] = handler

        waiting = []
        for name in sorted(handlers):
            try:
                put(name, handlers[name])
            except Exception as error:
                # It needs another that comes later.
                if " not configured yet" not in str(error.__cause__):
                    raise ValueError(f"Unable to configure handler {name!r}") from error
                waiting.append(name)
        self._each("handlers", "handler", put, waiting)

    def _configure_root(self, incremental):
        root = self.config.get("root")
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def configure_formatter(self, config):
        """Make a formatter."""
        if "()" in config:
            factory = config["()"]
            try:
                return self.configure_custom(config)
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                # Formatters of the library call it otherwise.
                config["fmt"] = config.pop("format")
                config["()"] = factory
                return self.configure_custom(config)
        made = _resolve(config["class"]) if config.get("class") else logging.Formatter
        options = {} if config.get("defaults") is None else {"defaults": config["defaults"]}
        validate = [config["validate"]] if "validate" in config else []
        return made(config.get("format"), config.get("datefmt"), config.get("style", "%"), *validate, **options)

    def configure_filter(self, config):
        """Make a filter."""
        return self.configure_custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        """Add filters that are named or given."""
        for each in filters:
            try:
                is_filter = callable(each) or callable(getattr(each, "filter", None))
                filterer.addFilter(each if is_filter else self.config["filters"][each])
            except Exception as error:
                raise ValueError(f"Unable to add filter {each!r}") from error

    def _other(self, name, config, before, message):
        """Another handler that this one needs, which must have been made."""
        handler = self.config["handlers"][name]
        if not isinstance(handler, logging.Handler):
            config.update(before)
            raise TypeError(message)
        return handler

    def _prepare_memory(self, config, before):
        if "flushLevel" in config:
            config["flushLevel"] = logging._checkLevel(config["flushLevel"])
        if "target" in config:
            name = config["target"]
            try:
                config["target"] = self._other(name, config, before, "target not configured yet")
            except Exception as error:
                raise ValueError(f"Unable to set target handler {name!r}") from error

    def _prepare_queue(self, config, before):
        if "queue" in config:
            wanted = config["queue"]
            if isinstance(wanted, str):
                made = self.resolve(wanted)
                if not callable(made):
                    raise TypeError(f"Invalid queue specifier {wanted!r}")
                config["queue"] = made()
            elif isinstance(wanted, dict) and "()" in wanted:
                config["queue"] = self.configure_custom(dict(wanted))
            elif isinstance(wanted, dict) or not all(hasattr(wanted, name) for name in _QUEUE_METHODS):
                raise TypeError(f"Invalid queue specifier {wanted!r}")
        if "listener" in config:
            config["listener"] = self._listener(config["listener"])
        if "handlers" in config:
            found = []
            for name in config["handlers"]:
                try:
                    message = f"Required handler {name!r} is not configured yet"
                    found.append(self._other(name, config, before, message))
                except Exception as error:
                    raise ValueError(f"Unable to set required handler {name!r}") from error
            config["handlers"] = found

    def _listener(self, wanted):
        made = wanted
        if isinstance(wanted, str):
            made = self.resolve(wanted)
        elif isinstance(wanted, dict) and "()" in wanted:
            made = self.configure_custom(dict(wanted))
        elif not isinstance(wanted, type):
            raise TypeError(f"Invalid listener specifier {wanted!r}")
        is_other = isinstance(made, type) and not issubclass(made, logging.handlers.QueueListener)
        if is_other and not isinstance(wanted, dict) or not callable(made):
            raise TypeError(f"Invalid listener specifier {wanted!r}")
        return made

    def _configure_queue_handler(self, klass, **kwargs):
        if "queue" in kwargs:
            queue = kwargs.pop("queue")
        else:
            from queue import Queue
            queue = Queue()
        respects = kwargs.pop("respect_handler_level", False)
        listener = kwargs.pop("listener", logging.handlers.QueueListener)
        listener = listener(queue, *kwargs.pop("handlers", []), respect_handler_level=respects)
        handler = klass(queue, **kwargs)
        handler.listener = listener
        return handler

    def _factory(self, config, before):
        """What makes a handler, after its options are prepared."""
        if "()" in config:
            made = config.pop("()")
            return made if callable(made) else self.resolve(made)
        name = config.pop("class")
        klass = name if callable(name) else self.resolve(name)
        if issubclass(klass, logging.handlers.MemoryHandler):
            self._prepare_memory(config, before)
        elif issubclass(klass, logging.handlers.QueueHandler):
            self._prepare_queue(config, before)
            from functools import partial
            return partial(self._configure_queue_handler, klass)
        elif issubclass(klass, logging.handlers.SMTPHandler) and "mailhost" in config:
            config["mailhost"] = self.as_tuple(config["mailhost"])
        elif issubclass(klass, logging.handlers.SysLogHandler) and "address" in config:
            config["address"] = self.as_tuple(config["address"])
        return klass

    def configure_handler(self, config):
        """Make a handler."""
        before = dict(config)
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.config["formatters"][formatter]
            except Exception as error:
                raise ValueError(f"Unable to set formatter {formatter!r}") from error
        level = config.pop("level", None)
        filters = config.pop("filters", None)
        factory = self._factory(config, before)
        options = {key: config[key] for key in config if key != "." and valid_ident(key)}
        try:
            result = factory(**options)
        except TypeError as error:
            if "'stream'" not in str(error):
                raise
            # It had another name once.
            options["strm"] = options.pop("stream")
            result = factory(**options)
        self._settle(result, formatter, level, filters)
        for name, value in (config.pop(".", None) or {}).items():
            setattr(result, name, value)
        return result

    def _settle(self, handler, formatter, level, filters):
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)

    def add_handlers(self, logger, handlers):
        """Add handlers that are named."""
        for name in handlers:
            try:
                logger.addHandler(self.config["handlers"][name])
            except Exception as error:
                raise ValueError(f"Unable to add handler {name!r}") from error

    def common_logger_config(self, logger, config, incremental=False):
        """Set what all loggers have."""
        level = config.get("level")
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        self.add_handlers(logger, config.get("handlers") or ())
        self.add_filters(logger, config.get("filters") or ())

    def configure_logger(self, name, config, incremental=False):
        """Set up a logger."""
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        if config.get("propagate") is not None:
            logger.propagate = config["propagate"]

    def configure_root(self, config, incremental=False):
        """Set up the logger above all others."""
        self.common_logger_config(logging.getLogger(), config, incremental)


#: What a queue must have to be one.
_QUEUE_METHODS = ("put_nowait", "get")


def _resolve(name):
    """What a dotted name means, importing modules as needed."""
    return BaseConfigurator({}).resolve(name) if "." in name else __import__(name)


def _forget_handlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


class _Existing:
    """The loggers that there were before: those that are not named again are disabled, but not below one that is."""

    def __init__(self):
        self.names = sorted(logging.root.manager.loggerDict)
        self.children = []

    def named(self, name):
        """A logger is set up anew."""
        if name in self.names:
            self.children += [each for each in self.names if each.startswith(name + ".")]
            self.names.remove(name)

    def settle(self, disable):
        """Treat those that are left."""
        for name in self.names:
            logger = logging.root.manager.loggerDict[name]
            if name not in self.children:
                logger.disabled = disable
            elif not isinstance(logger, logging.PlaceHolder):
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Set up logging from a dictionary."""
    dictConfigClass(config).configure()


from _logging_files import fileConfig, listen, stopListening
