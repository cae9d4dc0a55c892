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
    try: await asyncio.sleep(0.111864 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if tasks: log(name, 'cancel', 1, tasks[1 % len(tasks)].cancel())
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    log(name, 3, event.is_set())
    event.set(); event.clear()
    await asyncio.sleep(0.043171)
    log(name, 4)
async def work1(name):
    log(name, 'put', 5)
    await queue.put(5)
async def work2(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g6 = tg.create_task(leaf(6, 0.072576))
            tg.create_task(child(f'{name}/6'))
            for i7 in range(1):
                log(name, 8, lock.locked(), sem.locked())
    except ExceptionGroup as e:
        log(name, 'group', 6, e.exceptions)
    queue.put_nowait(9)
async def work3(name):
    try:
        raise E1(11)
        log(await event.wait())
        try: log(tasks[-1].result())
        except BaseException as e: log(repr(e))
    except asyncio.CancelledError as e:
        log(name, 'caught', 10, repr(e))
        log(await asyncio.wait_for(leaf(14, 0.070789), None))
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    event.set()
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
