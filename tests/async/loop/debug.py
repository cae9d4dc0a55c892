# The debug mode: where things were made, slow callbacks, callbacks that are none, calls from other threads.
import asyncio
import logging
import sys
import threading
import time

shown = []


class Keep(logging.Handler):
    def emit(self, record):
        shown.append((record.levelname, record.getMessage()))


logger = logging.getLogger('asyncio')
logger.addHandler(Keep())
logger.propagate = False


async def coro():
    pass


def slow():
    time.sleep(0.3)


def told():
    "The messages so far, without what differs from run to run."
    for level, text in shown:
        print(level, text.split(' took ')[0].replace(__file__, 'FILE'))
    shown.clear()


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.slow_callback_duration = 10
    future = asyncio.Future()
    print(repr(future).replace(__file__, 'FILE'))
    last = future._source_traceback[-1]
    print(last.name, last.line)
    print(repr(loop.call_later(1000, slow)).split('when')[0])
    handle = loop.call_soon(print, 'x', 1)
    print(repr(handle).replace(__file__, 'FILE'))
    handle.cancel()
    print(repr(handle).replace(__file__, 'FILE'))
    for wrong in (coro, 'text'):
        try:
            loop.call_soon(wrong)
        except TypeError as e:
            print(e)
    try:
        loop.call_later(1, coro)
    except TypeError as e:
        print(e)

    def elsewhere():
        for call in (loop.call_soon, lambda f: loop.call_later(1, f)):
            try:
                call(print)
            except RuntimeError as e:
                print(e)
        loop.call_soon_threadsafe(future.set_result, 5)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    await asyncio.to_thread(thread.join)
    print(await future)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 0.2
    loop.call_soon(slow)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    told()
    time.sleep(0.3)
    await asyncio.sleep(0)
    print(shown[0][1][:13], shown[0][1].count('main()'))
    shown.clear()
    loop.slow_callback_duration = 10
    print(sys.get_coroutine_origin_tracking_depth())
    c = coro()
    print([(line, name) for _, line, name in c.cr_origin][:1])
    c.close()
    loop.call_exception_handler({'message': 'told', 'source_traceback': future._source_traceback[-1:]})
    told()
    loop.set_debug(False)
    await asyncio.sleep(0)
    print(sys.get_coroutine_origin_tracking_depth(), repr(asyncio.Future()))


asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
