# What the loop has to say goes through the logger 'asyncio'; so does a handler's own failure.
import asyncio
import logging

logging.basicConfig(level=logging.DEBUG, format='%(name)s %(levelname)s %(message)s', handlers=[logging.StreamHandler(__import__('sys').stdout)])
logging.getLogger('asyncio').addFilter(lambda record: setattr(record, 'exc_info', None) or True)


def fails():
    raise ValueError('callback')


class Loop(asyncio.SelectorEventLoop):
    def default_exception_handler(self, context):
        print('default:', context['message'].split(' at ')[0])
        raise KeyError('default')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({'message': 'hello', 'number': 5, 'a': 'b'})
    loop.call_exception_handler({})
    loop.set_exception_handler(lambda loop, context: 1 / 0)
    loop.call_soon(fails)
    await asyncio.sleep(0)


asyncio.run(main())
with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())

for kind in (SystemExit, KeyboardInterrupt):
    def ends(loop, context):
        raise kind

    async def end():
        asyncio.get_running_loop().set_exception_handler(ends)
        asyncio.get_running_loop().call_soon(fails)
        await asyncio.sleep(0.01)
        print('not reached')

    try:
        asyncio.run(end())
    except BaseException as e:
        print(type(e).__name__)
