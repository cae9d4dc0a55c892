"""Waiting for several descriptors at once."""

import _select

error = OSError

POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 64, 128, 256, 512, 1024, 8192
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP = 1, 2, 4, 8, 16
EPOLLRDHUP, EPOLLONESHOT, EPOLLET, EPOLLEXCLUSIVE = 8192, 1 << 30, 1 << 31, 1 << 28
EPOLLRDNORM, EPOLLRDBAND, EPOLLWRNORM, EPOLLWRBAND, EPOLLMSG = 64, 128, 256, 512, 1024
EPOLL_CLOEXEC = 524288
PIPE_BUF = 4096


def _number(file):
    number = file if isinstance(file, int) else file.fileno()
    if not isinstance(number, int):
        raise TypeError('argument must be an int, or have a fileno() method.')
    if number < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({number})')
    return number


def select(rlist, wlist, xlist, timeout=None, /):
    """Wait until some of the files can be read or written; return those that can."""
    if timeout is not None and timeout < 0:
        raise ValueError('timeout must be non-negative')
    wanted = {}
    lists = []
    for files, flag in ((rlist, POLLIN), (wlist, POLLOUT), (xlist, POLLPRI)):
        files = [(file, _number(file)) for file in files]
        lists.append(files)
        for _, number in files:
            wanted[number] = wanted.get(number, 0) | flag
    ready = dict(_select.poll(list(wanted.items()), timeout))
    for events in ready.values():
        if events & POLLNVAL:
            raise OSError(9, 'Bad file descriptor')
    found = []
    for files, flags in zip(lists, (POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI)):
        found.append([file for file, number in files if ready.get(number, 0) & flags])
    return tuple(found)


class poll:
    """Descriptors with the events that are wanted of them."""

    def __init__(self):
        self._wanted = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        """Want events of a descriptor."""
        self._wanted[_number(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        """Want other events of a descriptor."""
        number = _number(fd)
        if number not in self._wanted:
            raise FileNotFoundError(2, 'No such file or directory')
        self._wanted[number] = eventmask

    def unregister(self, fd, /):
        """Want no events of a descriptor any more."""
        del self._wanted[_number(fd)]

    def poll(self, timeout=None, /):
        """Wait for so many milliseconds at most; return descriptors with their events."""
        if timeout is not None:
            timeout = None if timeout < 0 else timeout / 1000
        return _select.poll(list(self._wanted.items()), timeout)


class epoll:
    """The same with seconds; level-triggered only."""

    def __init__(self, sizehint=-1, flags=0):
        self._wanted = {}
        self._closed = False

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed epoll object')

    @property
    def closed(self):
        """Whether it is closed."""
        return self._closed

    def fileno(self):
        """There is no descriptor behind it."""
        self._check()
        return -1

    def close(self):
        """Forget all descriptors."""
        self._closed = True
        self._wanted.clear()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        """Want events of a descriptor."""
        self._check()
        number = _number(fd)
        if number in self._wanted:
            raise FileExistsError(17, 'File exists')
        if eventmask & EPOLLET:
            raise NotImplementedError('epoll: edge-triggered events are not supported')
        self._wanted[number] = eventmask

    def modify(self, fd, eventmask):
        """Want other events of a descriptor."""
        self._check()
        number = _number(fd)
        if number not in self._wanted:
            raise FileNotFoundError(2, 'No such file or directory')
        self._wanted[number] = eventmask

    def unregister(self, fd):
        """Want no events of a descriptor any more."""
        self._check()
        if self._wanted.pop(_number(fd), None) is None:
            raise FileNotFoundError(2, 'No such file or directory')

    def poll(self, timeout=None, maxevents=-1):
        """Wait for so many seconds at most; return descriptors with their events."""
        self._check()
        if timeout is not None and timeout < 0:
            timeout = None
        wanted = [(number, mask & 0xFFFF) for number, mask in self._wanted.items()]
        ready = _select.poll(wanted, timeout)
        if maxevents > 0:
            ready = ready[:maxevents]
        for number, _ in ready:
            if self._wanted.get(number, 0) & EPOLLONESHOT:
                self._wanted[number] = EPOLLONESHOT
        return ready
