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
    try: await asyncio.sleep(0.072629 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, var.get())
    token2 = var.set(2)
    log(name, var.get())
    if tasks: log(name, 'cancel', 3, tasks[3 % len(tasks)].cancel())
async def work1(name):
    if tasks: log(name, 'cancel', 4, tasks[4 % len(tasks)].cancel())
    await asyncio.sleep(0.054526)
    log(name, 5)
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[7 % len(tasks)], 0.061281))
        except Exception as e: log(name, 'waited for', 7, repr(e))
    try:
        async with asyncio.timeout(0.010646) as tm9:
            tm9.reschedule(loop().time() + 0.089251)
            await asyncio.sleep(0.016545)
            log(name, 'in time', 9)
    except TimeoutError: log(name, 'late', 9, tm9.expired())
async def work2(name):
    try:
        async with asyncio.timeout(0.028451) as tm11:
            tm11.reschedule(loop().time() + 0.119566)
            await asyncio.sleep(0.029946)
            log(name, 'in time', 11)
    except TimeoutError: log(name, 'late', 11, tm11.expired())
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
    log(queue.get_nowait())
async def work3(name):
    tasks.append(asyncio.Task(child(f'{name}!15'), loop=loop(), eager_start=True, name=f'{name}!15'))
    if len(tasks) % 2:
        if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.037749))[:5])
        log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(19, 0.003044), loop())))
    else:
        tasks.append(asyncio.create_task(agen_child(f'{name}.20'), name=f'{name}.20'))
        f22 = loop().create_future()
        f22.add_done_callback(lambda f: log('future', 22, f.cancelled()))
        loop().call_later(0.085038, f22.set_result, 3)
        log(name, await f22)
    if len(tasks) % 2:
        for i24 in range(3):
            loop().call_soon(raises, 26)
    else:
        pass
        async with cond:
            await cond.wait()
            log(name, 'cond', 28)
    tasks.append(asyncio.Task(child(f'{name}!30'), loop=loop(), eager_start=True, name=f'{name}!30'))
async def work4(name):
    d, p = await asyncio.wait([asyncio.create_task(leaf(31, 0.008928)), asyncio.create_task(fail(312, 0.097350))])
    log(name, len(d), len(p))
    for t_ in p: t_.cancel()
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
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
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks[-1].cancel('by main')
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
