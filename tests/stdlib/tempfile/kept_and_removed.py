# Temporary files and directories: kept while somebody has a part of them, removed with what is in them.
import os
import tempfile

write = tempfile.NamedTemporaryFile().write
print(write(b"foo"))
with tempfile.SpooledTemporaryFile(max_size=4, mode="w+") as file:
    print(file.name, file.mode, file.write("ab\n"), file.newlines, file.encoding.lower())
    file.seek(0)
    print(file.readlines(), file.newlines, file.seekable(), file.tell())
    file.write("more than fits")
    print(type(file.name).__name__, file.readable(), file.closed)
print(file.closed)
with tempfile.TemporaryDirectory() as folder:
    path = folder
    for _ in range(30):
        path = os.path.join(path, "d")
        os.mkdir(path)
    os.symlink("nowhere", os.path.join(folder, "link"))
print(os.path.exists(folder), os.path.lexists(os.path.join(folder, "link")))
made = tempfile.TemporaryDirectory(delete=False)
with made:
    pass
print(os.path.exists(made.name))
made.cleanup()
print(os.path.exists(made.name))
tempfile.tempdir = b"/tmp"
print(type(tempfile.mkdtemp.__name__), type(name := tempfile.mkdtemp()))
os.rmdir(name)
