# acquire and release by hand.
import asyncio
async def main():
    lock = asyncio.Lock()
    print(await lock.acquire(), lock.locked())  # expect: True True
    lock.release()
    print(lock.locked())  # expect: False
    try:
        lock.release()
    except RuntimeError as error:
        print(error)  # expect: Lock is not acquired.
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)  # expect: 'Lock' object does not support the context manager protocol
asyncio.run(main())
