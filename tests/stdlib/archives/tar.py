import io
import os
import tarfile
import tempfile

folder = tempfile.mkdtemp()
os.chdir(folder)
os.makedirs("src/deep")
for name, text in (("src/a.txt", "hello\n" * 100), ("src/deep/ü.txt", "x")):
    with open(name, "w") as file:
        file.write(text)
os.symlink("a.txt", "src/link")

for mode in ("w", "w:gz", "w:bz2", "w:xz", "w|gz"):
    with tarfile.open("t.tar", mode) as archive:
        archive.add("src")
        info = tarfile.TarInfo("made.bin")
        info.size = 5
        info.mtime = 1.5
        archive.addfile(info, io.BytesIO(b"12345"))
    with tarfile.open("t.tar") as archive:
        print(mode, sorted(archive.getnames()), archive.getmember("made.bin").mtime)
    with tarfile.open("t.tar", "r|*") as archive:
        print([(member.name, member.isdir(), member.issym(), member.isfile()) for member in archive if "ü" not in member.name][-1])
with tarfile.open("t.tar") as archive:
    print(archive.extractfile("src/a.txt").readline(), archive.extractfile("src/link").read(3), archive.extractfile("src"))
    archive.extractall("out", filter="data")
    print(sorted(os.path.join(where, name) for where, _, names in os.walk("out") for name in names), os.readlink("out/src/link"))
    try:
        archive.getmember("nothing")
    except KeyError as error:
        print(error)

long = "x" * 120 + "/" + "y" * 90
for kind in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=kind) as archive:
        info = tarfile.TarInfo(long)
        info.uname = "me"
        archive.addfile(info)
    file.seek(0)
    with tarfile.open(fileobj=file) as archive:
        print(kind, archive.getnames() == [long], archive.getmembers()[0].uname, archive.getmembers()[0].pax_headers.keys())

evil = io.BytesIO()
with tarfile.open(fileobj=evil, mode="w") as archive:
    archive.addfile(tarfile.TarInfo("../outside"))
    link = tarfile.TarInfo("link")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    archive.addfile(link)
evil.seek(0)
with tarfile.open(fileobj=evil) as archive:
    for member in archive.getmembers():
        try:
            tarfile.data_filter(member, "/tmp/x")
        except tarfile.FilterError as error:
            print(type(error).__name__, error)
print(tarfile.is_tarfile("t.tar"), tarfile.is_tarfile("src/a.txt"))
try:
    tarfile.open("src/a.txt")
except tarfile.ReadError as error:
    print(str(error).splitlines()[0])
try:
    tarfile.open("t.tar", "w:zip")
except tarfile.CompressionError as error:
    print(error)
