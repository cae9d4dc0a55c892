# await in a lambda.
async def f():
    return lambda: await g()
