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
    try: await asyncio.sleep(0.113987 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if len(tasks) % 2:
        for i2 in range(1):
            async for f4 in asyncio.as_completed([leaf(4, 0.029696), fail(46, 0.121279)]):
                log(name, f4.done(), repr(f4.exception()))
    else:
        log(name, var.get())
        token6 = var.set(6)
        log(name, var.get())
        log(name, 'got', await queue.get())
    await barrier.abort()
    for i10 in range(2):
        log(await asyncio.wait_for(leaf(11, 0.046576), 0.019462))
        log(await event.wait())
        log(await event.wait())
async def work1(name):
    try:
        tasks.append(asyncio.Task(child(f'{name}!16'), loop=loop(), eager_start=True, name=f'{name}!16'))
        if len(tasks) % 2:
            log(name, await asyncio.wait_for(queue.join(), 0.113431))
            async with lock:
                log(name, 'lock', 20)
                g22 = asyncio.gather(leaf(22, 0.118666), leaf(225, 0.073391), return_exceptions=False)
                loop().call_later(0.042980, g22.cancel)
                try: log(name, await g22)
                except BaseException as e: log(name, 'gathered', 22, repr(e), g22.cancelled())
        else:
            await asyncio.sleep(0.010427)
            log(name, 23)
            loop().call_later(0.027170, raises, 25, context=contextvars.Context())
        log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(27, 0.005354), loop())))
    finally:
        log(name, 'finally', 14)
        tasks.append(asyncio.create_task(agen_child(f'{name}.28'), name=f'{name}.28'))
async def work2(name):
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    log(await asyncio.wait_for(leaf(30, 0.034961), None))
async def work3(name):
    asyncio.current_task().cancel()
    async with Manager(33, False):
        await barrier.abort()
        log([q async for q in counted(36, 2)])
        if tasks: log(name, 'cancel', 37, tasks[37 % len(tasks)].cancel())
        try:
            log(await asyncio.gather(leaf(39), leaf(391, 0.021545), leaf(9), return_exceptions=True))
            await asyncio.sleep(0.128436)
            log(name, 40)
        finally:
            log(name, 'finally', 38)
            log(name, 41, event.is_set())
            event.set(); event.clear()
    async with sem:
        log(name, 'sem', 42)
        if len(tasks) % 2:
            async with lock:
                log(name, 'lock', 44)
                loop().call_later(0.034230, raises, 46, context=contextvars.Context())
                log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
            log(name, 'put', 48)
            await queue.put(48)
        else:
            raise E1(49)
            log(name, 'got', await queue.get())
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0)
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.057338)
    tasks[0].cancel()
    await asyncio.sleep(0.039484)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
