# The exception that is handled where a frame is awaited is the one that is handled in it.
import sys, asyncio
async def g():
    print('g', repr(sys.exception()))
    await asyncio.sleep(0)
    print('g2', repr(sys.exception()))
    try: raise KeyError
    except KeyError as e: print('ctx', repr(e.__context__))
    raise
async def f():
    try: 1/0
    except ZeroDivisionError:
        await g()
try: asyncio.run(f())
except BaseException as e: print(repr(e), repr(e.__context__))
def gg():
    print(repr(sys.exception()))
    yield
    print(repr(sys.exception()))
    try: raise KeyError
    except KeyError as e: print('ctx', repr(e.__context__))
def ff():
    try: 1/0
    except ZeroDivisionError:
        yield from gg()
for _ in ff(): pass
class It:
    def __iter__(self): return self
    n=0
    def __next__(self):
        print('It', repr(sys.exception())); self.n+=1
        if self.n>2: raise StopIteration
def fff():
    try: 1/0
    except ZeroDivisionError:
        yield from It()
for _ in fff(): pass
