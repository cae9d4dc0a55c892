# async for in a plain function.
def f():
    async for x in y:
        pass
