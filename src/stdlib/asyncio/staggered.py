"""Racing coroutines that start one after the other."""

from asyncio import CancelledError, Event, create_task, get_running_loop, wait_for
import contextlib

__all__ = ('staggered_race',)


async def staggered_race(coro_fns, delay, *, loop=None):
    """Start coroutines one after the other; give the first result, its index, and the exceptions of the others."""
    loop = loop or get_running_loop()
    starters = enumerate(coro_fns)
    winner_result = winner_index = None
    exceptions = []
    running = []

    async def run_one(previous_failed):
        if previous_failed is not None:
            with contextlib.suppress(TimeoutError):
                await wait_for(previous_failed.wait(), delay)
        try:
            index, start = next(starters)
        except StopIteration:
            return
        failed = Event()
        following = loop.create_task(run_one(failed))
        running.append(following)
        exceptions.append(None)
        try:
            result = await start()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            exceptions[index] = exc
            failed.set()
        else:
            nonlocal winner_index, winner_result
            winner_index = index
            winner_result = result
            for i, task in enumerate(running):
                if i != index:
                    task.cancel()

    running.append(loop.create_task(run_one(None)))
    try:
        done = 0
        while done != len(running):
            from asyncio import wait
            finished, _ = await wait(running)
            done = len(finished)
        return winner_result, winner_index, exceptions
    finally:
        for task in running:
            task.cancel()
