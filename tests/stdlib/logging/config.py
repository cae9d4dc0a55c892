# Setting up logging from dictionaries and files.
import io
import logging
import logging.config
import logging.handlers
import sys

logging.config.dictConfig({
    "version": 1,
    "formatters": {"short": {"format": "{levelname}:{message}", "style": "{"}},
    "filters": {"only": {"name": "app"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout", "filters": ["only"]},
        "kept": {"class": "logging.handlers.MemoryHandler", "capacity": 2, "target": "out", "flushLevel": "ERROR"},
    },
    "loggers": {"app": {"level": "DEBUG", "handlers": ["kept"], "propagate": False}},
    "root": {"level": "WARNING"},
})
log = logging.getLogger("app")
log.debug("kept")
log.info("and written")
log.error("at once")
for config in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "nope.Handler"}}},
               {"version": 1, "loggers": {"x": {"handlers": ["h"]}}},
               {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f"}}}):
    try:
        logging.config.dictConfig(config)
    except ValueError as error:
        print(error, "<-", repr(error.__cause__))
made = logging.config.BaseConfigurator({"a": [1, {"b": "ext://sys.maxsize"}], "t": (1, "cfg://a[0]")})
print(made.config["a"][1]["b"] == sys.maxsize, made.convert("cfg://a[1].b") == sys.maxsize, made.config["t"][1])
try:
    made.convert("cfg://a!")
except ValueError as error:
    print(error)
logging.config.fileConfig(io.StringIO("""
[loggers]
keys=root,file
[handlers]
keys=out
[formatters]
keys=f
[logger_root]
level=ERROR
handlers=
[logger_file]
level=DEBUG
handlers=out
qualname=file
propagate=0
[handler_out]
class=StreamHandler
formatter=f
args=(sys.stdout,)
[formatter_f]
format=%(name)s -> %(message)s
"""))
logging.getLogger("file").info("by a file")
print(log.disabled, logging.getLogger().level)
record = logging.makeLogRecord({"msg": "m %d", "args": (3,)})
data = logging.handlers.SocketHandler("localhost", 1).makePickle(record)
import pickle
print(int.from_bytes(data[:4], "big") == len(data) - 4, pickle.loads(data[4:])["msg"])
names = logging.handlers.SysLogHandler.facility_names
print(names["local7"], logging.handlers.SysLogHandler.priority_names["crit"], len(names))
