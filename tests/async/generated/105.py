# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(f'{(asyncio.get_running_loop().time() - start) * 1e6:.0f}', *a)
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
import contextvars
var = contextvars.ContextVar('var', default='unset')
def say(*a): print(*a)
def told(loop, known): print('handler', known['message'].split(' at ')[0], repr(known.get('exception')))
def raises(n, *rest): log('raises', n, var.get()); raise E2(n)
def loop(): return asyncio.get_running_loop()
async def varied(n):
    log('varied', n, var.get()); var.set(n)
    await asyncio.sleep(0)
    log('varied', n, var.get())
    return n
async def child(name):
    try: await asyncio.sleep(0.055677 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, queue.qsize())
    tasks.append(asyncio.create_task(child(f'{name}.3'), name=f'{name}.3'))
    async with lock:
        log(name, 'lock', 4)
        log(name, await fut)
        if len(tasks) % 2:
            try:
                async with asyncio.timeout(0.079698) as tm:
                    log(name, 8, lock.locked(), sem.locked())
                    log([q async for q in counted(9, 3)])
            except E1 as e:
                log(name, 'timeout', 7, repr(e))
        else:
            await asyncio.sleep(0.050205)
            log(name, 10)
        async with Manager(11, False):
            for i12 in range(3):
                d, p = await asyncio.wait([asyncio.create_task(leaf(13, 0.046848)), asyncio.create_task(leaf(132, 0.023840))], return_when=asyncio.FIRST_COMPLETED)
                log(name, len(d), len(p))
                for t_ in p: t_.cancel()
                for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[15 % len(tasks)], 0.082795))
        except Exception as e: log(name, 'waited for', 15, repr(e))
async def work1(name):
    async with Manager(16, True):
        async with Manager(17, False):
            log(await event.wait())
        asyncio.get_running_loop().call_soon(log, 'soon', 19)
    log([q async for q in counted(20, 3)])
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
