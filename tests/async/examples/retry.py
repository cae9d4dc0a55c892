# Trying again with a growing pause.
import asyncio
attempts = 0
async def flaky():
    global attempts
    attempts += 1
    await asyncio.sleep(0)
    if attempts < 3:
        raise ConnectionError(f"attempt {attempts}")
    return "connected"
async def retry(f, times):
    for i in range(times):
        try:
            return await f()
        except ConnectionError as error:
            print("failed:", error)
            # expect: failed: attempt 1
            # expect: failed: attempt 2
            await asyncio.sleep(0.01 * 2 ** i)
    raise RuntimeError("gave up")
print(asyncio.run(retry(flaky, 5)))  # expect: connected
