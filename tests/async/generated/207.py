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
    try: await asyncio.sleep(0.101406 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[2 % len(tasks)], 0))
        except Exception as e: log(name, 'waited for', 2, repr(e))
    log(name, 'put', 3)
    await queue.put(3)
    if tasks: log(name, 4, tasks[4 % len(tasks)].done(), tasks[4 % len(tasks)].cancelled(), tasks[4 % len(tasks)].cancelling())
    log(name, 5, lock.locked(), sem.locked())
async def work1(name):
    log(name, 'got', await queue.get())
async def work2(name):
    await asyncio.sleep(0)
    pass
    await asyncio.sleep(0.053484)
    log(name, 9)
    pass
async def work3(name):
    loop().call_soon(raises, 12)
    f14 = loop().create_future()
    f14.add_done_callback(lambda f: log('future', 14, f.cancelled()))
    loop().call_later(0.005474, f14.set_result, 3)
    log(name, await f14)
async def work4(name):
    for i15 in range(3):
        await asyncio.sleep(0.098049)
        log(name, 16)
        await barrier.reset()
        try:
            async with asyncio.timeout(0.111975) as tm20:
                tm20.reschedule(loop().time() + 0.022898)
                await asyncio.sleep(0.019810)
                log(name, 'in time', 20)
        except TimeoutError: log(name, 'late', 20, tm20.expired())
        f22 = loop().create_future()
        f22.add_done_callback(lambda f: log('future', 22, f.cancelled()))
        loop().call_later(0.085792, f22.set_result, 3)
        log(name, await f22)
    async with cond:
        log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.014596))
    try:
        async with asyncio.TaskGroup() as tg:
            g25 = tg.create_task(leaf(25, 0.095300))
            tg.create_task(child(f'{name}/25'))
            log([q async for q in counted(26, 1)])
            log(await asyncio.wait_for(leaf(27, 0.014538), 0.092478))
            async with cond:
                log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.031838))
            async with sem:
                log(name, 'sem', 30)
                log(name, 'put', 31)
                await queue.put(31)
                async for q in counted(32, 3):
                    log(name, 'item', q)
                    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
                    log([q async for q in counted(34, 2)])
    except ExceptionGroup as e:
        log(name, 'group', 25, e.exceptions)
    tasks.append(asyncio.create_task(agen_child(f'{name}.35'), name=f'{name}.35'))
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
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
