# A frame that a coroutine or generator awaits has that as its caller.
import sys


def names(frame):
    found = []
    while frame is not None and frame.f_code.co_name != '<module>':
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def leaf():
    print(names(sys._getframe(1)))
    yield 1
    print(names(sys._getframe(1)))


def middle():
    yield from leaf()


def root():
    yield from middle()


print(list(root()))
# expect: ['middle', 'root']
# expect: ['middle', 'root']
# expect: [1]


class Once:
    def __await__(self):
        print(names(sys._getframe()))
        yield
        print(names(sys._getframe()))


async def a():
    await Once()
    print(names(sys._getframe()))


async def b():
    await a()


async def c():
    await b()


coroutine = c()
coroutine.send(None)
try:
    coroutine.send(None)
except StopIteration:
    print('over')
# expect: ['__await__', 'a', 'b', 'c']
# expect: ['__await__', 'a', 'b', 'c']
# expect: ['a', 'b', 'c']
# expect: over


def suspended():
    try:
        yield
    except ValueError as error:
        print(error.__traceback__.tb_frame is g.gi_frame is sys._getframe())  # expect: True
        frame = error.__traceback__.tb_frame
        print(frame.f_back.f_code.co_name)  # expect: <module>
    yield frame


g = suspended()
next(g)
frame = g.throw(ValueError)
print(frame is g.gi_frame, frame.f_back)  # expect: True None
