# What may have attributes of its own, be referred to weakly, and be a base of classes.
import asyncio
import contextvars
import functools
import itertools
import re
import threading
import typing
import weakref

T = typing.TypeVar("T")


class Slotted(typing.Generic[T]):
    __slots__ = ("x",)


class WithDict(Slotted[int]):
    __slots__ = ("__dict__",)


try:
    Slotted().y = 1
except AttributeError as error:
    print(error)  # expect: 'Slotted' object has no attribute 'y' and no __dict__ for setting new attributes
made = WithDict()
made.y = 2
print(vars(made), hasattr(Slotted(), "__dict__"))  # expect: {'y': 2} False


@functools.lru_cache
def cached(): pass


loop = asyncio.new_event_loop()
for value in (functools.partial(print), cached, threading.Lock(), threading.RLock(), re.compile("a"), itertools.tee([])[0],
              ExceptionGroup("g", [ValueError()]), loop.call_later(1, print), asyncio.Event()):
    print(weakref.ref(value)() is value)
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
for value in (ValueError(), 1, "a", [], {}, (), None):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)
# expect: cannot create weak reference to 'ValueError' object
# expect: cannot create weak reference to 'int' object
# expect: cannot create weak reference to 'str' object
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'dict' object
# expect: cannot create weak reference to 'tuple' object
# expect: cannot create weak reference to 'NoneType' object
for make in (lambda: hash(contextvars.Context()), lambda: type("Sub", (type(cached),), {})):
    try:
        make()
    except TypeError as error:
        print(error)
# expect: unhashable type: '_contextvars.Context'
# expect: type 'functools._lru_cache_wrapper' is not an acceptable base type
loop.close()
