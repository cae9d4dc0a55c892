# Deep copies of subclasses take over what is in slots; an OrderedDict is made without the update of a subclass.
import collections
import copy


class Dict(collections.OrderedDict):
    __slots__ = ("x", "y")

    def update(self, *args):
        raise TypeError("not asked")


class Deque(collections.deque):
    __slots__ = ("x", "y", "__dict__")


for made in Dict([(1, 2)]), Deque([1, 2], 3):
    made.x = [5]
    made.z = 6
    twin = copy.deepcopy(made)
    deep = copy.deepcopy(made)
    print(type(twin).__name__, list(twin), twin.x, twin.z, deep.x, deep.x is made.x, hasattr(deep, "y"))

ordered = collections.OrderedDict()
ordered[1] = ordered.values()
print(isinstance(repr(ordered), str), isinstance(repr(ordered.values()), str))
