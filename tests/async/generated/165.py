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
    try: await asyncio.sleep(0.056525 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(barrier.n_waiting, barrier.broken)
async def work1(name):
    async with Manager(2, False):
        await asyncio.sleep(0)
        loop().call_soon(raises, 5)
        async with cond:
            cond.notify()
            log(name, 'cond', 6)
        try:
            if tasks: tasks[9 % len(tasks)].add_done_callback(raises)
        finally:
            log(name, 'finally', 7)
            contextvars.copy_context().run(loop().call_soon, log, 'in context', 11)
    try:
        try:
            queue.shutdown(immediate=True)
        except asyncio.CancelledError as e:
            log(name, 'caught', 13, repr(e))
            log(await event.wait())
            await asyncio.sleep(0.025461)
            log(name, 17)
            raise
        asyncio.current_task().cancel('self')
        await barrier.reset()
    except BaseException as e:
        log(name, 'caught', 12, repr(e))
        log(await asyncio.wait_for(leaf(22, 0.029960), 0))
async def work2(name):
    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.110674))[:5])
    async for q in counted(24, 4):
        log(name, 'item', q)
        async with sem:
            log(name, 'sem', 25)
            if not fut.done(): fut.set_result(26)
            log(name, 'fut', fut.done())
        if tasks: log(name, 27, tasks[27 % len(tasks)].done(), tasks[27 % len(tasks)].cancelled(), tasks[27 % len(tasks)].cancelling())
        try:
            async with asyncio.timeout(0.028278) as tm:
                pass
        except E1 as e:
            log(name, 'timeout', 28, repr(e))
    log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(31, 0.048727), loop())))
async def work3(name):
    tasks[-1].set_name('renamed33')
    log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
async def work4(name):
    await barrier.reset()
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.043615)
    fut.cancel() if not fut.done() else None
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
