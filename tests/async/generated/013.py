# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(*a)
def odd(name): return sum((i + 3) * ord(c) ** 2 for i, c in enumerate(name)) % 9973 / 1e6
async def leaf(n, d=0):
    log('leaf', n)
    await asyncio.sleep(d)
    return n
async def fail(n, d=0):
    await asyncio.sleep(d)
    print('fail', n)
    raise E1(n)
class Manager:
    def __init__(self, n, swallows): self.n, self.swallows = n, swallows
    async def __aenter__(self): await asyncio.sleep(0); log('enter', self.n)
    async def __aexit__(self, k, v, tb): log('exit', self.n, k and k.__name__); await asyncio.sleep(0); log('exited', self.n); return self.swallows and k is not asyncio.CancelledError
async def counted(n, k):
    try:
        for i in range(k):
            log('count', n, i)
            r = yield i
            await asyncio.sleep(0)
    except E1 as e: log('in generator', e); yield 'caught'
    finally: log('counted', n)
async def child(name):
    try: await asyncio.sleep(0.084519 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    it = counted(1, 3)
    log(await anext(it))
    del it
    async with Manager(2, True):
        queue.put_nowait(3)
        log(queue.qsize(), queue.empty(), queue.full())
        for i5 in range(3):
            raise E1(6)
            it = counted(7, 3)
            log(await anext(it))
            del it
        if len(tasks) % 2:
            log(name, await asyncio.shield(fut))
        else:
            queue.put_nowait(10)
    log(queue.get_nowait())
async def work1(name):
    log(queue.get_nowait())
    it = counted(13, 3)
    log(await anext(it))
    del it
async def work2(name):
    try:
        await asyncio.sleep(0.020375)
        log(name, 15)
        await asyncio.sleep(0.121039)
        log(name, 16)
    except asyncio.TimeoutError as e:
        log(name, 'caught', 14, repr(e))
        pass
        raise E1(18)
    log(await event.wait())
    tasks.append(asyncio.ensure_future(child(f'{name}:20')))
    tasks[-1].add_done_callback(lambda t: log('done', 20, t.cancelled()))
async def work3(name):
    log(name, 'got', await queue.get())
    log(name, 22, event.is_set())
    event.set(); event.clear()
    log(name, 23, lock.locked(), sem.locked())
    try:
        if not fut.done(): fut.set_result(25)
        log(name, 'fut', fut.done())
        if tasks: log(name, 26, tasks[26 % len(tasks)].done(), tasks[26 % len(tasks)].cancelled(), tasks[26 % len(tasks)].cancelling())
    finally:
        log(name, 'finally', 24)
        log(await asyncio.wait_for(leaf(27, 0.022501), 0.087953))
        pass
async def work4(name):
    asyncio.get_running_loop().call_later(0.069475, log, 'later', 29)
    try:
        async with asyncio.TaskGroup() as tg:
            g30 = tg.create_task(leaf(30, 0.080117))
            tg.create_task(child(f'{name}/30'))
            try:
                async with asyncio.TaskGroup() as tg:
                    g31 = tg.create_task(leaf(31, 0.066028))
                    tg.create_task(child(f'{name}/31'))
                    log(await event.wait())
            except ExceptionGroup as e:
                log(name, 'group', 31, e.exceptions)
            if not fut.done(): fut.set_exception(E2(33))
            log(name, 'fut', fut.done())
            tasks.append(asyncio.create_task(child(f'{name}.34'), name=f'{name}.34'))
            queue.put_nowait(35)
    except ExceptionGroup as e:
        log(name, 'group', 30, e.exceptions)
    await asyncio.sleep(0.129120)
    log(name, 36)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    event.set()
    tasks[-1].cancel('by main')
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.114985)
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
