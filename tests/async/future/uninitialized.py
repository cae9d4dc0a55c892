# A future that nobody has initialised, and what set_exception() looks at first.
import asyncio

future = asyncio.Future.__new__(asyncio.Future)
for text in ('future.done()', 'future.cancelled()', 'future.result()', 'future.exception()', 'future.set_result(1)',
             'future.set_exception(ValueError())', 'future.cancel()', 'future.add_done_callback(print)',
             'future.remove_done_callback(print)', 'future.get_loop()', 'future._state', 'future._loop', 'repr(future)',
             'future._log_traceback', 'future._asyncio_future_blocking', 'future._source_traceback'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)


async def main():
    done = asyncio.get_running_loop().create_future()
    done.set_result(1)
    for wrong in (ValueError(), 'no exception', StopIteration):
        try:
            done.set_exception(wrong)
        except Exception as e:
            print(type(e).__name__, e)


asyncio.run(main())


class Own(asyncio.Future):
    def add_done_callback(self, *args, **kwargs):
        print('adds', len(args), sorted(kwargs))
        super().add_done_callback(*args, **kwargs)


async def waits():
    own = Own()
    asyncio.get_running_loop().call_soon(own.set_result, 7)
    print(await own)
    lost = Own()
    lost.set_exception(ValueError(1))


def handler(loop, context):
    print(context['message'])


async def outer():
    asyncio.get_running_loop().set_exception_handler(handler)
    await waits()


asyncio.run(outer())
