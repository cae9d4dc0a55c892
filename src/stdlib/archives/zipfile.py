"""Zip files: read, written and extended."""

__all__ = [
    "BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile", "ZipInfo",
    "ZipFile", "PyZipFile", "LargeZipFile", "Path",
]

import io
import os
import shutil
import sys
import threading
import time

import _zip_records as _records
from _zip_records import (
    BZIP2_VERSION, DEFAULT_VERSION, IS_ENCRYPTED, IS_PATCH, IS_STRONGLY_ENCRYPTED, IS_UTF8, LZMA_VERSION, MAX_EXTRACT_VERSION,
    MEMBER, MEMBER_MAGIC, USES_DESCRIPTOR, ZIP64_LIMIT, ZIP64_VERSION, ZIP_BZIP2, ZIP_DEFLATED, ZIP_FILECOUNT_LIMIT, ZIP_LZMA, ZIP_MAX_COMMENT, ZIP_STORED, BadZipFile,
    LargeZipFile, ZipInfo,
)
from _zip_streams import SharedFile, Tellable, ZipExtFile, ZipWriteFile, check_method, check_readable, flags_for

error = BadZipfile = BadZipFile
for _class in (BadZipFile, LargeZipFile, ZipInfo, ZipExtFile):
    _class.__module__ = __name__
del _class


def is_zipfile(filename):
    """Whether a file, named or open, is a zip file by its looks."""
    try:
        if hasattr(filename, "read"):
            return _records.read_end(filename) is not None
        with io.open(filename, "rb") as file:
            return _records.read_end(file) is not None
    except (OSError, BadZipFile):
        return False


class ZipFile:
    """A zip file, named or open: `mode` is "r", "w", "x" or "a"."""

    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *,
                 strict_timestamps=True, metadata_encoding=None):
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        check_method(compression)
        self._allowZip64 = allowZip64
        self._didModify = False
        self.debug = 0
        self.NameToInfo = {}
        self.filelist = []
        self.compression = compression
        self.compresslevel = compresslevel
        self.mode = mode
        self.pwd = None
        self._comment = b""
        self._strict_timestamps = strict_timestamps
        self.metadata_encoding = metadata_encoding
        if metadata_encoding and mode != "r":
            raise ValueError("metadata_encoding is only supported for reading files")
        self._filePassed = 0 if isinstance(file, (str, os.PathLike)) else 1
        if self._filePassed:
            self.fp, self.filename = file, getattr(file, "name", None)
        else:
            self.filename = os.fspath(file)
            self._open(mode)
        self._fileRefCnt = 1
        self._lock = threading.RLock()
        self._seekable = True
        self._writing = False
        try:
            self._begin(mode)
        except BaseException:
            fp, self.fp = self.fp, None
            self._fpclose(fp)
            raise

    def _open(self, mode):
        """Open the file by its name; one that cannot be changed in place is written anew."""
        for way in {"r": ("rb",), "w": ("w+b", "wb"), "x": ("x+b", "xb"), "a": ("r+b", "w+b", "wb")}[mode]:
            try:
                self.fp = io.open(self.filename, way)
                return
            except OSError as problem:
                last = problem
        raise last

    def _begin(self, mode):
        if mode == "r":
            self._read_directory()
        elif mode in ("w", "x"):
            self._didModify = True
            self._begin_writing()
        else:
            try:
                self._read_directory()
                self.fp.seek(self.start_dir)
            except BadZipFile:
                # What is no zip file yet stays, and the zip file comes behind it.
                self.fp.seek(0, 2)
                self._didModify = True
                self.start_dir = self.fp.tell()

    def _begin_writing(self):
        try:
            self.start_dir = self.fp.tell()
        except (AttributeError, OSError):
            self.fp = Tellable(self.fp)
            self.start_dir = 0
            self._seekable = False
            return
        try:
            self.fp.seek(self.start_dir)
        except (AttributeError, OSError):
            self._seekable = False

    def _read_directory(self):
        infos, self._comment, self.start_dir = _records.read_directory(self.fp, self.metadata_encoding)
        self.filelist = infos
        self.NameToInfo = {info.filename: info for info in infos}

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __repr__(self):
        parts = [f"<{type(self).__module__}.{type(self).__qualname__}"]
        if self.fp is None:
            parts.append("[closed]")
        else:
            if self._filePassed:
                parts.append(f"file={self.fp!r}")
            elif self.filename is not None:
                parts.append(f"filename={self.filename!r}")
            parts.append(f"mode={self.mode!r}")
        return " ".join(parts) + ">"

    def namelist(self):
        """The names of all members."""
        return [info.filename for info in self.filelist]

    def infolist(self):
        """What there is to say of each member."""
        return self.filelist

    def getinfo(self, name):
        """What there is to say of a member."""
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError(f"There is no item named {name!r} in the archive")
        return info

    def printdir(self, file=None):
        """Print a table of the members."""
        print(f"{'File Name':<46} {'Modified    ':>19} {'Size':>12}", file=file)
        for info in self.filelist:
            date = "%d-%02d-%02d %02d:%02d:%02d" % info.date_time[:6]
            print(f"{info.filename:<46} {date} {info.file_size:12d}", file=file)

    def testzip(self):
        """Read everything; the name of the first member that is damaged is returned, or None."""
        for info in self.filelist:
            try:
                with self.open(info.filename, "r") as file:
                    while file.read(1 << 20):
                        pass
            except BadZipFile:
                return info.filename
        return None

    def setpassword(self, pwd):
        """Set the password for members that are encrypted."""
        if pwd and not isinstance(pwd, bytes):
            raise TypeError(f"pwd: expected bytes, got {type(pwd).__name__}")
        self.pwd = pwd or None

    @property
    def comment(self):
        """The comment of the whole file, as bytes."""
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError(f"comment: expected bytes, got {type(comment).__name__}")
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings
            warnings.warn(f"Archive comment is too long; truncating to {ZIP_MAX_COMMENT} bytes", stacklevel=2)
            comment = comment[:ZIP_MAX_COMMENT]
        self._comment = comment
        self._didModify = True

    def read(self, name, pwd=None):
        """The bytes of a member."""
        with self.open(name, "r", pwd) as file:
            return file.read()

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        """A member as a file: "r" to read it, "w" to write a new one."""
        if mode not in {"r", "w"}:
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == "w":
            raise ValueError("pwd is only supported for reading files")
        if not self.fp:
            raise ValueError("Attempt to use ZIP archive that was already closed")
        if isinstance(name, ZipInfo):
            info = name
        elif mode == "w":
            info = ZipInfo(name)
            info.compress_type = self.compression
            info.compress_level = self.compresslevel
        else:
            info = self.getinfo(name)
        if mode == "w":
            return self._open_to_write(info, force_zip64)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. "
                             "Close the writing handle before trying to read.")
        self._fileRefCnt += 1
        file = SharedFile(self.fp, info.header_offset, self._fpclose, self._lock, lambda: self._writing)
        try:
            self._go_to_data(file, info)
            return ZipExtFile(file, mode + "b", info, self._password(info, pwd), True)
        except BaseException:
            file.close()
            raise

    def _go_to_data(self, file, info):
        """Go past the record before a member, which must say the same as the directory."""
        header = file.read(MEMBER.size)
        if len(header) != MEMBER.size:
            raise BadZipFile("Truncated file header")
        magic, _, _, flags, _, _, _, _, _, _, name_length, extra_length = MEMBER.unpack(header)
        if magic != MEMBER_MAGIC:
            raise BadZipFile("Bad magic number for file header")
        name = file.read(name_length)
        if extra_length:
            file.seek(extra_length, whence=1)
        if info.flag_bits & IS_PATCH:
            raise NotImplementedError("compressed patched data (flag bit 5)")
        if info.flag_bits & IS_STRONGLY_ENCRYPTED:
            raise NotImplementedError("strong encryption (flag bit 6)")
        text = name.decode("utf-8" if flags & IS_UTF8 else self.metadata_encoding or "cp437")
        if text != info.orig_filename:
            raise BadZipFile(f"File name in directory {info.orig_filename!r} and header {name!r} differ.")
        if info._end_offset is not None and file.tell() + info.compress_size > info._end_offset:
            if info._end_offset == info.header_offset:
                import warnings
                warnings.warn(f"Overlapped entries: {info.orig_filename!r} (possible zip bomb)", skip_file_prefixes=())
            else:
                raise BadZipFile(f"Overlapped entries: {info.orig_filename!r} (possible zip bomb)")

    def _password(self, info, pwd):
        if not info.flag_bits & IS_ENCRYPTED:
            return None
        pwd = pwd or self.pwd
        if pwd and not isinstance(pwd, bytes):
            raise TypeError(f"pwd: expected bytes, got {type(pwd).__name__}")
        if not pwd:
            raise RuntimeError(f"File {info.filename!r} is encrypted, password required for extraction")
        return pwd

    def _open_to_write(self, info, force_zip64=False):
        if force_zip64 and not self._allowZip64:
            raise ValueError("force_zip64 is True, but allowZip64 was False when opening the ZIP file.")
        if self._writing:
            raise ValueError("Can't write to the ZIP file while there is another write handle open on it. "
                             "Close the first handle before opening another.")
        info.compress_size = info.CRC = 0
        info.flag_bits = flags_for(info.compress_type)
        if not self._seekable:
            info.flag_bits |= USES_DESCRIPTOR
        if not info.external_attr:
            info.external_attr = 0o600 << 16
        # What is compressed may become a little larger.
        zip64 = force_zip64 or info.file_size * 1.05 > ZIP64_LIMIT
        if not self._allowZip64 and zip64:
            raise LargeZipFile("Filesize would require ZIP64 extensions")
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        self._writecheck(info)
        self._didModify = True
        self.fp.write(info.FileHeader(zip64))
        self._writing = True
        return ZipWriteFile(self, info, zip64)

    def _writecheck(self, info):
        """Whether a member may be added."""
        if info.filename in self.NameToInfo:
            import warnings
            warnings.warn(f"Duplicate name: {info.filename!r}", stacklevel=3)
        if self.mode not in ("w", "x", "a"):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError("Attempt to write ZIP archive that was already closed")
        check_method(info.compress_type)
        if not self._allowZip64:
            what = None
            if len(self.filelist) >= ZIP_FILECOUNT_LIMIT:
                what = "Files count"
            elif info.file_size > ZIP64_LIMIT:
                what = "Filesize"
            elif info.header_offset > ZIP64_LIMIT:
                what = "Zipfile size"
            if what:
                raise LargeZipFile(what + " would require ZIP64 extensions")

    def _check_idle(self):
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists")

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Add a file or a folder of the disk, under its name or another."""
        self._check_idle()
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
        if info.is_dir():
            info.compress_size = info.CRC = 0
            self.mkdir(info)
            return
        info.compress_type = self.compression if compress_type is None else compress_type
        info.compress_level = self.compresslevel if compresslevel is None else compresslevel
        with io.open(filename, "rb") as source, self.open(info, "w") as target:
            shutil.copyfileobj(source, target, 1024 * 8)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Add a member with some text or bytes in it."""
        if isinstance(data, str):
            data = data.encode("utf-8")
        if isinstance(zinfo_or_arcname, ZipInfo):
            info = zinfo_or_arcname
        else:
            info = ZipInfo(zinfo_or_arcname, time.localtime(time.time())[:6])
            info.compress_type = self.compression
            info.compress_level = self.compresslevel
            if info.filename.endswith("/"):
                info.external_attr = 0o40775 << 16 | 0x10
            else:
                info.external_attr = 0o600 << 16
        self._check_idle()
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info.compress_level = compresslevel
        info.file_size = len(data)
        with self._lock, self.open(info, "w") as target:
            target.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        """Add an empty folder."""
        if isinstance(zinfo_or_directory_name, ZipInfo):
            info = zinfo_or_directory_name
            if not info.is_dir():
                raise ValueError("The given ZipInfo does not describe a directory")
        elif isinstance(zinfo_or_directory_name, str):
            info = ZipInfo(zinfo_or_directory_name.removesuffix("/") + "/")
            info.compress_size = info.CRC = 0
            info.external_attr = (0o40000 | mode) << 16 | 0x10
            info.file_size = 0
        else:
            raise TypeError("Expected type str or ZipInfo")
        with self._lock:
            if self._seekable:
                self.fp.seek(self.start_dir)
            info.header_offset = self.fp.tell()
            if info.compress_type == ZIP_LZMA:
                info.flag_bits |= flags_for(ZIP_LZMA)
            self._writecheck(info)
            self._didModify = True
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info
            self.fp.write(info.FileHeader(False))
            self.start_dir = self.fp.tell()

    def extract(self, member, path=None, pwd=None):
        """Write a member to the disk, below a folder; where it is now is returned."""
        return self._extract_member(member, os.getcwd() if path is None else os.fspath(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Write all members, or some, to the disk."""
        path = os.getcwd() if path is None else os.fspath(path)
        for member in self.namelist() if members is None else members:
            self._extract_member(member, path, pwd)

    @classmethod
    def _sanitize_windows_name(cls, arcname, pathsep):
        """A name with nothing in it that Windows does not take."""
        table = str.maketrans(':<>|"?*', "_" * 7)
        parts = (part.rstrip(" .") for part in arcname.translate(table).split(pathsep))
        return pathsep.join(part for part in parts if part)

    def _extract_member(self, member, targetpath, pwd):
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        name = info.filename.replace("/", os.path.sep)
        if os.path.altsep:
            name = name.replace(os.path.altsep, os.path.sep)
        # Nothing may land above the folder.
        name = os.path.splitdrive(name)[1]
        name = os.path.sep.join(part for part in name.split(os.path.sep) if part not in ("", os.path.curdir, os.path.pardir))
        if os.path.sep == "\\":
            name = self._sanitize_windows_name(name, os.path.sep)
        if not name and not info.is_dir():
            raise ValueError("Empty filename.")
        targetpath = os.path.normpath(os.path.join(targetpath, name))
        above = os.path.dirname(targetpath)
        if above and not os.path.exists(above):
            os.makedirs(above, exist_ok=True)
        if info.is_dir():
            if not os.path.isdir(targetpath):
                try:
                    os.mkdir(targetpath)
                except FileExistsError:
                    if not os.path.isdir(targetpath):
                        raise
            return targetpath
        with self.open(info, pwd=pwd) as source, io.open(targetpath, "wb") as target:
            shutil.copyfileobj(source, target)
        return targetpath

    def __del__(self):
        self.close()

    def close(self):
        """Write the directory, if anything was changed, and close the file."""
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. "
                             "Close the writing handle before closing the zip.")
        try:
            if self.mode in ("w", "x", "a") and self._didModify:
                with self._lock:
                    if self._seekable:
                        self.fp.seek(self.start_dir)
                    _records.write_end(self.fp, self.start_dir, self.filelist, self._comment, self._allowZip64)
                    if self.mode == "a":
                        self.fp.truncate()
                    self.fp.flush()
        finally:
            fp, self.fp = self.fp, None
            self._fpclose(fp)

    def _fpclose(self, fp):
        self._fileRefCnt = getattr(self, "_fileRefCnt", 1) - 1
        if not self._fileRefCnt and not self._filePassed:
            fp.close()


class PyZipFile(ZipFile):
    """A zip file of modules, to be imported from."""

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, optimize=-1):
        super().__init__(file, mode=mode, compression=compression, allowZip64=allowZip64)
        self._optimize = optimize

    def writepy(self, pathname, basename="", filterfunc=None):
        """Add the modules of a file, a folder or a package, as source text."""
        pathname = os.fspath(pathname)
        if filterfunc and not filterfunc(pathname):
            if self.debug:
                print(f"{'path' if os.path.isdir(pathname) else 'file'} {pathname!r} skipped by filterfunc")
            return
        folder, name = os.path.split(pathname)
        if not os.path.isdir(pathname):
            if pathname[-3:] != ".py":
                raise RuntimeError('Files added with writepy() must end with ".py"')
            self.write(pathname, f"{basename}/{name}" if basename else name)
            return
        is_package = os.path.isfile(os.path.join(pathname, "__init__.py"))
        if is_package:
            basename = f"{basename}/{name}" if basename else name
        for name in sorted(os.listdir(pathname)):
            path = os.path.join(pathname, name)
            if os.path.isdir(path):
                if is_package and os.path.isfile(os.path.join(path, "__init__.py")):
                    self.writepy(path, basename, filterfunc=filterfunc)
            elif name.endswith(".py"):
                if filterfunc and not filterfunc(path):
                    if self.debug:
                        print(f"file {path!r} skipped by filterfunc")
                    continue
                self.write(path, f"{basename}/{name}" if basename else name)


def main(args=None):
    """List, test, extract or make a zip file: what `python -m zipfile` does."""
    import argparse
    parser = argparse.ArgumentParser(description="A simple command-line interface for zipfile module.")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("-l", "--list", metavar="<zipfile>", help="Show listing of a zipfile")
    group.add_argument("-e", "--extract", nargs=2, metavar=("<zipfile>", "<output_dir>"), help="Extract zipfile into target dir")
    group.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="Create zipfile from sources")
    group.add_argument("-t", "--test", metavar="<zipfile>", help="Test if a zipfile is valid")
    parser.add_argument("--metadata-encoding", metavar="<encoding>", help="Specify encoding of member names for -l, -e and -t")
    args = parser.parse_args(args)
    encoding = args.metadata_encoding
    if args.test is not None:
        with ZipFile(args.test, "r", metadata_encoding=encoding) as archive:
            bad = archive.testzip()
        if bad:
            print(f"The following enclosed file is corrupted: {bad!r}")
        print("Done testing")
    elif args.list is not None:
        with ZipFile(args.list, "r", metadata_encoding=encoding) as archive:
            archive.printdir()
    elif args.extract is not None:
        source, target = args.extract
        with ZipFile(source, "r", metadata_encoding=encoding) as archive:
            archive.extractall(target)
    else:
        if encoding:
            print("Non-conforming encodings not supported with -c.", file=sys.stderr)
            sys.exit(1)
        name, *files = args.create
        with ZipFile(name, "w") as archive:
            for path in files:
                inside = os.path.basename(path) or os.path.basename(os.path.dirname(path))
                if inside in ("", os.curdir, os.pardir):
                    inside = ""
                _add(archive, path, inside)


def _add(archive, path, inside):
    if os.path.isfile(path):
        archive.write(path, inside, ZIP_DEFLATED)
    elif os.path.isdir(path):
        if inside:
            archive.write(path, inside)
        for name in sorted(os.listdir(path)):
            _add(archive, os.path.join(path, name), os.path.join(inside, name))


from zipfile._path import CompleteDirs, Path  # Path needs ZipFile.
