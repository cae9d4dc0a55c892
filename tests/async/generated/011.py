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
    try: await asyncio.sleep(0.113630 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with Manager(1, False):
        log(await asyncio.gather(leaf(2), leaf(21, 0.058430), leaf(7, 0.045626), return_exceptions=True))
        if len(tasks) % 2:
            log(queue.get_nowait())
        else:
            if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.021607))[:5])
            if tasks: log(name, 'cancel', 6, tasks[6 % len(tasks)].cancel('msg'))
    try:
        async with asyncio.timeout(0.086295):
            async with Manager(8, True):
                log(name, 9, event.is_set())
                event.set(); event.clear()
    except E1 as e:
        log(name, 'timeout', 7, repr(e))
    if not fut.done(): fut.set_result(10)
    log(name, 'fut', fut.done())
async def work1(name):
    log(barrier.n_waiting, barrier.broken)
    if tasks: log(name, 'cancel', 12, tasks[12 % len(tasks)].cancel())
    log(queue.get_nowait())
    log(await event.wait())
async def work2(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g15 = tg.create_task(fail(15, 0.032844))
            tg.create_task(child(f'{name}/15'))
            async for q in counted(16, 2):
                log(name, 'item', q)
                if tasks: log(name, 'cancel', 17, tasks[17 % len(tasks)].cancel())
                raise E1(18)
    except ExceptionGroup as e:
        log(name, 'group', 15, e.exceptions)
async def work3(name):
    try:
        async with asyncio.timeout(0.076178):
            log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    except TimeoutError as e:
        log(name, 'timeout', 19, repr(e))
    asyncio.get_running_loop().call_later(0.044596, log, 'later', 21)
    log(await asyncio.gather(leaf(22), leaf(221, 0.033354), fut, return_exceptions=True))
async def work4(name):
    await asyncio.sleep(0.012638)
    log(name, 23)
    async with Manager(24, False):
        log(name, 'put', 25)
        await queue.put(25)
        log(barrier.n_waiting, barrier.broken)
        it = counted(27, 3)
        try:
            log(await anext(it))
            log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
        finally:
            log('closes', await it.aclose())
        if tasks: log(name, 29, tasks[29 % len(tasks)].done(), tasks[29 % len(tasks)].cancelled(), tasks[29 % len(tasks)].cancelling())
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.034800, 30)), asyncio.create_task(leaf(303, 0.053170))], timeout=0.029635):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(1), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0)
    event.set()
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
