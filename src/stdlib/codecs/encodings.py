"""The package of codecs by name. Each has a module, which is made of what the registry gives when it is first looked into."""

import codecs
import sys
from types import ModuleType

from . import aliases


_cache = codecs._cache


class CodecRegistryError(LookupError, SystemError):
    """Something is wrong with a codec that was found."""


def normalize_encoding(encoding):
    """Normalize an encoding name: an underscore for each run of characters that are neither ASCII letters nor digits."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    return codecs._joined_words(encoding)


def search_function(encoding):
    """The codec of that name, or None."""
    return codecs._builtin(normalize_encoding(encoding).lower())


class _CodecModule(ModuleType):
    """The module of one codec."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'")
        self.__dict__.update(_parts(codecs.lookup(self.__name__.rpartition(".")[2])))
        try:
            return self.__dict__[name]
        except KeyError:
            raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'") from None


def _parts(info):
    return {
        "codecs": codecs,
        "encode": info.encode,
        "decode": info.decode,
        "IncrementalEncoder": info.incrementalencoder,
        "IncrementalDecoder": info.incrementaldecoder,
        "StreamReader": info.streamreader,
        "StreamWriter": info.streamwriter,
        "getregentry": lambda: info,
        **({"rot13": _rot13_stream} if info.name == "rot-13" else {}),
    }


def _rot13_stream(infile, outfile):
    outfile.write(codecs.encode(infile.read(), "rot-13"))


def _add_modules():
    """Gives each codec its module, so that `import encodings.utf_8` finds one."""
    plain = {"utf_8_sig", "utf_16", "punycode", "unicode_escape", "raw_unicode_escape", "koi8_u", "undefined"}
    for name in sorted(plain | set(aliases.aliases.values())):
        module = _CodecModule(f"{__name__}.{name}")
        module.__package__ = __name__
        sys.modules[module.__name__] = module
        globals()[name] = module


_add_modules()
