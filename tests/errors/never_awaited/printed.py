# A coroutine that is only printed.
async def answer():
    return 42
print(answer())
