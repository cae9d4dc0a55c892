"""References that do not keep their objects alive, and mappings and sets made of them."""
import atexit
import sys
from _weakref import (
    CallableProxyType, ProxyType, ReferenceType, _remove_dead_weakref, getweakrefcount, getweakrefs, proxy, ref,
)
from _weakrefset import WeakSet, _Iterating

__all__ = [
    'ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
    'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize',
]

ProxyTypes = (ProxyType, CallableProxyType)

_absent = object()


class WeakMethod(ref):
    """A weak reference to a bound method: it gives the method as long as its object lives."""

    __slots__ = '_func_ref', '_meth_type', '_alive', '__weakref__'

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None

        def died(_, weak_self=None):
            self = weak_self()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        holder = []

        def on_death(dead):
            died(dead, holder[0])

        self = ref.__new__(cls, obj, on_death)
        holder.append(ref(self))
        self._func_ref = ref(func, on_death)
        self._meth_type = type(meth)
        self._alive = True
        return self

    def __call__(self):
        obj, func = super().__call__(), self._func_ref()
        if obj is not None and func is not None:
            return self._meth_type(func, obj)
        return None

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is not other
        return ref.__ne__(self, other) or self._func_ref != other._func_ref

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A reference to a value that knows the key of that value."""

    __slots__ = 'key',

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)

    def __new__(type, ob, callback, key):
        made = super().__new__(type, ob, callback)
        made.key = key
        return made


class _WeakMapping:
    """What both mappings share: they say how a row is stored, and what it stands for."""

    def _start(self):
        self.data = {}
        self._pending_removals = []
        self._iterations = 0

    def _settle(self):
        if self._pending_removals:
            self._commit_removals()

    def __iter__(self):
        return self.keys()

    def keys(self):
        for key, _ in self.items():
            yield key

    def values(self):
        for _, value in self.items():
            yield value

    def items(self):
        with _Iterating(self):
            for row in self.data.items():
                key, value = self._row(row)
                if key is not _absent:
                    yield key, value

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def popitem(self):
        self._settle()
        while True:
            key, value = self._row(self.data.popitem())
            if key is not _absent:
                return key, value

    def clear(self):
        while True:
            try:
                self.popitem()
            except KeyError:
                return

    def update(self, other=None, /, **kwargs):
        self._settle()
        if other is not None:
            if hasattr(other, 'items'):
                other = other.items()
            elif hasattr(other, 'keys'):
                other = [(key, other[key]) for key in other.keys()]
            for key, value in other:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        new = type(self)()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __eq__(self, other):
        if not hasattr(other, 'keys') or not hasattr(other, '__getitem__'):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, 'keys') or not hasattr(other, '__getitem__'):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not hasattr(other, 'keys') or not hasattr(other, '__getitem__'):
            return NotImplemented
        new = type(self)()
        new.update(other)
        new.update(self)
        return new

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'


class WeakValueDictionary(_WeakMapping):
    """A mapping whose entries vanish when nothing else refers to their values."""

    def __init__(self, other=(), /, **kw):
        self._start()

        def _remove(dead, weak_self=ref(self)):
            self = weak_self()
            if self is None:
                return
            if self._iterations:
                self._pending_removals.append(dead.key)
            else:
                _remove_dead_weakref(self.data, dead.key)

        self._remove = _remove
        self.update(other, **kw)

    def _commit_removals(self):
        dead = self._pending_removals
        while dead:
            _remove_dead_weakref(self.data, dead.pop())

    def _row(self, row):
        value = row[1]()
        return (_absent, None) if value is None else (row[0], value)

    def __getitem__(self, key):
        self._settle()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._settle()
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        self._settle()
        del self.data[key]

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, key):
        self._settle()
        value_ref = self.data.get(key)
        return value_ref is not None and value_ref() is not None

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = type(self)()
        for key, value in self.items():
            new[deepcopy(key, memo)] = value
        return new

    def setdefault(self, key, default=None):
        value_ref = self.data.get(key)
        value = None if value_ref is None else value_ref()
        if value is not None:
            return value
        self[key] = default
        return default

    def pop(self, key, *args):
        self._settle()
        value_ref = self.data.pop(key, None)
        value = None if value_ref is None else value_ref()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def itervaluerefs(self):
        """Iterates over the weak references to the values."""
        with _Iterating(self):
            yield from self.data.values()

    def valuerefs(self):
        """The weak references to the values."""
        self._settle()
        return list(self.data.values())


class WeakKeyDictionary(_WeakMapping):
    """A mapping whose entries vanish when nothing else refers to their keys."""

    def __init__(self, dict=None):
        self._start()

        def _remove(dead, weak_self=ref(self)):
            self = weak_self()
            if self is None:
                return
            if self._iterations:
                self._pending_removals.append(dead)
            else:
                self.data.pop(dead, None)

        self._remove = _remove
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        dead = self._pending_removals
        while dead:
            self.data.pop(dead.pop(), None)

    def _row(self, row):
        key = row[0]()
        return (_absent, None) if key is None else (key, row[1])

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return sum(each() is not None for each in self.data)

    def __contains__(self, key):
        try:
            key_ref = ref(key)
        except TypeError:
            return False
        return key_ref in self.data

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = type(self)()
        for key, value in self.items():
            new[key] = deepcopy(value, memo)
        return new

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def keyrefs(self):
        """The weak references to the keys."""
        return list(self.data)


class finalize:
    """Calls a function once: when an object dies, when asked, or at the program's end, whichever comes first."""

    __slots__ = ()

    _registry = {}
    _count = 0
    _shutdown = False
    _at_exit = False

    class _Info:
        __slots__ = 'weakref', 'func', 'args', 'kwargs', 'atexit', 'index'

    def __init__(self, obj, func, /, *args, **kwargs):
        cls = finalize
        if not cls._at_exit:
            cls._at_exit = True
            atexit.register(cls._exitfunc)
        info = cls._registry[self] = cls._Info()
        info.weakref, info.func, info.args, info.kwargs = ref(obj, self), func, args, kwargs
        info.atexit, info.index = True, cls._count
        cls._count += 1

    def _parts(self):
        """The object and the call that its death will cause; None if it will not."""
        info = self._registry.get(self)
        obj = info and info.weakref()
        return None if obj is None else (obj, info.func, info.args, info.kwargs)

    def peek(self):
        """(obj, func, args, kwargs) if the function is still to be called."""
        return self._parts()

    def detach(self):
        """Has the function not called after all; gives (obj, func, args, kwargs) if it would have been."""
        parts = self._parts()
        if parts is not None and self._registry.pop(self, None):
            return parts
        return None

    def __call__(self, _=None):
        """Calls the function now, unless it has been called."""
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **info.kwargs)
        return None

    alive = property(lambda self: self in self._registry, doc='Whether the function is still to be called.')

    @property
    def atexit(self):
        """Whether the function is called at the program's end."""
        return self in self._registry and self._registry[self].atexit

    @atexit.setter
    def atexit(self, value):
        if self in self._registry:
            self._registry[self].atexit = bool(value)

    def __repr__(self):
        parts = self._parts()
        end = 'dead>' if parts is None else f'for {type(parts[0]).__qualname__!r} at {id(parts[0]):#x}>'
        return f'<{type(self).__name__} object at {id(self):#x}; {end}'

    @classmethod
    def _exitfunc(cls):
        try:
            while True:
                waiting = [(each, info) for each, info in cls._registry.items() if info.atexit]
                if not waiting:
                    return
                last = max(waiting, key=lambda row: row[1].index)[0]
                try:
                    last()
                except Exception:
                    sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
