# Cancels a task at its n-th step, for every n, in programs on each of the synchronisation primitives; what everyone
# else sees then must be the same as in the reference, and nothing may be lost.
import asyncio


def lock_program():
    lock = asyncio.Lock()
    log = []

    async def user(name):
        async with lock:
            log.append(f"{name}+")
            await asyncio.sleep(0)
            log.append(f"{name}-")

    return [user("a"), user("b"), user("c")], 1, log, lambda: lock.locked()


def event_program():
    event = asyncio.Event()
    log = []

    async def waiter(name):
        await event.wait()
        log.append(name)

    async def setter():
        await asyncio.sleep(0)
        event.set()
        await asyncio.sleep(0)
        event.clear()

    return [waiter("a"), waiter("b"), setter()], 0, log, lambda: len(event._waiters)


def condition_program():
    condition = asyncio.Condition()
    log = []
    items = []

    async def consumer(name):
        async with condition:
            await condition.wait_for(lambda: items)
            log.append(name + items.pop())

    async def producer():
        for item in "xyz":
            async with condition:
                items.append(item)
                condition.notify()
            await asyncio.sleep(0)

    return [consumer("a"), consumer("b"), consumer("c"), producer()], 0, log, lambda: (condition.locked(), len(items))


def semaphore_program():
    semaphore = asyncio.Semaphore(2)
    log = []

    async def user(name):
        async with semaphore:
            log.append(f"{name}+")
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            log.append(f"{name}-")

    return [user(name) for name in "abcd"], 2, log, lambda: (semaphore.locked(), semaphore._value)


def queue_program():
    queue = asyncio.Queue(1)
    log = []

    async def producer(name):
        for number in range(3):
            await queue.put(f"{name}{number}")

    async def consumer(name):
        while True:
            item = await queue.get()
            log.append(name + item)
            queue.task_done()

    return [producer("p"), producer("q"), consumer("c"), consumer("d")], 2, log, lambda: queue.qsize()


def priority_program():
    queue = asyncio.PriorityQueue()
    log = []

    async def producer():
        for number in (3, 1, 2):
            queue.put_nowait(number)
            await asyncio.sleep(0)

    async def consumer(name):
        for _ in range(2):
            log.append((name, await queue.get()))

    return [consumer("a"), consumer("b"), producer()], 0, log, lambda: queue.qsize()


def barrier_program():
    barrier = asyncio.Barrier(2)
    log = []

    async def user(name):
        try:
            log.append((name, await barrier.wait()))
        except asyncio.BrokenBarrierError:
            log.append((name, "broken"))

    return [user(name) for name in "abcd"], 1, log, lambda: (barrier.n_waiting, barrier.broken)


def group_program():
    log = []

    async def child(name):
        try:
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            log.append(name)
        except asyncio.CancelledError:
            log.append(f"{name} cancelled")
            raise

    async def parent():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(child("a"))
                group.create_task(child("b"))
                await asyncio.sleep(0)
                log.append("body")
        finally:
            log.append("left")

    return [parent()], 0, log, lambda: len(asyncio.all_tasks())


def gather_program():
    log = []

    async def child(name):
        try:
            for _ in range(3):
                await asyncio.sleep(0)
            log.append(name)
        except asyncio.CancelledError:
            log.append(f"{name} cancelled")
            raise

    async def parent():
        shielded = asyncio.create_task(child("s"))
        log.append(await asyncio.gather(child("a"), asyncio.shield(shielded), child("b"), return_exceptions=True))

    return [parent()], 0, log, lambda: len(asyncio.all_tasks())


def wait_program():
    log = []

    async def child(name, steps):
        for _ in range(steps):
            await asyncio.sleep(0)
        return name

    async def parent():
        first, second = asyncio.create_task(child("a", 2)), asyncio.create_task(child("b", 4))
        done, pending = await asyncio.wait([first, second], return_when=asyncio.FIRST_COMPLETED)
        log.append((sorted(task.result() for task in done), len(pending)))
        log.append(await asyncio.wait_for(second, 1))
        async with asyncio.timeout(1):
            log.append(await child("c", 1))
        for each in asyncio.as_completed([child("d", 1), child("e", 2)]):
            log.append(await each)

    return [parent()], 0, log, lambda: len(asyncio.all_tasks())



async def run(program, at):
    coroutines, victim, log, state = program()
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(coroutine) for coroutine in coroutines]
    steps = 0
    while steps < 60 and not tasks[victim].done():
        if steps == at:
            tasks[victim].cancel()
        steps += 1
        await asyncio.sleep(0)
    for _ in range(60):
        await asyncio.sleep(0)
    shown = "".join("." if task.done() and not task.cancelled() and task.exception() is None else
                    "c" if task.cancelled() else "!" if task.done() else "w" for task in tasks)
    left = state()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return steps, shown, log, left


async def main():
    programs = [lock_program, event_program, condition_program, semaphore_program, queue_program, priority_program,
                barrier_program, group_program, gather_program, wait_program]
    for program in programs:
        print(program.__name__)
        for at in range(12):
            print(" ", at, *await run(program, at))


asyncio.run(main())
