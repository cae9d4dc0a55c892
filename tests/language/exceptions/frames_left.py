# Where a frame stands that an exception has left, and who has its code.
import asyncio
import os
import signal
import sys


def lines(f):
    try:
        f()
    except Exception as error:
        trace = error.__traceback__.tb_next
        found = []
        while trace:
            found.append(trace.tb_frame.f_lineno - trace.tb_frame.f_code.co_firstlineno)
            trace = trace.tb_next
        return found


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def in_with():
    with Manager():
        1 / 0
        pass


def in_except():
    try:
        1 / 0
    except TypeError:
        pass


def in_finally():
    try:
        1 / 0
    finally:
        pass


print(lines(in_with), lines(in_except), lines(in_finally))
print(in_with.__code__ is in_with.__code__, sys._getframe().f_code is sys._getframe().f_code)


def own():
    return sys._getframe().f_code is own.__code__


print(own())


class Ending:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 3


class Raising(Ending):
    def __anext__(self):
        return self

    def __await__(self):
        1 / 0


async def main():
    given = anext(Ending(), 'default')
    print(type(given).__name__)
    try:
        await given
    except TypeError as error:
        print(error)
    try:
        async for _ in Raising():
            pass
    except TypeError as error:
        print(error, repr(error.__cause__))


asyncio.run(main())


def got(number, frame):
    print('got', number, frame.f_code.co_name)


signal.signal(signal.SIGUSR1, got)


def kills():
    os.kill(os.getpid(), signal.SIGUSR1)
    print('behind')


kills()
try:
    os.kill(os.getpid(), signal.SIGINT)
    print('not reached')
except KeyboardInterrupt:
    print('interrupted')
try:
    sys._is_interned(1)
except TypeError as error:
    print(error)


async def ends():
    try:
        yield 1
    finally:
        1 / 0


held = ends()


async def told():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(repr(context['exception'])))
    async for _ in held:
        break


asyncio.run(told())


class Late:
    def __del__(self):
        print('late', sys.last_exc)


def fails():
    late = Late()
    raise ValueError('the end')


class Global:
    def __del__(self):
        print('global')


kept = Global()
sys.tracebacklimit = 1
fails()
