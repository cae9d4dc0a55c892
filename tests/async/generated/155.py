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
    try: await asyncio.sleep(0.080819 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if tasks: log(name, 'cancel', 1, tasks[1 % len(tasks)].cancel())
async def work1(name):
    try:
        log(await asyncio.gather(leaf(3), leaf(31, 0.058973), leaf(9), return_exceptions=True))
        log([q async for q in counted(4, 2)])
        tasks.append(asyncio.create_task(agen_child(f'{name}.5'), name=f'{name}.5'))
    except asyncio.CancelledError as e:
        log(name, 'caught', 2, repr(e))
        tasks[-1].set_name('renamed7')
        log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(9, 0.034218), loop())))
    loop().call_later(0.057469, raises, 11, context=contextvars.Context())
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[13 % len(tasks)], 0.090204))
        except Exception as e: log(name, 'waited for', 13, repr(e))
async def work2(name):
    try:
        try:
            contextvars.copy_context().run(loop().call_soon, log, 'in context', 17)
        finally:
            log(name, 'finally', 15)
            await asyncio.sleep(0)
            tasks.append(asyncio.Task(child(f'{name}!20'), loop=loop(), eager_start=True, name=f'{name}!20'))
        g22 = asyncio.gather(leaf(22, 0.035379), leaf(225, 0.127225), return_exceptions=False)
        loop().call_later(0.069771, g22.cancel)
        try: log(name, await g22)
        except BaseException as e: log(name, 'gathered', 22, repr(e), g22.cancelled())
    except asyncio.CancelledError as e:
        log(name, 'caught', 14, repr(e))
        await asyncio.sleep(0)
        try: log(tasks[-1].result())
        except BaseException as e: log(repr(e))
        raise
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[26 % len(tasks)], 0))
        except Exception as e: log(name, 'waited for', 26, repr(e))
    log(name, var.get())
    token28 = var.set(28)
    log(name, var.get())
    try:
        try:
            log(barrier.n_waiting, barrier.broken)
            tasks.append(asyncio.create_task(varied(33), context=None))
        finally:
            log(name, 'finally', 30)
        tasks.append(asyncio.create_task(varied(35), context=None))
        async with cond:
            log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.123015))
    except asyncio.TimeoutError as e:
        log(name, 'caught', 29, repr(e))
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.080297, 38)), asyncio.create_task(leaf(383, 0.020662))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    await asyncio.sleep(0.033694)
    await asyncio.sleep(0.100584)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
