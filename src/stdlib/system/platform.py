"""What runs here: the interpreter, the system and the machine."""
import functools
import os
import re
import sys
from collections import namedtuple


class uname_result(namedtuple("uname_result_base", "system node release version machine")):
    """System, node, release, version and machine; the processor is looked for when it is asked for."""

    _fields = ("system", "node", "release", "version", "machine", "processor")

    @functools.cached_property
    def processor(self):
        return ""

    def __iter__(self):
        yield from super().__iter__()
        yield self.processor

    @classmethod
    def _make(cls, iterable):
        found = tuple(iterable)
        if len(found) != len(cls._fields):
            raise TypeError(f"expected {len(cls._fields)} arguments, got {len(found)}")
        return cls(*found[:-1])

    def __getitem__(self, key):
        return tuple(self)[key]

    def __len__(self):
        return len(self._fields)

    def __reduce__(self):
        return uname_result, tuple(self)[:-1]


@functools.cache
def uname():
    """All that is known of the system."""
    found = os.uname()
    return uname_result(*["" if text == "unknown" else text for text in
                          (found.sysname, found.nodename, found.release, found.version, found.machine)])


def system():
    """The system: Linux, Darwin and others."""
    return uname().system


def node():
    """The name of this computer in its network."""
    return uname().node


def release():
    """The release of the system."""
    return uname().release


def version():
    """The version of the system."""
    return uname().version


def machine():
    """The kind of machine."""
    return uname().machine


def processor():
    """The processor; empty where it is not known."""
    return uname().processor


def architecture(executable=sys.executable, bits="", linkage=""):
    """How wide pointers are, and the format of programs."""
    wide = "64bit" if sys.maxsize > 2**32 else "32bit"
    return bits or wide, linkage or ("ELF" if system() == "Linux" else "")


def python_implementation():
    """The name of the interpreter."""
    return sys.implementation.name.capitalize()


def python_version():
    """The version of the language."""
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    """The version of the language, as texts."""
    return tuple(python_version().split("."))


def python_branch():
    """The branch that the interpreter was built from; not known."""
    return ""


def python_revision():
    """The revision that the interpreter was built from; not known."""
    return ""


def python_build():
    """Number and date of the build, as far as `sys.version` tells them."""
    found = re.search(r"\(([^,()]*)(?:, ([^()]*))?\)", sys.version)
    return (found[1], found[2] or "") if found else ("", "")


def python_compiler():
    """What the interpreter was built with."""
    found = re.search(r"\[([^\]]*)\]", sys.version)
    return found[1] if found else ""


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    """Name and version of the library of C."""
    if executable is None:
        try:
            name, _, number = os.confstr("CS_GNU_LIBC_VERSION").partition(" ")
            return name, number
        except (AttributeError, ValueError, OSError):
            executable = sys.executable
    try:
        with open(executable, "rb") as file:
            data = file.read()
    except OSError:
        return lib, version
    versions = [tuple(map(int, each.split(b"."))) for each in re.findall(rb"GLIBC_([0-9]+(?:\.[0-9]+)+)", data)]
    return ("glibc", ".".join(map(str, max(versions)))) if versions else (lib, version)


def platform(aliased=False, terse=False):
    """One line for people on all that runs here."""
    found = uname()
    if found.system == "Darwin":
        release = mac_ver()[0]
        parts = ["macOS", release] if release else [found.system, found.release]
        parts += [found.machine, "64bit"]
    else:
        parts = [found.system, found.release]
        if found.system == "Linux":
            parts += [found.machine, "with", "".join(libc_ver())]
        elif not terse:
            parts += [found.machine]
    return "-".join([re.sub(r"[ /\\:;\"()]", "-", part) for part in parts if part]).replace("unknown", "").rstrip("-")


def system_alias(system, release, version):
    """The names that systems are sold by."""
    if system == "SunOS" and release[:1].isdigit():
        major, dot, rest = release.partition(".")
        if int(major) >= 5:
            return "Solaris", f"{int(major) - 3 if int(major) < 6 else 6}{dot}{rest}", version
    return ("Windows" if system in ("win32", "win16") else system), release, version


def win32_ver(release="", version="", csd="", ptype=""):
    """What is known of Windows: what was given."""
    return release, version, csd, ptype


def win32_edition():
    """The edition of Windows; there is none."""
    return None


def win32_is_iot():
    """Whether this is Windows for things."""
    return False


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    """Release, version and machine of macOS; else what was given."""
    if system() != "Darwin":
        return release, versioninfo, machine
    try:
        with open("/System/Library/CoreServices/SystemVersion.plist", encoding="utf-8") as file:
            found = re.search("<key>ProductVersion</key>\\s*<string>([^<]*)<", file.read())
    except OSError:
        found = None
    return (found[1] if found else release), versioninfo, uname().machine


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    """What is known of Java: what was given."""
    import warnings
    warnings.warn("'java_ver' is deprecated and slated for removal in Python 3.15", DeprecationWarning, stacklevel=2)
    return release, vendor, vminfo, osinfo


@functools.cache
def _os_release():
    for name in "/etc/os-release", "/usr/lib/os-release":
        try:
            with open(name, encoding="utf-8") as file:
                text = file.read()
        except OSError:
            continue
        found = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
        for match in re.finditer("^([a-zA-Z0-9_]+)=([\"']?)(.*)\\2$", text, re.MULTILINE):
            found[match[1]] = re.sub(r"\\([\\$\"'`])", r"\1", match[3])
        return found
    raise OSError(2, "Unable to read files /etc/os-release, /usr/lib/os-release")


def freedesktop_os_release():
    """What the distribution says of itself."""
    return dict(_os_release())


if __name__ == "__main__":
    print(platform("--nonaliased" not in sys.argv and "nonaliased" not in sys.argv, "--terse" in sys.argv))


class IOSVersionInfo(namedtuple("IOSVersionInfo", ["system", "release", "model", "is_simulator"])):
    """What is known of a telephone of one kind."""


class AndroidVer(namedtuple("AndroidVer", "release api_level manufacturer model device is_emulator")):
    """What is known of a telephone of another kind."""


def ios_ver(system="", release="", model="", is_simulator=False):
    """What is known of the telephone; this is none, so what was given."""
    return IOSVersionInfo(system, release, model, is_simulator)


def android_ver(release="", api_level=0, manufacturer="", model="", device="", is_emulator=False):
    """What is known of the telephone; this is none, so what was given."""
    return AndroidVer(release, api_level, manufacturer, model, device, is_emulator)
