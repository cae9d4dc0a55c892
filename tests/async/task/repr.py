# A task's repr tells its state.
import asyncio
async def work():
    await asyncio.sleep(0.01)
    return "result"
async def bad():
    raise ValueError("x")
async def main():
    task = asyncio.create_task(work(), name="T")
    print(task)  # expect: <Task pending name='T' coro=<work() running at repr.py:3>>
    await asyncio.sleep(0)
    print(task)  # expect: <Task pending name='T' coro=<work() running at repr.py:4> wait_for=<Future pending cb=[Task.task_wakeup()]>>
    await task
    print(task)  # expect: <Task finished name='T' coro=<work() done, defined at repr.py:3> result='result'>
    other = asyncio.create_task(bad(), name="B")
    try:
        await other
    except ValueError:
        pass
    print(other)  # expect: <Task finished name='B' coro=<bad() done, defined at repr.py:6> exception=ValueError('x')>
    third = asyncio.create_task(work(), name="C")
    third.cancel()
    print(third)  # expect: <Task cancelling name='C' coro=<work() running at repr.py:3>>
    try:
        await third
    except asyncio.CancelledError:
        pass
    print(third)  # expect: <Task cancelled name='C' coro=<work() done, defined at repr.py:3>>
asyncio.run(main())
