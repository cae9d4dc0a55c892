# An await cannot be assigned to.
async def f():
    await g() = 1
