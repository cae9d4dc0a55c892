# Mocks with a spec: calls are checked and compared by the signature, functions stay functions, children have specs of their own.
import asyncio
import inspect
import types
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, NonCallableMagicMock, ThreadingMock, call, create_autospec, mock_open, patch, seal


def tell(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def add(a, b=2, *, c=3):
    return a + b + c


class Thing:
    limit = [1]

    def __init__(self, size):
        self.size = size

    def grow(self, by, times=1):
        return self.size + by * times

    @staticmethod
    def make(kind): return kind

    @property
    def costly(self): raise RuntimeError("asked")


mock = Mock(spec=add)
mock(1, 2)
mock.assert_called_with(1, b=2)
mock.assert_called_with(a=1, b=2)
tell(lambda: mock.assert_called_with(1, 3))
tell(lambda: mock.assert_has_calls([call(1, 2, 3)]))
function = create_autospec(add, return_value=7)
print(isinstance(function, types.FunctionType), function.__name__, inspect.signature(function), function(1, b=4))
print(function.call_count, function.call_args, function.mock.called)
tell(lambda: function())
thing = create_autospec(Thing)
made = thing(5)
print(isinstance(made, NonCallableMagicMock), isinstance(made, Thing))
made.grow(1, times=2)
made.grow.assert_called_once_with(1, 2)
tell(lambda: made.grow())
tell(lambda: thing())
tell(lambda: made.nothing)
tell(lambda: made.limit.nothing)
print(thing.mock_calls)
print(isinstance(Mock(spec=Thing(1)), Thing), Mock(spec=["a"]).a is not None)
tell(lambda: create_autospec(add, auto_spec=True))
parent = Mock()
parent.attach_mock(create_autospec(add, name="given"), "child")
parent.child(1)
print(parent.mock_calls, parent.mock_calls == [call.child(ANY)])
named = Mock()
named.other = Mock(name="own")
named.other()
print(named.method_calls, named.mock_calls)
opened = mock_open(read_data="one\ntwo\n")
with opened("f") as file:
    print(next(file), list(file))
print(opened.mock_calls)
opened().read.return_value = "given"
print(opened().read())
magic = MagicMock()
print(next(magic) is not None, isinstance(3 @ magic, MagicMock), divmod(magic, 2) is not None, int(magic))
magic.mock_add_spec(["a"])
tell(lambda: int(magic))
print([name for name in dir(Mock(spec=["a", "__len__"])) if name in ("a", "__len__", "assert_called")])
sealed = Mock()
sealed.known.deep.return_value = 1
seal(sealed)
tell(lambda: sealed.known.deep())
tell(lambda: sealed.known.other)
mock = Mock()
mock.__class__ = int
print(isinstance(mock, int))
threaded = ThreadingMock(timeout=0.01)
tell(lambda: threaded.wait_until_called())
threaded(3)
threaded.wait_until_any_call_with(3)
tell(lambda: threaded.wait_until_any_call_with(4))


async def wait(n): return n


async def main():
    waits = create_autospec(wait, return_value=9)
    print(asyncio.iscoroutinefunction(waits), await waits(1), waits.await_count)
    waits.assert_awaited_once_with(n=1)
    tell(lambda: waits.assert_has_awaits([call(2)]))
    with patch(f"{__name__}.wait") as patched:
        print(isinstance(patched, AsyncMock))


asyncio.run(main())
