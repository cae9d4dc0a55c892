# Windows paths are looked at, not used.
import ntpath
from pathlib import PurePath, PurePosixPath, PureWindowsPath, WindowsPath

for text in ("c:/a/b.txt", "c:a", "//server/share/x", r"\\?\UNC\s\h\x", "a/./b", "/a", "c:", "./c:x", ""):
    path = PureWindowsPath(text)
    print(repr(path), str(path), path.drive, path.root, path.parts, path.is_absolute(), path.name)
print(PureWindowsPath("C:/A") == PureWindowsPath("c:/a"), PurePosixPath("A") == PureWindowsPath("A"))
print(PureWindowsPath("c:/a", "d:b"), PureWindowsPath("c:/a", "/b"), PureWindowsPath("c:/a", "c:b"))
print(PureWindowsPath("c:/a b").as_uri(), PureWindowsPath("//s/h/x").as_uri(), PureWindowsPath("c:/a/b").relative_to("C:/A"))
print(PureWindowsPath("a/B.py").match("*.PY"), PurePosixPath("a/B.py").match("*.PY"), PureWindowsPath("x").with_name("y"))
print(PureWindowsPath(PurePosixPath("a/b")), PurePosixPath(PureWindowsPath(r"a\b")), type(PurePath("a")).__name__)
for make in (lambda: PureWindowsPath("a").with_name("c:b"), lambda: PureWindowsPath("c:a").as_uri(), lambda: WindowsPath("a"),
             lambda: PureWindowsPath("a") < PurePosixPath("b")):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
for path in ("c:/a/../b", "a//b/.", "//s/h/../x", "c:..", "/..", "", "c:/.."):
    print(ntpath.normpath(path), ntpath.splitroot(path), ntpath.split(path), ntpath.isabs(path), ntpath.normcase(path))
print(ntpath.join("c:/a", "b", "/c"), ntpath.join("c:", "b"), ntpath.join("c:a", "C:b"), ntpath.join("//s/h", "x"))
print(ntpath.commonpath(["C:/a/b", r"c:\A\c"]), ntpath.relpath("c:/a/b", "c:/a/c/d"), ntpath.splitext("a.b/c"))
print([name for name in ("con", "a.txt", "nul.x", "x ", "a*b", "..", "com1", "com0") if ntpath.isreserved(name)])
