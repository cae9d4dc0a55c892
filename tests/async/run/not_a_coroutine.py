# run wants a coroutine.
import asyncio
async def main(): pass
for value in (main, 5, None, [main]):
    try:
        asyncio.run(value)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
        # expect: ValueError a coroutine was expected, got <function main
        # expect: ValueError a coroutine was expected, got 5
        # expect: ValueError a coroutine was expected, got None
        # expect: ValueError a coroutine was expected, got [<function main
