"""Tar files: read, written and extended, compressed or not."""

__all__ = [
    "TarFile", "TarInfo", "is_tarfile", "TarError", "ReadError", "CompressionError", "StreamError", "ExtractError",
    "HeaderError", "ENCODING", "USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT", "DEFAULT_FORMAT", "open", "fully_trusted_filter",
    "data_filter", "tar_filter", "FilterError", "AbsoluteLinkError", "OutsideDestinationError", "SpecialFileError",
    "AbsolutePathError", "LinkOutsideDestinationError",
]

from builtins import open as bltn_open
import copy
import io
import os
import stat
import sys
import time
import warnings

import _tar_base
from _tar_base import *
from _tar_base import (
    _NAMED_FILTERS, BLOCKSIZE, NUL, RECORDSIZE, calc_chksums, copyfileobj, itn, nti, nts, stn,
)
from _tar_info import TarInfo
from _tar_streams import ExFileObject, FileInFile as _FileInFile, Stream as _Stream, safe_print as _safe_print

version = "0.9.0"
TarInfo.__module__ = ExFileObject.__module__ = __name__
for _value in list(vars(_tar_base).values()):
    if getattr(_value, "__module__", None) == "_tar_base":
        _value.__module__ = __name__
del _value


class TarFile:
    """A tar file: `mode` is "r", "w", "x" or "a"."""

    debug = 0
    dereference = False
    ignore_zeros = False
    errorlevel = 1
    format = DEFAULT_FORMAT
    encoding = ENCODING
    errors = None
    tarinfo = TarInfo
    fileobject = ExFileObject
    extraction_filter = None

    def __init__(self, name=None, mode="r", fileobj=None, format=None, tarinfo=None, dereference=None, ignore_zeros=None,
                 encoding=None, errors="surrogateescape", pax_headers=None, debug=None, errorlevel=None, copybufsize=None,
                 stream=False):
        ways = {"r": "rb", "a": "r+b", "w": "wb", "x": "xb"}
        if mode not in ways:
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.mode = mode
        self._mode = ways[mode]
        self._extfileobj = fileobj is not None
        if not self._extfileobj:
            if mode == "a" and not os.path.exists(name):
                self.mode, self._mode = "w", "wb"
            fileobj = bltn_open(name, self._mode)
        else:
            if name is None and isinstance(getattr(fileobj, "name", None), (str, bytes)):
                name = fileobj.name
            if hasattr(fileobj, "mode"):
                self._mode = fileobj.mode
        self.name = os.path.abspath(name) if name else None
        self.fileobj = fileobj
        self.stream = stream
        for field, value in (("format", format), ("tarinfo", tarinfo), ("dereference", dereference),
                             ("ignore_zeros", ignore_zeros), ("encoding", encoding), ("debug", debug),
                             ("errorlevel", errorlevel)):
            if value is not None:
                setattr(self, field, value)
        self.errors = errors
        self.pax_headers = pax_headers if pax_headers is not None and self.format == PAX_FORMAT else {}
        self.copybufsize = copybufsize
        self.closed = False
        self.members = []
        self._loaded = False
        self.offset = fileobj.tell()
        self.inodes = {}
        self.firstmember = None
        try:
            self._begin()
        except BaseException:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True
            raise

    def _begin(self):
        if self.mode == "r":
            self.firstmember = self.next()
        elif self.mode == "a":
            # What is added takes the place of the end.
            while True:
                self.fileobj.seek(self.offset)
                try:
                    self.members.append(self.tarinfo.fromtarfile(self))
                except EOFHeaderError:
                    self.fileobj.seek(self.offset)
                    break
                except HeaderError as error:
                    raise ReadError(str(error)) from None
        if self.mode in ("a", "w", "x"):
            self._loaded = True
            if self.pax_headers:
                record = self.tarinfo.create_pax_global_header(self.pax_headers.copy())
                self.fileobj.write(record)
                self.offset += len(record)

    @classmethod
    def open(cls, name=None, mode="r", fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """Open a tar file. The mode may name a compression, "r:gz" or "w:xz"; "r" finds out. With a bar in the place of the
        colon it is a stream, read or written from begin to end."""
        if not name and not fileobj:
            raise ValueError("nothing to open")
        if mode in ("r", "r:*"):
            return cls._open_any(name, fileobj, kwargs)
        if ":" in mode:
            filemode, _, kind = mode.partition(":")
            filemode, kind = filemode or "r", kind or "tar"
            if kind not in cls.OPEN_METH:
                raise CompressionError(f"unknown compression type {kind!r}")
            return getattr(cls, cls.OPEN_METH[kind])(name, filemode, fileobj, **kwargs)
        if "|" in mode:
            filemode, _, kind = mode.partition("|")
            filemode, kind = filemode or "r", kind or "tar"
            if filemode not in ("r", "w"):
                raise ValueError("mode must be 'r' or 'w'")
            if "compresslevel" in kwargs and kind not in ("gz", "bz2"):
                raise ValueError("compresslevel is only valid for w|gz and w|bz2 modes")
            stream = _Stream(name, filemode, kind, fileobj, bufsize, kwargs.pop("compresslevel", 9))
            try:
                result = cls(name, filemode, stream, **kwargs)
            except BaseException:
                stream.close()
                raise
            result._extfileobj = False
            return result
        if mode in ("a", "w", "x"):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError("undiscernible mode")

    @classmethod
    def _open_any(cls, name, fileobj, kwargs):
        """Open for reading with each compression in turn, and then without."""
        problems = []
        place = fileobj.tell() if fileobj is not None else None
        for kind in sorted(cls.OPEN_METH, key=lambda kind: cls.OPEN_METH[kind] == "taropen"):
            try:
                return getattr(cls, cls.OPEN_METH[kind])(name, "r", fileobj, **kwargs)
            except (ReadError, CompressionError) as error:
                problems.append(f"- method {kind}: {error!r}")
                if fileobj is not None:
                    fileobj.seek(place)
        raise ReadError("file could not be opened successfully:\n" + "\n".join(problems))

    @classmethod
    def taropen(cls, name, mode="r", fileobj=None, **kwargs):
        """Open a tar file that is not compressed."""
        if mode not in ("r", "a", "w", "x"):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def _around(cls, name, mode, compressed, problem, what, fileobj, kwargs):
        """The tar file in a compressed one, which is closed with it."""
        try:
            result = cls.taropen(name, mode, compressed, **kwargs)
        except problem as error:
            if fileobj is None or not isinstance(error, EOFError):
                compressed.close()
            if mode == "r":
                raise ReadError(f"not {what} file") from error
            raise
        except BaseException:
            compressed.close()
            raise
        result._extfileobj = False
        return result

    @staticmethod
    def _check_mode(mode):
        if mode not in ("r", "w", "x"):
            raise ValueError("mode must be 'r', 'w' or 'x'")

    @classmethod
    def gzopen(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        """Open a tar file that gzip compressed."""
        cls._check_mode(mode)
        GzipFile = _compression("gzip").GzipFile
        try:
            file = GzipFile(name, mode + "b", compresslevel, fileobj)
        except OSError as error:
            if fileobj is not None and mode == "r":
                raise ReadError("not a gzip file") from error
            raise
        return cls._around(name, mode, file, (OSError, EOFError), "a gzip", fileobj, kwargs)

    @classmethod
    def bz2open(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        """Open a tar file that bzip2 compressed."""
        cls._check_mode(mode)
        BZ2File = _compression("bz2").BZ2File
        file = BZ2File(fileobj or name, mode, compresslevel=compresslevel)
        return cls._around(name, mode, file, (OSError, EOFError), "a bzip2", fileobj, kwargs)

    @classmethod
    def xzopen(cls, name, mode="r", fileobj=None, preset=None, **kwargs):
        """Open a tar file that xz compressed."""
        cls._check_mode(mode)
        lzma = _compression("lzma")
        file = lzma.LZMAFile(fileobj or name, mode, preset=preset)
        return cls._around(name, mode, file, (lzma.LZMAError, EOFError), "an lzma", fileobj, kwargs)

    OPEN_METH = {"tar": "taropen", "gz": "gzopen", "bz2": "bz2open", "xz": "xzopen"}

    def close(self):
        """Write the end, if anything was written, and close the file."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode in ("a", "w", "x"):
                self.fileobj.write(NUL * (BLOCKSIZE * 2))
                self.offset += BLOCKSIZE * 2
                rest = self.offset % RECORDSIZE
                if rest:
                    self.fileobj.write(NUL * (RECORDSIZE - rest))
        finally:
            if not self._extfileobj:
                self.fileobj.close()

    def getmember(self, name):
        """The last member of a name."""
        found = self._getmember(name.rstrip("/"))
        if found is None:
            raise KeyError(f"filename {name!r} not found")
        return found

    def getmembers(self):
        """All members."""
        self._check()
        if not self._loaded:
            self._load()
        return self.members

    def getnames(self):
        """The names of all members."""
        return [member.name for member in self.getmembers()]

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """What is to be said of a file on the disk, named or open; None for what has no place in tar files."""
        self._check("awx")
        if fileobj is not None:
            name = fileobj.name
        inside = os.path.splitdrive(name if arcname is None else arcname)[1]
        inside = inside.replace(os.sep, "/").lstrip("/")
        member = self.tarinfo()
        member._tarfile = self
        if fileobj is not None:
            facts = os.fstat(fileobj.fileno())
        else:
            facts = os.stat(name) if self.dereference else os.lstat(name)
        linkname = ""
        mode = facts.st_mode
        if stat.S_ISREG(mode):
            inode = facts.st_ino, facts.st_dev
            if not self.dereference and facts.st_nlink > 1 and inode in self.inodes and inside != self.inodes[inode]:
                kind, linkname = LNKTYPE, self.inodes[inode]
            else:
                kind = REGTYPE
                if inode[0]:
                    self.inodes[inode] = inside
        elif stat.S_ISDIR(mode):
            kind = DIRTYPE
        elif stat.S_ISFIFO(mode):
            kind = FIFOTYPE
        elif stat.S_ISLNK(mode):
            kind, linkname = SYMTYPE, os.readlink(name)
        elif stat.S_ISCHR(mode):
            kind = CHRTYPE
        elif stat.S_ISBLK(mode):
            kind = BLKTYPE
        else:
            return None
        member.name, member.mode, member.uid, member.gid = inside, mode, facts.st_uid, facts.st_gid
        member.size = facts.st_size if kind == REGTYPE else 0
        member.mtime, member.type, member.linkname = facts.st_mtime, kind, linkname
        member.uname = _name_of("pwd", "getpwuid", member.uid)
        member.gname = _name_of("grp", "getgrgid", member.gid)
        if kind in (CHRTYPE, BLKTYPE) and hasattr(os, "major"):
            member.devmajor, member.devminor = os.major(facts.st_rdev), os.minor(facts.st_rdev)
        return member

    def list(self, verbose=True, *, members=None):
        """Print a table of the members, like ls -l unless it is to be short."""
        self._check()
        for member in self if members is None else members:
            if verbose:
                _safe_print(member._kind())
                _safe_print(f"{member.uname or member.uid}/{member.gname or member.gid}")
                if member.ischr() or member.isblk():
                    _safe_print(f"{f'{member.devmajor},{member.devminor}':>10}")
                else:
                    _safe_print(f"{member.size:>10d}")
                if member.mtime is None:
                    _safe_print("????-??-?? ??:??:??")
                else:
                    _safe_print("%d-%02d-%02d %02d:%02d:%02d" % time.localtime(member.mtime)[:6])
            _safe_print(member.name + ("/" if member.isdir() else ""))
            if verbose:
                if member.issym():
                    _safe_print("-> " + member.linkname)
                if member.islnk():
                    _safe_print("link to " + member.linkname)
            print()

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Add a file of the disk, under its name or another; of a folder all that is in it. A filter may change what is said
        of each, or leave it out with None."""
        self._check("awx")
        arcname = name if arcname is None else arcname
        if self.name is not None and os.path.abspath(name) == self.name:
            self._dbg(2, f"tarfile: Skipped {name!r}")
            return
        self._dbg(1, name)
        member = self.gettarinfo(name, arcname)
        if member is None:
            self._dbg(1, f"tarfile: Unsupported type {name!r}")
            return
        if filter is not None:
            member = filter(member)
            if member is None:
                self._dbg(2, f"tarfile: Excluded {name!r}")
                return
        if member.isreg():
            with bltn_open(name, "rb") as file:
                self.addfile(member, file)
            return
        self.addfile(member)
        if member.isdir() and recursive:
            for below in sorted(os.listdir(name)):
                self.add(os.path.join(name, below), os.path.join(arcname, below), recursive, filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        """Add a member, with so many bytes of a file as it says."""
        self._check("awx")
        if fileobj is None and tarinfo.isreg() and tarinfo.size != 0:
            raise ValueError("fileobj not provided for non zero-size regular file")
        member = copy.copy(tarinfo)
        record = member.tobuf(self.format, self.encoding, self.errors)
        self.fileobj.write(record)
        self.offset += len(record)
        if fileobj is not None:
            copyfileobj(fileobj, self.fileobj, member.size, bufsize=self.copybufsize)
            rest = -member.size % BLOCKSIZE
            self.fileobj.write(NUL * rest)
            self.offset += member.size + rest
        self.members.append(member)

    def _get_filter_function(self, filter):
        if filter is None:
            filter = self.extraction_filter
            if filter is None:
                warnings.warn(
                    "Python 3.14 will, by default, filter extracted tar archives and reject files or modify their "
                    "metadata. Use the filter argument to control this behavior.", DeprecationWarning, stacklevel=3)
                return fully_trusted_filter
            if isinstance(filter, str):
                raise TypeError("String names are not supported for TarFile.extraction_filter. "
                                "Use a function such as tarfile.data_filter directly.")
            return filter
        if callable(filter):
            return filter
        try:
            return _NAMED_FILTERS[filter]
        except KeyError:
            raise ValueError(f"filter {filter!r} not found") from None

    def extractall(self, path=".", members=None, *, numeric_owner=False, filter=None):
        """Write all members, or some, to the disk below a folder; a filter says what is taken of each."""
        chosen = self._get_filter_function(filter)
        folders = []
        for member in self if members is None else members:
            member = self._filtered(member, chosen, path)
            if member is None:
                continue
            if member.isdir():
                folders.append(member)
            self._extract_one(member, path, not member.isdir(), numeric_owner)
        # What is written into a folder changes its time, and its permissions may forbid it.
        for folder in sorted(folders, key=lambda folder: folder.name, reverse=True):
            where = os.path.join(path, folder.name)
            try:
                self.chown(folder, where, numeric_owner=numeric_owner)
                self.utime(folder, where)
                self.chmod(folder, where)
            except ExtractError as error:
                self._tell_minor(error)

    def extract(self, member, path="", set_attrs=True, *, numeric_owner=False, filter=None):
        """Write a member, or the one of a name, to the disk below a folder."""
        chosen = self._get_filter_function(filter)
        member = self._filtered(member, chosen, path)
        if member is not None:
            self._extract_one(member, path, set_attrs, numeric_owner)

    def _filtered(self, member, chosen, path):
        if isinstance(member, str):
            member = self.getmember(member)
        result = None
        try:
            result = chosen(member, path)
        except (OSError, FilterError) as error:
            self._tell_major(error)
        except ExtractError as error:
            self._tell_minor(error)
        if result is None:
            self._dbg(2, f"tarfile: Excluded {member.name!r}")
            return None
        if result.islnk():
            result = copy.copy(result)
            result._link_target = os.path.join(path, result.linkname)
        return result

    def _extract_one(self, member, path, set_attrs, numeric_owner):
        self._check("r")
        try:
            self._extract_member(member, os.path.join(path, member.name), set_attrs, numeric_owner)
        except OSError as error:
            self._tell_major(error)
        except ExtractError as error:
            self._tell_minor(error)

    def _tell_minor(self, error):
        if self.errorlevel > 1:
            raise error
        self._dbg(1, f"tarfile: {error}")

    def _tell_major(self, error):
        if self.errorlevel > 0:
            raise error
        if not isinstance(error, OSError):
            self._dbg(1, f"tarfile: {type(error).__name__} {error}")
        elif error.filename is None:
            self._dbg(1, f"tarfile: {error.strerror}")
        else:
            self._dbg(1, f"tarfile: {error.strerror} {error.filename!r}")

    def extractfile(self, member):
        """A member, or the one of a name, as a file to read; None for what is neither a file nor a link."""
        self._check("r")
        if isinstance(member, str):
            member = self.getmember(member)
        if member.isreg() or member.type not in SUPPORTED_TYPES:
            return self.fileobject(self, member)
        if not (member.islnk() or member.issym()):
            return None
        if isinstance(self.fileobj, _Stream):
            raise StreamError("cannot extract (sym)link as file object")
        return self.extractfile(self._find_link_target(member))

    def _extract_member(self, member, target, set_attrs=True, numeric_owner=False):
        target = target.rstrip("/").replace("/", os.sep)
        above = os.path.dirname(target)
        if above and not os.path.exists(above):
            os.makedirs(above, exist_ok=True)
        is_link = member.islnk() or member.issym()
        self._dbg(1, f"{member.name} -> {member.linkname}" if is_link else member.name)
        if member.isreg():
            self.makefile(member, target)
        elif member.isdir():
            self.makedir(member, target)
        elif member.isfifo():
            self.makefifo(member, target)
        elif member.ischr() or member.isblk():
            self.makedev(member, target)
        elif is_link:
            self.makelink(member, target)
        elif member.type not in SUPPORTED_TYPES:
            self.makeunknown(member, target)
        else:
            self.makefile(member, target)
        if set_attrs:
            self.chown(member, target, numeric_owner)
            if not member.issym():
                self.chmod(member, target)
                self.utime(member, target)

    def makedir(self, tarinfo, targetpath):
        """Make a folder; its permissions come when everything is in it."""
        try:
            if tarinfo.mode is None:
                os.mkdir(targetpath)
            else:
                os.mkdir(targetpath, 0o700)
        except FileExistsError:
            if not os.path.isdir(targetpath):
                raise

    def makefile(self, tarinfo, targetpath):
        """Make a plain file."""
        source = self.fileobj
        source.seek(tarinfo.offset_data)
        with bltn_open(targetpath, "wb") as target:
            if tarinfo.sparse is None:
                copyfileobj(source, target, tarinfo.size, ReadError, self.copybufsize)
                return
            for offset, size in tarinfo.sparse:
                target.seek(offset)
                copyfileobj(source, target, size, ReadError, self.copybufsize)
            target.seek(tarinfo.size)
            target.truncate()

    def makeunknown(self, tarinfo, targetpath):
        """Make a plain file of what is of no known type."""
        self.makefile(tarinfo, targetpath)
        self._dbg(1, f"tarfile: Unknown file type {tarinfo.type!r}, extracted as regular file.")

    def makefifo(self, tarinfo, targetpath):
        """Make a pipe."""
        if not hasattr(os, "mkfifo"):
            raise ExtractError("fifo not supported by system")
        os.mkfifo(targetpath)

    def makedev(self, tarinfo, targetpath):
        """Make a device."""
        if not hasattr(os, "mknod") or not hasattr(os, "makedev"):
            raise ExtractError("special devices not supported by system")
        mode = 0o600 if tarinfo.mode is None else tarinfo.mode
        mode |= stat.S_IFBLK if tarinfo.isblk() else stat.S_IFCHR
        os.mknod(targetpath, mode, os.makedev(tarinfo.devmajor, tarinfo.devminor))

    def makelink(self, tarinfo, targetpath):
        """Make a link; where there can be none, a copy of what it points to."""
        try:
            if tarinfo.issym():
                if os.path.lexists(targetpath):
                    os.unlink(targetpath)
                os.symlink(tarinfo.linkname, targetpath)
            elif os.path.exists(tarinfo._link_target):
                os.link(tarinfo._link_target, targetpath)
            else:
                self._extract_member(self._find_link_target(tarinfo), targetpath)
        except (AttributeError, NotImplementedError, OSError):
            try:
                self._extract_member(self._find_link_target(tarinfo), targetpath)
            except KeyError:
                raise ExtractError("unable to resolve link inside archive") from None

    def chown(self, tarinfo, targetpath, numeric_owner):
        """Set the owner, by name if it is known here; only the superuser can."""
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            return
        user, group = tarinfo.uid, tarinfo.gid
        if not numeric_owner:
            if tarinfo.gname:
                group = _number_of("grp", "getgrnam", tarinfo.gname, group)
            if tarinfo.uname:
                user = _number_of("pwd", "getpwnam", tarinfo.uname, user)
        change = os.lchown if tarinfo.issym() and hasattr(os, "lchown") else os.chown
        try:
            change(targetpath, -1 if user is None else user, -1 if group is None else group)
        except (OSError, OverflowError) as error:
            raise ExtractError("could not change owner") from error

    def chmod(self, tarinfo, targetpath):
        """Set the permissions."""
        if tarinfo.mode is None:
            return
        try:
            os.chmod(targetpath, tarinfo.mode)
        except OSError as error:
            raise ExtractError("could not change mode") from error

    def utime(self, tarinfo, targetpath):
        """Set the time."""
        if tarinfo.mtime is None:
            return
        try:
            os.utime(targetpath, (tarinfo.mtime, tarinfo.mtime))
        except OSError as error:
            raise ExtractError("could not change modification time") from error

    def next(self):
        """The next member, or None at the end."""
        self._check("ra")
        if self.firstmember is not None:
            member, self.firstmember = self.firstmember, None
            return member
        if self.offset != self.fileobj.tell():
            if self.offset == 0:
                return None
            self.fileobj.seek(self.offset - 1)
            if not self.fileobj.read(1):
                raise ReadError("unexpected end of data")
        member = self._read_member()
        if member is None:
            self._loaded = True
        elif not self.stream:
            self.members.append(member)
        return member

    def _read_member(self):
        while True:
            try:
                return self.tarinfo.fromtarfile(self)
            except (EOFHeaderError, InvalidHeaderError) as error:
                if self.ignore_zeros:
                    self._dbg(2, f"{self.offset:#X}: {error}")
                    self.offset += BLOCKSIZE
                    continue
                if isinstance(error, InvalidHeaderError) and self.offset == 0:
                    raise ReadError(str(error)) from None
            except EmptyHeaderError:
                if self.offset == 0:
                    raise ReadError("empty file") from None
            except TruncatedHeaderError as error:
                if self.offset == 0:
                    raise ReadError(str(error)) from None
            except SubsequentHeaderError as error:
                raise ReadError(str(error)) from None
            except Exception as error:
                if type(error).__name__ == "error" and type(error).__module__ == "zlib":
                    raise ReadError(f"zlib error: {error}") from None
                raise
            return None

    def _getmember(self, name, tarinfo=None, normalize=False):
        """The last member of a name, before another one."""
        members = self.getmembers()
        if tarinfo is not None:
            places = [place for place, member in enumerate(members) if member.offset == tarinfo.offset]
            if not places:
                # One that a filter has made is not among them.
                raise ValueError(tarinfo)
            members = members[:places[0]]
        if normalize:
            name = os.path.normpath(name)
        for member in reversed(members):
            if name == (os.path.normpath(member.name) if normalize else member.name):
                return member
        return None

    def _load(self):
        if not self.stream:
            while self.next() is not None:
                pass
            self._loaded = True

    def _check(self, mode=None):
        if self.closed:
            raise OSError(f"{type(self).__name__} is closed")
        if mode is not None and self.mode not in mode:
            raise OSError(f"bad operation for mode {self.mode!r}")

    def _find_link_target(self, tarinfo):
        """The member that a link points to."""
        if tarinfo.issym():
            linkname = "/".join(filter(None, (os.path.dirname(tarinfo.name), tarinfo.linkname)))
            limit = None
        else:
            # Only what came before can be meant.
            linkname, limit = tarinfo.linkname, tarinfo
        found = self._getmember(linkname, tarinfo=limit, normalize=True)
        if found is None:
            raise KeyError(f"linkname {linkname!r} not found")
        return found

    def __iter__(self):
        if self._loaded:
            yield from self.members
            return
        index = 0
        # next() gives this one first, and it is among the members already.
        if self.firstmember is not None:
            yield self.next()
            index += 1
        while True:
            if index < len(self.members):
                member = self.members[index]
            elif not self._loaded:
                member = self.next()
                if not member:
                    self._loaded = True
                    return
            else:
                return
            index += 1
            yield member

    def _dbg(self, level, msg):
        if level <= self.debug:
            print(msg, file=sys.stderr)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback):
        if type is None:
            self.close()
        else:
            # After an error the end is not written.
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True


def _compression(module):
    try:
        return __import__(module)
    except ImportError:
        raise CompressionError(f"{module} module is not available") from None


def _name_of(module, function, number):
    """The name of a user or a group; an empty one if nobody knows it."""
    try:
        return getattr(__import__(module), function)(number)[0]
    except (ImportError, KeyError):
        return ""


def _number_of(module, function, name, default):
    try:
        return getattr(__import__(module), function)(name)[2]
    except (ImportError, KeyError):
        return default


def is_tarfile(name):
    """Whether a file, named or open, is a tar file."""
    try:
        if hasattr(name, "read"):
            place = name.tell()
            archive = open(fileobj=name)
            name.seek(place)
        else:
            archive = open(name)
        archive.close()
        return True
    except TarError:
        return False


open = TarFile.open


def main():
    """List, test, extract or make a tar file: what `python -m tarfile` does."""
    import argparse
    parser = argparse.ArgumentParser(description="A simple command-line interface for tarfile module.")
    parser.add_argument("-v", "--verbose", action="store_true", default=False, help="Verbose output")
    parser.add_argument("--filter", metavar="<filtername>", choices=_NAMED_FILTERS, help="Filter for extraction")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("-l", "--list", metavar="<tarfile>", help="Show listing of a tarfile")
    group.add_argument("-e", "--extract", nargs="+", metavar=("<tarfile>", "<output_dir>"),
                       help="Extract tarfile into target dir")
    group.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="Create tarfile from sources")
    group.add_argument("-t", "--test", metavar="<tarfile>", help="Test if a tarfile is valid")
    args = parser.parse_args()
    if args.filter and args.extract is None:
        parser.exit(1, "--filter is only valid for extraction\n")
    if args.test is not None:
        if not is_tarfile(args.test):
            parser.exit(1, f"{args.test!r} is not a tar archive.\n")
        with open(args.test, "r") as archive:
            archive.getmembers()
            print(archive.getmembers(), file=sys.stderr)
        if args.verbose:
            print(f"{args.test!r} is a tar archive.")
    elif args.list is not None:
        if not is_tarfile(args.list):
            parser.exit(1, f"{args.list!r} is not a tar archive.\n")
        with open(args.list, "r:*") as archive:
            archive.list(verbose=args.verbose)
    elif args.extract is not None:
        if len(args.extract) > 2:
            parser.exit(1, parser.format_help())
        name, folder = (args.extract + [os.curdir])[:2]
        if not is_tarfile(name):
            parser.exit(1, f"{name!r} is not a tar archive.\n")
        with open(name, "r:*") as archive:
            archive.extractall(path=folder, filter=args.filter)
        if args.verbose:
            where = "" if folder == "." else f"\ninto {folder!r} directory"
            print(f"{name!r} file is extracted{where}.")
    else:
        name, *files = args.create
        extension = os.path.splitext(name)[1]
        kinds = {".gz": "gz", ".tgz": "gz", ".xz": "xz", ".txz": "xz", ".bz2": "bz2", ".tbz": "bz2", ".tbz2": "bz2",
                 ".tb2": "bz2"}
        with open(name, "w:" + kinds[extension] if extension in kinds else "w") as archive:
            for path in files:
                archive.add(path)
        if args.verbose:
            print(f"{name!r} file created.")


if __name__ == "__main__":
    main()
