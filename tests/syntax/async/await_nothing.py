# await of nothing.
async def f():
    await
