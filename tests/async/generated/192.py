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
    try: await asyncio.sleep(0.040166 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with sem:
        log(name, 'sem', 1)
        for i2 in range(1):
            if tasks: tasks[4 % len(tasks)].add_done_callback(lambda t: raises(4))
            log(await asyncio.wait_for(leaf(5, 0.034143), 0))
    try:
        log([q async for q in counted(7, 2)])
        it = counted(8, 3)
        log(await anext(it))
        del it
        log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(10, 0.083594), loop())))
        log([q async for q in counted(11, 1)])
    except asyncio.CancelledError as e:
        log(name, 'caught', 6, repr(e))
        log(queue.get_nowait())
        tasks.append(asyncio.create_task(child(f'{name}.13'), name=f'{name}.13'))
        raise
    log(await asyncio.gather(leaf(14), leaf(141, 0.031769), fail(8), return_exceptions=False))
    await barrier.wait()
async def work1(name):
    tasks.append(asyncio.ensure_future(child(f'{name}:16')))
    tasks[-1].add_done_callback(lambda t: log('done', 16, t.cancelled()))
    log(name, var.get())
    token18 = var.set(18)
    log(name, var.get())
async def work2(name):
    tasks.append(asyncio.eager_task_factory(loop(), varied(20)))
    log(name, tasks[-1].done())
    async with sem:
        log(name, 'sem', 21)
        log(await asyncio.gather(leaf(22), leaf(221, 0.003340), leaf(9), return_exceptions=True))
        if len(tasks) % 2:
            async for q in counted(24, 3):
                log(name, 'item', q)
                log(name, 'got', await queue.get())
                tasks[-1].set_name('renamed27')
                log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
        else:
            log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        it = counted(29, 3)
        try:
            log(await anext(it))
            f31 = loop().create_future()
            f31.add_done_callback(lambda f: log('future', 31, f.cancelled()))
            loop().call_later(0.117722, f31.set_result, 3)
            log(name, await f31)
        finally:
            log('closes', await it.aclose())
        await barrier.reset()
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
