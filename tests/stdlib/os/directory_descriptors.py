# Paths below the directory of a descriptor.
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    os.mkdir("x")
    fd = os.open("x", os.O_RDONLY)
    os.close(os.open("f", os.O_WRONLY | os.O_CREAT, dir_fd=fd))
    print(os.listdir(fd), os.stat("f", dir_fd=fd).st_size, os.access("f", os.R_OK, dir_fd=fd))
    os.rename("f", "g", src_dir_fd=fd, dst_dir_fd=fd)
    os.symlink("g", "l", dir_fd=fd)
    print(sorted(os.listdir("x")), os.readlink("l", dir_fd=fd), sorted((e.name, e.path) for e in os.scandir(fd)))
    for ask in (lambda: os.unlink("nope", dir_fd=fd), lambda: os.stat("g", dir_fd=999)):
        try:
            ask()
        except OSError as error:
            print(repr(error), error.filename)
    try:
        os.stat("g", dir_fd="x")
    except TypeError as error:
        print(error)
    os.unlink("l", dir_fd=fd)
    os.mkdir("y", dir_fd=fd)
    print([step[:3] for step in os.fwalk(".")], [step[:3] for step in os.fwalk("x", topdown=False)])
    os.fchdir(fd)
    print(os.path.basename(os.getcwd()), os.path.samefile(".", f"{folder}/x"))
    os.chdir("/")
    print(os.stat in os.supports_dir_fd, os.listdir in os.supports_fd)
