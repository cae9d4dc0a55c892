# Annotations that are text are taken for what the name means that they begin with.
import dataclasses
from dataclasses import InitVar, dataclass
import typing
from typing import ClassVar

Shared = ClassVar[int]
found = []
for text in ("ClassVar[int]", " ClassVar ", "typing .ClassVar[str]", "typing. ClassVar+", "Shared"):
    @dataclass
    class Item:
        x: text

    found.append(dataclasses.fields(Item))
print(found)  # expect: [(), (), (), (), ()]
found.clear()
for text in ("InitVar", "dataclasses.InitVar[int]", "other.InitVar"):
    @dataclass
    class Item:
        x: text

    found.append(hasattr(Item(1), "x"))
print(found)  # expect: [False, False, True]


class Base:
    pass


@dataclass(slots=True, weakref_slot=True)
class Derived(Base):
    x: int = 0


print(Derived.__slots__)  # expect: ('x',)
