# Patterns below a directory that is given by its descriptor, and as regular expressions.
import glob
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    for name in ("a.py", "b.txt", ".c.py"):
        open(os.path.join(folder, name), "w").close()
    os.mkdir(os.path.join(folder, "d"))
    open(os.path.join(folder, "d", "e.py"), "w").close()
    fd = os.open(folder, os.O_RDONLY)
    for pattern in ("*.py", "d/*", "**/*.py", "a.py", "nope"):
        print(pattern, sorted(glob.glob(pattern, dir_fd=fd, recursive=True)), sorted(glob.glob(pattern, root_dir=folder)))
    print(sorted(glob.glob("*", dir_fd=fd, include_hidden=True)), glob.glob(b"*.txt", dir_fd=fd))
    os.close(fd)
for pattern in ("a?b", "*.[ch]", "**/x*y*.py", ".*", "[!a]*/b", "a/**", "*", "?"):
    for hidden in (False, True):
        print(glob.translate(pattern, recursive=True, include_hidden=hidden, seps="/"))
