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
    try: await asyncio.sleep(0.028065 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, var.get())
    token2 = var.set(2)
    var.reset(token2)
    log(name, var.get())
async def work1(name):
    log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(4, 0.034485), loop())))
    g6 = asyncio.gather(leaf(6, 0.031001), fail(65, 0.023040), return_exceptions=False)
    loop().call_later(0.056120, g6.cancel)
    try: log(name, await g6)
    except BaseException as e: log(name, 'gathered', 6, repr(e), g6.cancelled())
    try:
        async with asyncio.timeout(0.009050) as tm8:
            tm8.reschedule(loop().time() + 0.089162)
            await asyncio.sleep(0.010592)
            log(name, 'in time', 8)
    except TimeoutError: log(name, 'late', 8, tm8.expired())
    if tasks: log(name, 9, tasks[9 % len(tasks)].done(), tasks[9 % len(tasks)].cancelled(), tasks[9 % len(tasks)].cancelling())
async def work2(name):
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.086419, 10)), asyncio.create_task(leaf(103, 0.029612))], timeout=0.121236):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    if not fut.done(): fut.cancel()
    log(name, 'fut', fut.done())
    loop().call_later(0.062931, raises, 13, context=contextvars.Context())
async def work3(name):
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    tasks.append(asyncio.create_task(child(f'{name}.15'), name=f'{name}.15'))
    async with Manager(16, True):
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
        async with Manager(18, False):
            async with cond:
                log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.018491))
        async with cond:
            await cond.wait()
            log(name, 'cond', 21)
        tasks.append(asyncio.create_task(varied(23), context=contextvars.copy_context()))
async def work4(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g24 = tg.create_task(fail(24, 0.015618))
            tg.create_task(child(f'{name}/24'))
            queue.put_nowait(25)
            tasks.append(asyncio.create_task(child(f'{name}.26'), name=f'{name}.26'))
            tasks[-1].set_name('renamed28')
            log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    except ExceptionGroup as e:
        log(name, 'group', 24, e.exceptions)
    await asyncio.sleep(0)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks[-1].cancel('by main')
    tasks[0].cancel()
    event.set()
    tasks[-1].cancel('by main')
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
