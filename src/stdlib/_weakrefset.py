"""A set whose items vanish when nothing else refers to them."""
from _weakref import ref
from types import GenericAlias

__all__ = ['WeakSet']


class _Iterating:
    """While one is entered, items that die stay where they are: the set must not change under an iteration."""

    def __init__(self, owner):
        self._owner = ref(owner)

    def __enter__(self):
        owner = self._owner()
        if owner is not None:
            owner._iterations += 1
        return self

    def __exit__(self, *_):
        owner = self._owner()
        if owner is not None:
            owner._iterations -= 1
            if not owner._iterations:
                owner._commit_removals()


def _changed_copy(name):
    """A method that gives a copy with the change that another method makes."""
    def method(self, other):
        result = self.copy()
        getattr(result, name)(other)
        return result

    method.__name__ = name.removesuffix('_update')
    method.__qualname__ = f'WeakSet.{method.__name__}'
    return method


class WeakSet:
    def __init__(self, data=None):
        self.data = set()
        self._pending_removals = []
        self._iterations = 0

        def _remove(item, weak_self=ref(self)):
            self = weak_self()
            if self is None:
                return
            if self._iterations:
                self._pending_removals.append(item)
            else:
                self.data.discard(item)

        self._remove = _remove
        if data is not None:
            self.update(data)

    def _commit_removals(self):
        dead = self._pending_removals
        while dead:
            self.data.discard(dead.pop())

    def _settle(self):
        if self._pending_removals:
            self._commit_removals()

    def __contains__(self, item):
        try:
            wanted = ref(item)
        except TypeError:
            return False
        return wanted in self.data

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def __iter__(self):
        with _Iterating(self):
            for item in map(lambda item_ref: item_ref(), self.data):
                if item is not None:
                    yield item

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def add(self, item):
        self._settle()
        self.data.add(ref(item, self._remove))

    def clear(self):
        self._settle()
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        self._settle()
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError('pop from empty WeakSet')

    def remove(self, item):
        self._settle()
        self.data.remove(ref(item))

    def discard(self, item):
        self._settle()
        self.data.discard(ref(item))

    def update(self, other):
        self._settle()
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def _refs(self, other):
        return {ref(item) for item in other}

    difference = __sub__ = _changed_copy('difference_update')
    symmetric_difference = __xor__ = _changed_copy('symmetric_difference_update')

    def difference_update(self, other):
        self.__isub__(other)

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def intersection_update(self, other):
        self.__iand__(other)

    def __isub__(self, other):
        return self._without_common(other, self.data.difference_update, ref)

    def __ixor__(self, other):
        return self._without_common(
            other, self.data.symmetric_difference_update, lambda item: ref(item, self._remove))

    def _without_common(self, other, change, make):
        self._settle()
        if self is other:
            self.data.clear()
        else:
            change([make(item) for item in other])
        return self

    def __iand__(self, other):
        self._settle()
        self.data.intersection_update(self._refs(other))
        return self

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    def union(self, other):
        return self.__class__(item for each in (self, other) for item in each)

    __and__, __or__ = intersection, union

    def issubset(self, other):
        return self.data.issubset(self._refs(other))

    __le__ = issubset

    def __lt__(self, other):
        return self.data < self._refs(other)

    def issuperset(self, other):
        return self.data.issuperset(self._refs(other))

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > self._refs(other)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == self._refs(other)

    __hash__ = None

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    def __repr__(self):
        return repr(self.data)

    __class_getitem__ = classmethod(GenericAlias)
