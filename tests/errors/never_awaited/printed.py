# A coroutine that is only printed.
async def answer():
    return 42
print(answer())  # expect: <coroutine object answer at 0x...>
