"""Constants and functions for interpreting what os.stat() and os.lstat() give."""

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)

S_IFDIR = 0o040000
S_IFCHR = 0o020000
S_IFBLK = 0o060000
S_IFREG = 0o100000
S_IFIFO = 0o010000
S_IFLNK = 0o120000
S_IFSOCK = 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0

S_ISUID = 0o4000
S_ISGID = S_ENFMT = 0o2000
S_ISVTX = 0o1000
S_IREAD = S_IRUSR = 0o400
S_IWRITE = S_IWUSR = 0o200
S_IEXEC = S_IXUSR = 0o100
S_IRWXU = 0o700
S_IRWXG = 0o070
S_IRGRP = 0o040
S_IWGRP = 0o020
S_IXGRP = 0o010
S_IRWXO = 0o007
S_IROTH = 0o004
S_IWOTH = 0o002
S_IXOTH = 0o001

UF_SETTABLE = 0x0000FFFF
UF_NODUMP = 0x00000001
UF_IMMUTABLE = 0x00000002
UF_APPEND = 0x00000004
UF_OPAQUE = 0x00000008
UF_NOUNLINK = 0x00000010
UF_COMPRESSED = 0x00000020
UF_TRACKED = 0x00000040
UF_DATAVAULT = 0x00000080
UF_HIDDEN = 0x00008000
SF_SETTABLE = 0x3FFF0000
SF_ARCHIVED = 0x00010000
SF_IMMUTABLE = 0x00020000
SF_APPEND = 0x00040000
SF_RESTRICTED = 0x00080000
SF_NOUNLINK = 0x00100000
SF_SNAPSHOT = 0x00200000
SF_FIRMLINK = 0x00800000
SF_DATALESS = 0x40000000

# One bit after the other, from the lowest; one of them has no name.
for _place, _name in enumerate((
    "READONLY", "HIDDEN", "SYSTEM", None, "DIRECTORY", "ARCHIVE", "DEVICE", "NORMAL", "TEMPORARY", "SPARSE_FILE",
    "REPARSE_POINT", "COMPRESSED", "OFFLINE", "NOT_CONTENT_INDEXED", "ENCRYPTED", "INTEGRITY_STREAM", "VIRTUAL",
    "NO_SCRUB_DATA",
)):
    if _name:
        globals()[f"FILE_ATTRIBUTE_{_name}"] = 1 << _place
del _place, _name


def S_IMODE(mode):
    """The permission bits of a mode."""
    return mode & 0o7777


def S_IFMT(mode):
    """The bits of a mode that tell the kind of file."""
    return mode & 0o170000


def _kind(name, bits, what):
    def test(mode):
        return mode & 0o170000 == bits

    test.__name__ = test.__qualname__ = name
    test.__doc__ = f"Whether a mode is that of {what}."
    return test


S_ISDIR = _kind("S_ISDIR", S_IFDIR, "a directory")
S_ISCHR = _kind("S_ISCHR", S_IFCHR, "a character device")
S_ISBLK = _kind("S_ISBLK", S_IFBLK, "a block device")
S_ISREG = _kind("S_ISREG", S_IFREG, "a regular file")
S_ISFIFO = _kind("S_ISFIFO", S_IFIFO, "a pipe")
S_ISLNK = _kind("S_ISLNK", S_IFLNK, "a symbolic link")
S_ISSOCK = _kind("S_ISSOCK", S_IFSOCK, "a socket")


def S_ISDOOR(mode):
    """Whether a mode is that of a door: there are none here."""
    return False


S_ISPORT = S_ISWHT = S_ISDOOR


def filemode(mode):
    """A mode as ls -l shows it: '-rwxrwxrwx'."""
    kinds = {S_IFLNK: "l", S_IFSOCK: "s", S_IFREG: "-", S_IFBLK: "b", S_IFDIR: "d", S_IFCHR: "c", S_IFIFO: "p"}
    out = [kinds.get(S_IFMT(mode), "?")]
    for shift, special, lower, upper in ((6, S_ISUID, "s", "S"), (3, S_ISGID, "s", "S"), (0, S_ISVTX, "t", "T")):
        bits = mode >> shift
        out.append("r" if bits & 4 else "-")
        out.append("w" if bits & 2 else "-")
        if mode & special:
            out.append(lower if bits & 1 else upper)
        else:
            out.append("x" if bits & 1 else "-")
    return "".join(out)
