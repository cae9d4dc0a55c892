import asyncio
import threading

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()


async def add(a, b):
    await asyncio.sleep(0.01)
    return a + b


async def fail():
    raise KeyError("k")


future = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
print(type(future).__module__, future.result())  # expect: concurrent.futures._base 3
print(future.done(), future.running(), future.cancelled())  # expect: True False False
try:
    asyncio.run_coroutine_threadsafe(fail(), loop).result()
except KeyError as error:
    print(repr(error))  # expect: KeyError('k')
never = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
print(never.cancel(), never.cancelled())  # expect: True True
slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
try:
    slow.result(timeout=0.02)
except TimeoutError:
    print("timeout", slow.cancel())  # expect: timeout True
try:
    asyncio.run_coroutine_threadsafe(len, loop)
except TypeError as error:
    print(error)  # expect: A coroutine object is required
asyncio.run_coroutine_threadsafe(add(0, 0), loop).result()
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running())  # expect: False
loop.close()
try:
    loop.call_soon_threadsafe(print)
except RuntimeError as error:
    print(error)  # expect: Event loop is closed


def no_loop():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=no_loop, name="other")
thread.start()  # expect: There is no current event loop in thread 'other'.
thread.join()


def own_loop():
    async def main():
        await asyncio.sleep(0.01)
        return threading.current_thread().name

    print(asyncio.run(main()))


thread = threading.Thread(target=own_loop, name="second")
thread.start()
thread.join()  # expect: second


async def outer():
    results = []
    thread = threading.Thread(target=lambda: results.append(asyncio.run(add(2, 3))))
    thread.start()
    await asyncio.sleep(0.05)
    thread.join()
    return results, asyncio.get_running_loop().is_running()


print(asyncio.run(outer()))  # expect: ([5], True)
