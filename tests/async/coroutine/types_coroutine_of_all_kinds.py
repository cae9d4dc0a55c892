# `types.coroutine`: generator functions are marked, other functions get what they give wrapped.
import collections.abc
import inspect
import types


@types.coroutine
def waiting():
    return (yield "waiting")


async def hello():
    return "hello"


@types.coroutine
def delegating():
    return (yield from hello())


def finish(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value


print(bool(waiting.__code__.co_flags & inspect.CO_ITERABLE_COROUTINE))  # expect: True
print(finish(delegating()))  # expect: hello


@types.coroutine
def given():
    return waiting()


@types.coroutine
def passed():
    return hello()


made = passed()
print(type(given()).__name__, type(made).__name__, finish(made))  # expect: generator coroutine hello


class Duck:
    def send(self, value):
        return value

    def throw(self, *args):
        return args[0].__name__

    def close(self):
        return "closed"

    def __iter__(self):
        return self

    def __next__(self):
        return "next"


duck = types.coroutine(Duck)()
print(isinstance(duck, collections.abc.Awaitable), iter(duck) is duck)  # expect: True True
print(next(duck), duck.send(1), duck.throw(ValueError), duck.close())  # expect: next 1 ValueError closed
try:
    duck.cr_frame
except AttributeError as error:
    print(error)  # expect: 'Duck' object has no attribute 'gi_frame'
print(types.coroutine(lambda: 3)())  # expect: 3
