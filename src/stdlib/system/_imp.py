"""The inner side of imports, as far as there is one here: modules are built in or files of source text."""

import sys as _sys
import threading as _threading

_lock = _threading.RLock()
_held = 0

check_hash_based_pycs = "default"
pyc_magic_number_token = 0


def acquire_lock():
    """Let no other thread import meanwhile."""
    global _held
    _lock.acquire()
    _held += 1


def release_lock():
    """Release the interpreter's import lock."""
    global _held
    if not _held:
        raise RuntimeError("not holding the import lock")
    _held -= 1
    _lock.release()


def lock_held():
    """Whether a thread lets no other import."""
    return _held > 0


def extension_suffixes():
    """The endings of files with native modules: there are none."""
    return []


def is_builtin(name, /):
    """1 if a module of this name is built in, -1 if it can be initialised again, else 0."""
    return int(name in _sys.builtin_module_names)


def is_frozen(name, /):
    """Whether the code of a module is part of the program."""
    return False


def is_frozen_package(name, /):
    """Whether the code of a package is part of the program."""
    raise ImportError(f"No such frozen object named {name}", name=name)


def _no_frozen(name, /, *args, **kwargs):
    raise ImportError(f"No such frozen object named {name}", name=name)


init_frozen = get_frozen_object = _no_frozen


def find_frozen(name, /, *, withdata=False):
    """What is known of a frozen module: nothing."""
    return None


def create_dynamic(spec, file=None, /):
    """Native modules cannot be loaded from files."""
    raise ImportError("snakelet loads no native modules", name=spec.name, path=spec.origin)


def exec_dynamic(mod, /):
    """Native modules cannot be loaded from files."""
    raise ImportError("snakelet loads no native modules")


def create_builtin(spec, /):
    """The module of a spec, which is part of this program."""
    return __import__("importlib").import_module(spec.name)


def exec_builtin(mod, /):
    """Initialize a built-in module."""
    return 0


def source_hash(key, source):
    """A hash of source text, of eight bytes."""
    import hashlib

    return hashlib.blake2b(source, digest_size=8, key=key.to_bytes(8, "little", signed=True)).digest()


def _fix_co_filename(code, path, /):
    """The file of a code object stays what it is."""


def _override_frozen_modules_for_tests(override, /):
    """There are no frozen modules to override."""


def _override_multi_interp_extensions_check(override, /):
    """There are no native modules to check."""
    return 0


def _frozen_module_names():
    """The names of frozen modules: there are none."""
    return []
