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
    try: await asyncio.sleep(0.055941 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(barrier.n_waiting, barrier.broken)
async def work1(name):
    tasks.append(asyncio.create_task(varied(3), context=contextvars.copy_context()))
    pass
    log(name, await asyncio.wait_for(queue.join(), 0.071664))
    it = counted(7, 3)
    log(await anext(it))
    del it
async def work2(name):
    log(await asyncio.wait_for(leaf(8, 0.002543), None))
    log(await asyncio.gather(leaf(9), leaf(91, 0.085493), fail(8), return_exceptions=True))
    s11 = asyncio.shield(asyncio.create_task(leaf(11, 0.081831)))
    s11.cancel()
    try: log(await s11)
    except asyncio.CancelledError as e: log(name, 'shield', 11, repr(e))
async def work3(name):
    log(name, var.get())
    token13 = var.set(13)
    log(name, var.get())
    try:
        f16 = loop().create_future()
        f16.add_done_callback(lambda f: log('future', 16, f.cancelled()))
        loop().call_later(0.005266, f16.set_result, 3)
        log(name, await f16)
    finally:
        log(name, 'finally', 14)
    async with Manager(17, True):
        async with cond:
            await cond.wait()
            log(name, 'cond', 18)
        if tasks:
            try: log(name, await asyncio.wait_for(tasks[20 % len(tasks)], 0.112024))
            except Exception as e: log(name, 'waited for', 20, repr(e))
        g22 = asyncio.gather(leaf(22, 0.069350), leaf(225, 0.103392), return_exceptions=True)
        loop().call_later(0.049543, g22.cancel)
        try: log(name, await g22)
        except asyncio.CancelledError as e: log(name, 'gathered', 22, repr(e), g22.cancelled())
        log([q async for q in counted(23, 1)])
async def work4(name):
    async with cond:
        await cond.wait()
        log(name, 'cond', 24)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0)
    tasks[-1].cancel('by main')
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
