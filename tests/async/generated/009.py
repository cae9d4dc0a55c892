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
    try: await asyncio.sleep(0.005765 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    queue.put_nowait(1)
    async with lock:
        log(name, 'lock', 2)
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
        queue.task_done()
    try:
        try: log(tasks[-1].result())
        except BaseException as e: log(repr(e))
        log(queue.qsize(), queue.empty(), queue.full())
    finally:
        log(name, 'finally', 5)
async def work1(name):
    await asyncio.sleep(0.100724)
    log(name, 8)
    async for q in counted(9, 1):
        log(name, 'item', q)
        log(await asyncio.wait_for(leaf(10, 0.103844), 0.081711))
        pass
    async with lock:
        log(name, 'lock', 12)
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
        tasks.append(asyncio.create_task(agen_child(f'{name}.14'), name=f'{name}.14'))
        log(name, 'got', await queue.get())
        asyncio.get_running_loop().call_soon(log, 'soon', 16)
    if tasks: log(name, 'cancel', 17, tasks[17 % len(tasks)].cancel())
async def work2(name):
    log(name, 'got', await queue.get())
    log(name, await fut)
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    log(queue.qsize(), queue.empty(), queue.full())
async def work3(name):
    async with sem:
        log(name, 'sem', 22)
        log(barrier.n_waiting, barrier.broken)
    d, p = await asyncio.wait([asyncio.create_task(leaf(24, 0.041684)), asyncio.create_task(leaf(242, 0.085995))], timeout=0.077136)
    log(name, len(d), len(p))
    if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    async with sem:
        log(name, 'sem', 25)
        if not fut.done(): fut.cancel()
        log(name, 'fut', fut.done())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0.088810)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
