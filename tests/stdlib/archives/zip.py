import io
import os
import tempfile
import zipfile

folder = tempfile.mkdtemp()
os.chdir(folder)
with open("a.txt", "w") as file:
    file.write("hello\n" * 50)
os.mkdir("sub")

info = zipfile.ZipInfo("made/by hand.txt", (2001, 2, 3, 4, 5, 6))
with zipfile.ZipFile("t.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.write("a.txt")
    archive.write("sub")
    archive.writestr("b/c.bin", bytes(100), zipfile.ZIP_STORED)
    archive.writestr(info, "ünï")
    archive.writestr("ü.txt", "x" * 1000, zipfile.ZIP_BZIP2)
    archive.writestr("l.txt", "y" * 1000, zipfile.ZIP_LZMA)
    with archive.open("streamed", "w") as member:
        member.write(b"part one, ")
        member.write(b"part two")
    archive.comment = b"a comment"
    print(archive.namelist())
print(zipfile.is_zipfile("t.zip"), zipfile.is_zipfile("a.txt"))
with zipfile.ZipFile("t.zip") as archive:
    print(archive, archive.comment, archive.testzip())
    for info in archive.infolist():
        print(info.filename, info.file_size, info.compress_type, info.is_dir(), hex(info.CRC), info.date_time[0] >= 2001)
    print(archive.read("streamed"), archive.read("b/c.bin") == bytes(100), archive.read("made/by hand.txt").decode())
    with archive.open("a.txt") as member:
        print(member, member.readline(), member.read(4), member.tell(), member.seek(290), member.read())
    print(sorted(archive.namelist()) == sorted(info.filename for info in archive.filelist))
    print(archive.extract("a.txt", "out") == os.path.join("out", "a.txt"))
    archive.extractall("all")
    try:
        archive.getinfo("nothing")
    except KeyError as error:
        print(error)
print(sorted(os.path.join(where, name) for where, _, names in os.walk("all") for name in names))
with zipfile.ZipFile("t.zip", "a") as archive:
    archive.writestr("late", b"!")
root = zipfile.Path("t.zip")
print(sorted(str(path) for path in root.iterdir()))
print((root / "made" / "by hand.txt").read_text("utf-8"), (root / "b").is_dir(), (root / "late").read_bytes(), (root / "b" / "c.bin").name)
print(sorted(path.at for path in root.glob("*.txt")), (root / "x").exists(), root.joinpath("made").parent)
try:
    zipfile.ZipFile(io.BytesIO(b"no zip file"))
except zipfile.BadZipFile as error:
    print(repr(error))
try:
    zipfile.ZipFile("t.zip", "q")
except ValueError as error:
    print(error)
