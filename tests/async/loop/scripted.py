# Loops that a script has a part in: its own clock, selector and calls.
import asyncio


class Selector:
    def __init__(self):
        self.waits = []

    def select(self, timeout):
        self.waits.append(timeout)
        return []


class Jumping(asyncio.BaseEventLoop):
    "A loop whose time is a number, which jumps to the next timer."

    def __init__(self):
        super().__init__()
        self._selector = Selector()
        self.now = 0
        self.whens = []
        self.turns = 0

    def time(self):
        return self.now

    def call_at(self, when, callback, *args, context=None):
        self.whens.append(when)
        return super().call_at(when, callback, *args, context=context)

    def _process_events(self, events):
        pass

    def _run_once(self):
        self.turns += 1
        super()._run_once()
        if self.whens:
            self.now = max(self.now, self.whens.pop(0))


async def main():
    loop = asyncio.get_running_loop()
    print(type(loop).__name__, loop.time())
    await asyncio.sleep(100)
    print(loop.time())
    try:
        async with asyncio.timeout(50):
            await asyncio.sleep(1000)
    except TimeoutError:
        print('timeout', loop.time())
    return await asyncio.sleep(3, 'result')


loop = Jumping()
print(loop.run_until_complete(main()))
print(loop._selector.waits[0], loop.turns > 5)
loop.close()

bare = asyncio.BaseEventLoop()
print(bare, bare.is_closed())
try:
    bare._process_events([])
except NotImplementedError:
    print('not implemented')
bare.close()


class Recorder(asyncio.AbstractEventLoop):
    "Only behaves like a loop."

    def __init__(self):
        self.calls = []

    def get_debug(self):
        return False

    def call_soon(self, callback, *args, context=None):
        self.calls.append((callback, args))

    def call_exception_handler(self, context):
        print(context['message'])


recorder = Recorder()
future = asyncio.Future(loop=recorder)
future.add_done_callback(print)
print(future.get_loop() is recorder, recorder.calls)
future.set_result(3)
print(recorder.calls[0][0] is print, recorder.calls[0][1][0] is future)


async def coro():
    return 4


task = asyncio.Task(coro(), loop=recorder)
print(type(recorder.calls[1][0]).__name__)
recorder.calls[1][0]()
print(task.done(), task.result())
failed = asyncio.Future(loop=recorder)
failed.set_exception(ValueError())
del failed
try:
    recorder.run_forever()
except NotImplementedError:
    print('no way to run')


class Noted(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        noted.append(getattr(callback, '__name__', type(callback).__name__))
        return super().call_soon(callback, *args, context=context)


noted = []
with asyncio.Runner(loop_factory=Noted) as runner:
    runner.run(asyncio.sleep(0))
print(noted[:2])


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print('made here')
        return super().new_event_loop()


asyncio.set_event_loop_policy(Policy())
asyncio.run(asyncio.sleep(0))
asyncio.set_event_loop_policy(None)
asyncio.run(asyncio.sleep(0))
