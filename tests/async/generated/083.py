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
    try: await asyncio.sleep(0.055116 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if tasks: log(name, 1, tasks[1 % len(tasks)].done(), tasks[1 % len(tasks)].cancelled(), tasks[1 % len(tasks)].cancelling())
    log(name, 2, lock.locked(), sem.locked())
async def work1(name):
    if tasks: log(name, 'cancel', 3, tasks[3 % len(tasks)].cancel())
async def work2(name):
    pass
    d, p = await asyncio.wait([asyncio.create_task(leaf(5, 0.006709)), asyncio.create_task(leaf(52, 0.120293))])
    log(name, len(d), len(p))
    pass
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    log(await event.wait())
async def work3(name):
    await asyncio.sleep(0.100062)
    log(name, 7)
    try:
        log(await asyncio.gather(leaf(9), leaf(91, 0.041864), leaf(7, 0.066693), return_exceptions=True))
        log(await asyncio.wait_for(leaf(10, 0.047829), 0.093310))
        try:
            async with asyncio.TaskGroup() as tg:
                g11 = tg.create_task(leaf(11, 0.069408))
                tg.create_task(child(f'{name}/11'))
                log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
                try:
                    async with asyncio.timeout(0.020551):
                        queue.put_nowait(14)
                except TimeoutError as e:
                    log(name, 'timeout', 13, repr(e))
        except ExceptionGroup as e:
            log(name, 'group', 11, e.exceptions)
        log(name, 15, event.is_set())
        event.clear()
    finally:
        log(name, 'finally', 8)
async def work4(name):
    log(name, await fut)
    log([q async for q in counted(17, 2)])
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
    await asyncio.sleep(0.071237)
    await asyncio.sleep(0.112201)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
