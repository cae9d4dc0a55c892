import asyncio
import contextvars
import threading
import time

var = contextvars.ContextVar("var", default="none")


def work(seconds, result):
    time.sleep(seconds)
    return result


def which():
    return threading.current_thread() is threading.main_thread()


async def main():
    begin = time.monotonic()
    print(await asyncio.gather(asyncio.to_thread(work, 0.2, "a"), asyncio.to_thread(work, 0.2, "b")))  # expect: ['a', 'b']
    print(time.monotonic() - begin < 0.35)  # expect: True
    print(await asyncio.to_thread(which))  # expect: False
    var.set("mine")
    print(await asyncio.to_thread(var.get))  # expect: mine
    try:
        await asyncio.to_thread(lambda: 1 / 0)
    except ZeroDivisionError as error:
        print(error)  # expect: division by zero
    loop = asyncio.get_running_loop()
    order = []

    async def ticker():
        for i in range(3):
            order.append(i)
            await asyncio.sleep(0.04)

    await asyncio.gather(ticker(), asyncio.to_thread(lambda: (time.sleep(0.06), order.append("thread"))))
    print(order)  # expect: [0, 1, 'thread', 2]
    future = loop.create_future()
    threading.Timer(0.02, loop.call_soon_threadsafe, (future.set_result, "called")).start()
    print(await future)  # expect: called
    try:
        await asyncio.wait_for(asyncio.to_thread(work, 0.1, 1), 0.02)
    except TimeoutError:
        print("too late")  # expect: too late
    task = asyncio.create_task(asyncio.to_thread(work, 0.05, 1))
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())  # expect: cancelled True


asyncio.run(main())
