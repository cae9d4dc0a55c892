# `Generic` gives instances no dictionary: a subclass has one unless its `__slots__` say otherwise.
import pickle
from typing import Generic, TypeVar

T = TypeVar("T")


class Box(Generic[T]):
    pass


class Tight(Generic[T]):
    __slots__ = ("item",)


class New[S]:
    def __init__(self, item):
        self.item = item


box = Box[int]()
box.item = 1
print(vars(box)["item"], hasattr(Tight(), "__dict__"))  # expect: 1 False
print(vars(New("x")))  # expect: {'item': 'x'}
print(pickle.loads(pickle.dumps(New(2))).item)  # expect: 2
try:
    Tight[int]()
    Tight().other = 1
except AttributeError as error:
    print(error)
# expect: 'Tight' object has no attribute 'other' and no __dict__ for setting new attributes
for alias in (list[int], tuple[int, str]):
    try:
        issubclass(alias, object)
    except TypeError as error:
        print(error)
# expect: issubclass() arg 1 must be a class
# expect: issubclass() arg 1 must be a class
