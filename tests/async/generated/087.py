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
    try: await asyncio.sleep(0.094182 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    it = counted(1, 3)
    try:
        log(await anext(it))
        log(name, 'put', 2)
        await queue.put(2)
    finally:
        log('closes', await it.aclose())
async def work1(name):
    for i3 in range(3):
        if not fut.done(): fut.set_result(4)
        log(name, 'fut', fut.done())
        async for f6 in asyncio.as_completed([leaf(6, 0.015919), fail(66, 0.048253)]):
            log(name, f6.done(), repr(f6.exception()))
    log(await asyncio.gather(leaf(7), leaf(71, 0.082832), fail(8), return_exceptions=True))
    try:
        async with asyncio.timeout(0.106055) as tm9:
            tm9.reschedule(loop().time() + 0.080959)
            await asyncio.sleep(0.111153)
            log(name, 'in time', 9)
    except TimeoutError: log(name, 'late', 9, tm9.expired())
    log(queue.qsize(), queue.empty(), queue.full())
async def work2(name):
    it = counted(11, 3)
    log(await anext(it))
    del it
    tasks.append(asyncio.ensure_future(child(f'{name}:12')))
    tasks[-1].add_done_callback(lambda t: log('done', 12, t.cancelled()))
    for i13 in range(1):
        await asyncio.sleep(0.060333)
        log(name, 14)
        tasks.append(asyncio.ensure_future(child(f'{name}:15')))
        tasks[-1].add_done_callback(lambda t: log('done', 15, t.cancelled()))
    log(name, 'put', 16)
    await queue.put(16)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    event.set()
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
