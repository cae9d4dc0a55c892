# await in a class body inside a coroutine.
async def f():
    class C:
        x = await g()
