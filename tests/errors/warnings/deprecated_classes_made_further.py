# A deprecated class hands its subclasses to its own `__init_subclass__`; a deprecated coroutine function stays one.
import inspect
import warnings


@warnings.deprecated("Old will go away")
class Old:
    made = []

    def __init_subclass__(cls, note=None):
        Old.made.append((cls.__name__, note))


@warnings.deprecated("call will go away")
async def call(a: int):
    """Calls."""


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")

    class New(Old, note="kept"):
        pass

print(Old.made, [str(each.message) for each in caught])  # expect: [('New', 'kept')] ['Old will go away']
print(inspect.iscoroutinefunction(call), inspect.signature(call), call.__doc__)  # expect: True (a: int) Calls.
