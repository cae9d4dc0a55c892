"""Waiting for several files at once, with data for each."""

import select

EVENT_READ = 1
EVENT_WRITE = 2


class SelectorKey(tuple):
    """A file with what is wanted of it."""

    __slots__ = ()

    def __new__(cls, fileobj, fd, events, data):
        return super().__new__(cls, (fileobj, fd, events, data))

    fileobj = property(lambda self: self[0])
    fd = property(lambda self: self[1])
    events = property(lambda self: self[2])
    data = property(lambda self: self[3])

    def _replace(self, **changes):
        values = dict(zip(('fileobj', 'fd', 'events', 'data'), self))
        values.update(changes)
        return SelectorKey(**values)

    def __repr__(self):
        return 'SelectorKey(fileobj=%r, fd=%r, events=%r, data=%r)' % tuple(self)


def _number(fileobj):
    try:
        fd = fileobj if isinstance(fileobj, int) else int(fileobj.fileno())
    except (AttributeError, TypeError, ValueError):
        raise ValueError(f'Invalid file object: {fileobj!r}') from None
    if fd < 0:
        raise ValueError(f'Invalid file descriptor: {fd}')
    return fd


class _Map:
    """The files of a selector, with their keys."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def get(self, fileobj, default=None):
        return self._selector._keys.get(self._selector._lookup(fileobj), default)

    def __getitem__(self, fileobj):
        key = self.get(fileobj)
        if key is None:
            raise KeyError(f'{fileobj!r} is not registered')
        return key

    def __contains__(self, fileobj):
        return self.get(fileobj) is not None

    def __iter__(self):
        return iter(self._selector._keys)

    def keys(self):
        return list(self._selector._keys)

    def values(self):
        return list(self._selector._keys.values())

    def items(self):
        return list(self._selector._keys.items())


class BaseSelector:
    """Files with the events that are wanted of them."""

    def __init__(self):
        self._keys = {}
        self._map = _Map(self)

    def _lookup(self, fileobj):
        try:
            return _number(fileobj)
        except ValueError:
            # It may have been closed since it was registered.
            known = [key.fd for key in self._keys.values() if key.fileobj is fileobj]
            if not known:
                raise
        return known[0]

    def register(self, fileobj, events, data=None):
        """Want events of a file; return its key."""
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f'Invalid events: {events!r}')
        key = SelectorKey(fileobj, self._lookup(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f'{fileobj!r} (FD {key.fd}) is already registered')
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj):
        """Want no events of a file any more; return its key."""
        try:
            return self._keys.pop(self._lookup(fileobj))
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None

    def modify(self, fileobj, events, data=None):
        """Want other events of a file, or have other data for it; return its key."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def select(self, timeout=None):
        """Wait for so many seconds at most; return keys with the events that have come."""
        wanted = []
        for fd, key in self._keys.items():
            flags = select.POLLIN if key.events & EVENT_READ else 0
            wanted.append((fd, flags | (select.POLLOUT if key.events & EVENT_WRITE else 0)))
        if timeout is not None:
            timeout = max(timeout, 0)
        elif not wanted:
            return []
        ready = []
        for fd, flags in select._select.poll(wanted, timeout):
            events = EVENT_WRITE if flags & ~select.POLLIN else 0
            if flags & ~select.POLLOUT:
                events |= EVENT_READ
            key = self._keys.get(fd)
            if key is not None and events & key.events:
                ready.append((key, events & key.events))
        return ready

    def close(self):
        """Forget all files."""
        self._keys.clear()
        self._map = None

    def get_key(self, fileobj):
        """Return the key of a file."""
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError('Selector is closed')
        return mapping[fileobj]

    def get_map(self):
        """Return the mapping of files to keys; None once it is closed."""
        return self._map

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class SelectSelector(BaseSelector):
    """A selector; all kinds do the same here."""


class PollSelector(BaseSelector):
    """A selector; all kinds do the same here."""


class EpollSelector(BaseSelector):
    """A selector; all kinds do the same here."""

    def fileno(self):
        """There is no descriptor behind it."""
        return -1


DefaultSelector = EpollSelector
