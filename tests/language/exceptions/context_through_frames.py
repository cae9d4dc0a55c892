# What is being handled, and the context of what is raised, in frames that others await or delegate to.
import asyncio, sys
def chain(e):
    out=[]
    while e is not None and len(out)<6: out.append(repr(e)); e=e.__context__
    return out
class A(Exception): pass
class B(Exception): pass
class C(Exception): pass
def inner(clear):
    try: yield
    except Exception as e:
        if clear:
            x=B()
            try: raise x
            finally: x.__context__=None
        raise B
def outer(clear):
    try: raise A
    except A:
        yield from inner(clear)
for clear in (0,1):
    g=outer(clear); next(g)
    try: g.throw(C)
    except Exception as e: print('throw', chain(e))
    g=outer(clear); next(g)
    try: g.send(None)
    except Exception as e: print('send', chain(e))
async def ai(clear):
    await asyncio.sleep(0)
    x=B()
    try: raise x
    finally:
        if clear: x.__context__=None
async def ao(clear):
    try: raise A
    except A: await ai(clear)
async def ai2(clear):
    x=B()
    try: raise x
    finally:
        if clear: x.__context__=None
async def ao2(clear):
    try: raise A
    except A: await ai2(clear)
for f in (ao, ao2):
  for clear in (0,1):
    try: asyncio.run(f(clear))
    except Exception as e: print(f.__name__, chain(e))
async def fut():
    loop=asyncio.get_running_loop(); f=loop.create_future(); x=B(); x.__context__=C(); loop.call_soon(f.set_exception,x)
    try: raise A
    except A: await f
try: asyncio.run(fut())
except Exception as e: print(chain(e))
async def waited():
    try: raise A
    except A:
        try: await asyncio.wait_for(asyncio.sleep(1), 0.01)
        except TimeoutError as e: print(chain(e))
    print(repr(sys.exception()))
asyncio.run(waited())
async def ag():
    try: yield 1
    except C: 
        print(repr(sys.exception())); yield 2
        print(repr(sys.exception()))
    raise B
async def use():
    a=ag()
    await a.__anext__()
    try: raise A
    except A:
        print(await a.athrow(C))
        try: await a.__anext__()
        except B as e: print(chain(e))
        try: 
            async for x in ag():
                print('x', repr(sys.exception()))
                break
        finally: print(repr(sys.exception()))
asyncio.run(use())
def nested():
    try: raise A
    except A:
        for x in gen2(): yield x
def gen2():
    print(repr(sys.exception()))
    yield 1
    print(repr(sys.exception()))
print(list(nested()))

def chain(e):
    out=[]
    while e is not None and len(out)<6: out.append(repr(e)); e=e.__context__
    return out
class A(Exception): pass
class B(Exception): pass
class C(Exception): pass
def gen():
    try: yield
    finally: raise C
def gen0():
    yield
b=B(); b.__context__=C()
try: raise A
except A:
    g=gen0(); next(g)
    try: g.throw(b)
    except B as e: print(chain(e))
    g=gen(); next(g)
    b=B(); b.__context__=C(1)
    try: g.throw(b)
    except C as e: print(chain(e))
async def co():
    g=gen(); next(g)
    b=B(); b.__context__=C(1)
    try: g.throw(b)
    except C as e: print(chain(e)); raise
try: raise A
except A:
    try: co().send(None)
    except C as e: print(chain(e))
def xx():
    try: raise A
    except A:
        b=B(); b.__context__=C(1)
        try: raise b
        except B as e: print(chain(e))
xx()
