"""Setting up logging from a dictionary."""

import logging
import logging.handlers
import sys

DEFAULT_LOGGING_CONFIG_PORT = 9030


def _resolve(name):
    parts = name.split(".")
    used = parts[0]
    found = __import__(used)
    for part in parts[1:]:
        used += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(used)
            found = getattr(found, part)
    return found


class BaseConfigurator:
    """Makes objects of what a dictionary says."""

    def __init__(self, config):
        self.config = config

    def resolve(self, s):
        try:
            return _resolve(s)
        except ImportError as error:
            raise ValueError(f"Cannot resolve {s!r}: {error}") from error

    def convert(self, value):
        """The value that ext://name and cfg://name stand for, in containers too."""
        if isinstance(value, dict):
            return {key: self.convert(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
            return type(value)(map(self.convert, value))
        if isinstance(value, str):
            kind, found, rest = value.partition("://")
            if found and kind == "ext":
                return self.resolve(rest)
            if found and kind == "cfg":
                return self._look_up(rest)
        return value

    def _look_up(self, path):
        import re
        found = self.config
        for part in re.findall(r"\w+|\[[^]]*\]", path):
            if part[0] == "[":
                part = part[1:-1]
                if part.isdigit() and not isinstance(found, dict):
                    part = int(part)
            found = found[part]
        return self.convert(found)

    def configure_custom(self, config):
        config = dict(config)
        made = config.pop("()")
        if not callable(made):
            made = self.resolve(made)
        extra = config.pop(".", None)
        result = made(**{key: self.convert(config[key]) for key in config if key.isidentifier()})
        for name, value in (extra or {}).items():
            setattr(result, name, value)
        return result


class DictConfigurator(BaseConfigurator):
    """Sets up logging."""

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        incremental = config.get("incremental", False)
        if incremental:
            for name, options in config.get("handlers", {}).items():
                if name not in logging._handlers:
                    raise ValueError(f"No handler found with name {name!r}")
                if options.get("level"):
                    logging._handlers[name].setLevel(logging._checkLevel(options["level"]))
            for name, options in config.get("loggers", {}).items():
                self._set(logging.getLogger(name), options, True)
            if config.get("root"):
                self._set(logging.getLogger(), config["root"], True)
            return
        disable = config.get("disable_existing_loggers", True)
        logging._handlers.clear()
        logging.shutdown(logging._handlerList[:])
        del logging._handlerList[:]
        self.formatters = self._make_all("formatters", "formatter", self.configure_formatter)
        self.filters = self._make_all("filters", "filter", self.configure_filter)
        self.handlers = {}
        handlers = config.get("handlers", {})
        waiting = []
        for name in sorted(handlers):
            if not self._make_handler(name, handlers[name], False):
                waiting.append(name)
        for name in waiting:
            self._make_handler(name, handlers[name], True)
        root = logging.root
        existing = sorted(root.manager.loggerDict)
        children = []
        for name, options in config.get("loggers", {}).items():
            if name in existing:
                prefix = name + "."
                children += [other for other in existing if other.startswith(prefix)]
                existing.remove(name)
            try:
                self._set(logging.getLogger(name), options, False)
            except Exception as error:
                raise ValueError(f"Unable to configure logger {name!r}") from error
        for name in existing:
            logger = root.manager.loggerDict[name]
            if name in children:
                if not isinstance(logger, logging.PlaceHolder):
                    logger.setLevel(logging.NOTSET)
                    logger.handlers = []
                    logger.propagate = True
            else:
                logger.disabled = disable
        if config.get("root"):
            try:
                self._set(logging.getLogger(), config["root"], False)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _make_all(self, section, what, make):
        made = {}
        for name, options in self.config.get(section, {}).items():
            try:
                made[name] = make(options)
            except Exception as error:
                raise ValueError(f"Unable to configure {what} {name!r}") from error
        return made

    def _make_handler(self, name, options, last):
        try:
            handler = self.configure_handler(options)
        except Exception as error:
            if not last and "target" in str(error.__cause__ or error):
                return False
            raise ValueError(f"Unable to configure handler {name!r}") from error
        handler.name = name
        self.handlers[name] = handler
        return True

    def configure_formatter(self, config):
        if "()" in config:
            config = dict(config)
            if "format" in config and "fmt" not in config:
                try:
                    return self.configure_custom(config)
                except TypeError as error:
                    if "'format'" not in str(error):
                        raise
                    config["fmt"] = config.pop("format")
            return self.configure_custom(config)
        made = _resolve(config["class"]) if config.get("class") else logging.Formatter
        options = {"defaults": config["defaults"]} if config.get("defaults") is not None else {}
        if "validate" in config:
            options["validate"] = config["validate"]
        return made(config.get("format"), config.get("datefmt"), config.get("style", "%"), **options)

    def configure_filter(self, config):
        if "()" in config:
            return self.configure_custom(config)
        return logging.Filter(config.get("name", ""))

    def _add_filters(self, filterer, filters):
        for name in filters:
            try:
                filterer.addFilter(name if callable(name) or hasattr(name, "filter") else self.filters[name])
            except Exception as error:
                raise ValueError(f"Unable to add filter {name!r}") from error

    def configure_handler(self, config):
        config = dict(config)
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as error:
                raise ValueError(f"Unable to set formatter {formatter!r}") from error
        level = config.pop("level", None)
        filters = config.pop("filters", None)
        if "()" in config:
            made = config.pop("()")
            make = made if callable(made) else self.resolve(made)
        else:
            name = config.pop("class")
            make = self.resolve(name) if isinstance(name, str) else name
            if issubclass(make, logging.handlers.MemoryHandler) and config.get("target") is not None:
                if config["target"] not in self.handlers:
                    raise ValueError(f"target not configured yet: {config['target']!r}")
                config["target"] = self.handlers[config["target"]]
                if "flushLevel" in config:
                    config["flushLevel"] = logging._checkLevel(config["flushLevel"])
            if issubclass(make, logging.handlers.QueueHandler) and "queue" not in config:
                import queue
                config["queue"] = queue.Queue()
        extra = config.pop(".", None)
        result = make(**{key: self.convert(config[key]) for key in config if key.isidentifier()})
        if formatter:
            result.setFormatter(formatter)
        if level is not None:
            result.setLevel(logging._checkLevel(level))
        if filters:
            self._add_filters(result, filters)
        for name, value in (extra or {}).items():
            setattr(result, name, value)
        return result

    def _set(self, logger, config, incremental):
        level = config.get("level")
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            for name in config.get("handlers") or ():
                try:
                    logger.addHandler(self.handlers[name])
                except Exception as error:
                    raise ValueError(f"Unable to add handler {name!r}") from error
            if config.get("filters"):
                self._add_filters(logger, config["filters"])
        if logger is not logging.root:
            logger.disabled = False
            if config.get("propagate") is not None:
                logger.propagate = config["propagate"]


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Set up logging from a dictionary."""
    dictConfigClass(config).configure()
