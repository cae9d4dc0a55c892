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
    try: await asyncio.sleep(0.122018 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log([q async for q in counted(1, 3)])
    try:
        async with Manager(3, True):
            s5 = asyncio.shield(asyncio.create_task(leaf(5, 0.103499)))
            s5.cancel()
            try: log(await s5)
            except asyncio.CancelledError as e: log(name, 'shield', 5, repr(e))
            log(queue.get_nowait())
        s8 = asyncio.shield(asyncio.create_task(leaf(8, 0.003256)))
        s8.cancel()
        try: log(await s8)
        except asyncio.CancelledError as e: log(name, 'shield', 8, repr(e))
        log([q async for q in counted(9, 3)])
    finally:
        log(name, 'finally', 2)
        pass
        log(queue.get_nowait())
async def work1(name):
    try:
        tasks.append(asyncio.ensure_future(child(f'{name}:13')))
        tasks[-1].add_done_callback(lambda t: log('done', 13, t.cancelled()))
    except asyncio.CancelledError as e:
        log(name, 'caught', 12, repr(e))
        async with cond:
            cond.notify(2)
            log(name, 'cond', 14)
        raise
    await asyncio.sleep(0.039168)
    log(name, 15)
async def work2(name):
    tasks.append(asyncio.Task(child(f'{name}!17'), loop=loop(), eager_start=True, name=f'{name}!17'))
    queue.task_done()
    if not fut.done(): fut.set_result(19)
    log(name, 'fut', fut.done())
    try:
        queue.put_nowait(21)
        d, p = await asyncio.wait([asyncio.create_task(leaf(22, 0.068655)), asyncio.create_task(leaf(222, 0.064107))], return_when=asyncio.FIRST_COMPLETED)
        log(name, len(d), len(p))
        pass
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        pass
        it = counted(24, 3)
        log(await anext(it))
        del it
    except Exception as e:
        log(name, 'caught', 20, repr(e))
        log(name, 'put', 25)
        await queue.put(25)
        log(name, 'got', await queue.get())
        raise
async def work3(name):
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.125962, 27)), asyncio.create_task(leaf(273, 0.067640))], timeout=0.067763):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    raise E1(28)
    pass
    f31 = loop().create_future()
    f31.add_done_callback(lambda f: log('future', 31, f.cancelled()))
    loop().call_later(0.125107, f31.set_result, 3)
    log(name, await f31)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0.111538)
    event.set()
    await asyncio.sleep(0.049128)
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
