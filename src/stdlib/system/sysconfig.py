"""Where the parts of an installation are, and how it was built, as far as programs ask."""
import os
import sys

__all__ = [
    "get_config_h_filename", "get_config_var", "get_config_vars", "get_makefile_filename", "get_path", "get_path_names",
    "get_paths", "get_platform", "get_python_version", "get_scheme_names", "parse_config_h",
]

_NAMES = ("stdlib", "platstdlib", "purelib", "platlib", "include", "platinclude", "scripts", "data")


def _posix(base, plat, installed, installed_plat, lib):
    """The directories of a scheme in the order of their names; `lib` is what is below the base."""
    python = "{implementation_lower}{py_version_short}{abi_thread}"
    return dict(zip(_NAMES, (
        f"{installed}/{lib}/{python}", f"{plat}/{lib}/{python}", f"{base}/lib/{python}/site-packages",
        f"{plat}/{lib}/{python}/site-packages", f"{installed}/include/{{implementation_lower}}{{py_version_short}}{{abiflags}}",
        f"{installed_plat}/include/{{implementation_lower}}{{py_version_short}}{{abiflags}}", f"{base}/bin", base)))


def _windows(base, installed):
    return dict(zip(_NAMES, (
        f"{installed}/Lib", f"{base}/Lib", f"{base}/Lib/site-packages", f"{base}/Lib/site-packages",
        f"{installed}/Include", f"{installed}/Include", f"{base}/Scripts", base)))


def _home():
    lib = "{base}/lib/{implementation_lower}"
    include = "{installed_base}/include/{implementation_lower}"
    return dict(zip(_NAMES, ("{installed_base}/lib/{implementation_lower}", lib, lib, lib, include, include,
                             "{base}/bin", "{base}")))


def _user(library, site, include, scripts, data):
    found = dict(zip(_NAMES, (library, library, site, site, include, include, scripts, data)))
    del found["platinclude"]
    return found


_PREFIX = _posix("{base}", "{platbase}", "{installed_base}", "{installed_platbase}", "{platlibdir}")
_USER_LIB = "{userbase}/lib/{implementation_lower}{py_version_short}{abi_thread}"
_INSTALL_SCHEMES = {
    "posix_prefix": _PREFIX,
    "posix_home": _home(),
    "nt": _windows("{base}", "{installed_base}"),
    "posix_venv": dict(_PREFIX),
    "nt_venv": _windows("{base}", "{installed_base}"),
    "venv": dict(_PREFIX),
    "nt_user": _user("{userbase}/{implementation}{py_version_nodot_plat}",
                     "{userbase}/{implementation}{py_version_nodot_plat}/site-packages",
                     "{userbase}/{implementation}{py_version_nodot_plat}/Include",
                     "{userbase}/{implementation}{py_version_nodot_plat}/Scripts", "{userbase}"),
    "posix_user": _user(_USER_LIB.replace("/lib/", "/{platlibdir}/"), _USER_LIB + "/site-packages",
                        "{userbase}/include/{implementation_lower}{py_version_short}{abi_thread}", "{userbase}/bin",
                        "{userbase}"),
    "osx_framework_user": _user("{userbase}/lib/{implementation_lower}", "{userbase}/lib/{implementation_lower}/site-packages",
                                "{userbase}/include/{implementation_lower}{py_version_short}", "{userbase}/bin",
                                "{userbase}"),
}

_variables = None


def get_python_version():
    """The version as `3.13`."""
    return "%d.%d" % sys.version_info[:2]


def get_platform():
    """The system and its machine, as the names of packages have it."""
    if os.name != "posix":
        return sys.platform
    system, _, release, _, machine = os.uname()
    system = system.lower().replace("/", "")
    machine = machine.replace(" ", "_").replace("/", "-")
    if system == "darwin":
        return f"macosx-{release.split('.')[0]}-{machine}"
    return f"{system}-{machine}" if system == "linux" else f"{system}-{release}-{machine}"


def get_scheme_names():
    """The names of the known schemes, sorted."""
    return tuple(sorted(_INSTALL_SCHEMES))


def get_path_names():
    """The names of the directories that a scheme has."""
    return tuple(name for name in _NAMES if name in _INSTALL_SCHEMES["posix_user"])


def get_preferred_scheme(key):
    """The scheme for "prefix", "home" or "user"."""
    if key == "prefix" and sys.prefix != sys.base_prefix:
        return "venv"
    scheme = {"prefix": "posix_prefix", "home": "posix_home", "user": "posix_user"}[key]
    if scheme not in _INSTALL_SCHEMES:
        raise ValueError(f"{key!r} returned {scheme!r} but this scheme is not valid on this platform")
    return scheme


def get_default_scheme():
    """The scheme of this installation."""
    return get_preferred_scheme("prefix")


def get_paths(scheme=None, vars=None, expand=True):
    """The directories of a scheme."""
    found = _INSTALL_SCHEMES[get_default_scheme() if scheme is None else scheme]
    if not expand:
        return found
    values = {**get_config_vars(), **(vars or {})}
    paths = {}
    for name, path in found.items():
        try:
            paths[name] = os.path.normpath(os.path.expanduser(path).format(**values))
        except KeyError as error:
            raise AttributeError(error.args[0]) from None
    return paths


def get_path(name, scheme=None, vars=None, expand=True):
    """One directory of a scheme."""
    return get_paths(scheme, vars, expand)[name]


def _collect():
    short = get_python_version()
    prefix = os.path.normpath(sys.prefix)
    base = os.path.normpath(sys.base_prefix)
    exec_prefix = os.path.normpath(sys.exec_prefix)
    base_exec = os.path.normpath(sys.base_exec_prefix)
    flags = getattr(sys, "abiflags", "")
    user = os.environ.get("PYTHONUSERBASE") or os.path.join(os.path.expanduser("~"), ".local")
    return {
        "prefix": prefix, "exec_prefix": exec_prefix, "py_version": "%d.%d.%d" % sys.version_info[:3],
        "py_version_short": short, "py_version_nodot": short.replace(".", ""), "installed_base": base, "base": prefix,
        "installed_platbase": base_exec, "platbase": exec_prefix, "projectbase": os.path.dirname(sys.executable or ""),
        "platlibdir": sys.platlibdir, "implementation": "Python", "implementation_lower": "python", "abiflags": flags,
        "py_version_nodot_plat": "", "userbase": user, "abi_thread": "", "srcdir": base,
        "VERSION": short, "LDVERSION": short, "BINDIR": os.path.join(base, "bin"), "LIBDIR": os.path.join(base, "lib"),
        "INCLUDEPY": os.path.join(base, "include", "python" + short), "EXE": "", "MACHDEP": sys.platform,
        "Py_DEBUG": 0, "Py_GIL_DISABLED": 0, "Py_ENABLE_SHARED": 0, "WITH_DOC_STRINGS": 1, "HAVE_FORK": 1,
        "SIZEOF_VOID_P": 8 if sys.maxsize > 2**32 else 4, "SOABI": None, "EXT_SUFFIX": None, "SHLIB_SUFFIX": ".so",
        "CC": "", "CFLAGS": "", "LDFLAGS": "", "CONFIG_ARGS": "",
    }


def get_config_vars(*args):
    """All variables of the configuration as a dictionary, or the values of the named ones."""
    global _variables
    if _variables is None:
        _variables = _collect()
    return [_variables.get(name) for name in args] if args else _variables


def get_config_var(name):
    """One variable of the configuration, or `None`."""
    return get_config_vars().get(name)


def get_config_h_filename():
    """Where `pyconfig.h` would be."""
    return os.path.join(get_path("platinclude"), "pyconfig.h")


def get_makefile_filename():
    """Where the Makefile of the build would be."""
    return os.path.join(get_path("stdlib"), f"config-{get_python_version()}", "Makefile")


def is_python_build(check_home=None):
    """Whether this runs from a tree of sources."""
    return False


def parse_config_h(fp, vars=None):
    """Reads the definitions of a file like `pyconfig.h`."""
    import re
    found = {} if vars is None else vars
    for line in fp:
        define = re.match(r"#define ([A-Z][A-Za-z0-9_]+) (.*)\n", line)
        undefined = re.match(r"/[*] #undef ([A-Z][A-Za-z0-9_]+) [*]/\n", line)
        if define:
            name, value = define.groups()
            try:
                value = int(value)
            except ValueError:
                pass
            found[name] = value
        elif undefined:
            found[undefined[1]] = 0
    return found
