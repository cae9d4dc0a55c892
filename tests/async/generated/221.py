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
    try: await asyncio.sleep(0.099350 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, await asyncio.shield(fut))
async def work1(name):
    log(name, var.get())
    token3 = var.set(3)
    log(name, var.get())
async def work2(name):
    for i4 in range(3):
        log(await asyncio.gather(leaf(5), leaf(51, 0.108524), fail(8), return_exceptions=True))
        tasks.append(asyncio.create_task(varied(7), context=contextvars.copy_context()))
async def work3(name):
    await barrier.abort()
    for i10 in range(3):
        pass
    async for q in counted(12, 4):
        log(name, 'item', q)
        async with lock:
            log(name, 'lock', 13)
            log(name, await asyncio.wait_for(queue.join(), 0.085949))
        for i16 in range(2):
            tasks.append(asyncio.Task(child(f'{name}!18'), loop=loop(), eager_start=True, name=f'{name}!18'))
            log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        await barrier.reset()
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    h24 = loop().call_at(loop().time() + 0.082509, log, 'handle', 24)
    loop().call_later(0.105980, h24.cancel)
    log(name, h24.cancelled())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    fut.cancel() if not fut.done() else None
    log(tasks[0].done())
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.008058)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
