# What is no plain file: pipes with names, terminals, counters, timers, vectors of buffers, limits.
import copy
import os
import pickle
import stat
import tempfile

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    f = os.open("g", os.O_RDWR | os.O_CREAT)
    os.write(f, b"abc")
    print(os.pread(f, 2, 1), os.pwrite(f, b"XY", 1), os.pread(f, 10, 0))
    os.lseek(f, 0, 0)
    buffers = [bytearray(2), bytearray(5)]
    print(os.readv(f, buffers), buffers, os.writev(f, [b"1", b"23"]), os.pread(f, 99, 0))
    print(os.lockf(f, os.F_LOCK, 0), os.lockf(f, os.F_TEST, 0), os.lockf(f, os.F_ULOCK, 0))
    print(os.posix_fadvise(f, 0, 0, os.POSIX_FADV_NORMAL), os.posix_fallocate(f, 0, 100), os.fstat(f).st_size)
    os.fchmod(f, 0o640)
    print(oct(os.fstat(f).st_mode))
    os.mkfifo("p")
    print(stat.S_ISFIFO(os.stat("p").st_mode), os.makedev(3, 4), os.major(772), os.minor(772))
    memory = os.memfd_create("z")
    os.write(memory, b"hello")
    os.lseek(f, 0, 0)
    print(os.sendfile(f, memory, 0, 3), os.pread(f, 3, 0))
    os.chdir("/")
print(os.sysconf("SC_PAGESIZE") == os.sysconf("SC_PAGE_SIZE"), os.pathconf("/", "PC_NAME_MAX"))
for name in ("zz", 12345678, 1.5):
    try:
        print(os.sysconf(name))
    except Exception as error:
        print(repr(error))
counter = os.eventfd(3)
os.eventfd_write(counter, 4)
print(os.eventfd_read(counter))
timer = os.timerfd_create(1)
print(os.timerfd_settime(timer, initial=500, interval=1), os.timerfd_gettime(timer)[1], os.timerfd_gettime_ns(timer)[1])
ours, theirs = os.openpty()
print(os.isatty(ours), os.ptsname(ours) == os.ttyname(theirs))
reading, writing = os.pipe2(os.O_NONBLOCK)
print(os.get_blocking(reading))
print(os.terminal_size((1, 2)), os.stat_result(range(13)).st_atime, os.stat_result(range(10)).st_blksize)
print(copy.replace(os.terminal_size((1, 2)), lines=9), pickle.loads(pickle.dumps(os.uname())) == os.uname())
for make in (lambda: os.terminal_size((1,)), lambda: os.stat_result(range(3)), lambda: os.statvfs_result(range(12))):
    try:
        make()
    except TypeError as error:
        print(error)
print(os.statvfs("/").f_namemax, os.getpriority(os.PRIO_PROCESS, 0) == os.nice(0), os.getpgid(0) == os.getpgrp())
print(os.sched_get_priority_max(os.SCHED_FIFO), os.sched_getparam(0), len(os.sched_getaffinity(0)) == os.process_cpu_count())
