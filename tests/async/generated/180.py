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
    try: await asyncio.sleep(0.008476 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async for q in counted(1, 1):
        log(name, 'item', q)
        log(name, await fut)
        try:
            log(name, await fut)
            if len(tasks) % 2:
                h7 = loop().call_at(loop().time() + 0.021684, log, 'handle', 7)
                loop().call_later(0.120956, h7.cancel)
                log(name, h7.cancelled())
            else:
                log(name, 'got', await queue.get())
                if tasks: log(name, 9, tasks[9 % len(tasks)].done(), tasks[9 % len(tasks)].cancelled(), tasks[9 % len(tasks)].cancelling())
        except BaseException as e:
            log(name, 'caught', 3, repr(e))
            log(name, 'got', await queue.get())
            d, p = await asyncio.wait([asyncio.create_task(leaf(11, 0.122591)), asyncio.create_task(fail(112, 0.062642))], return_when=asyncio.FIRST_COMPLETED)
            log(name, len(d), len(p))
            pass
            for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
            raise
        queue.put_nowait(12)
    loop().call_later(0.123681, raises, 14, context=contextvars.Context())
    log(name, await asyncio.shield(fut))
async def work1(name):
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[17 % len(tasks)], 0.005862))
        except Exception as e: log(name, 'waited for', 17, repr(e))
    if tasks: tasks[19 % len(tasks)].add_done_callback(lambda t: raises(19))
    queue.put_nowait(20)
async def work2(name):
    async with Manager(21, True):
        it23 = counted(23, 3)
        log(await it23.asend(None))
        log(await it23.asend(23))
        log(await anext(it23, 'over'))
    pass
    async with Manager(25, True):
        log(await event.wait())
async def work3(name):
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[28 % len(tasks)], 0.065712))
        except Exception as e: log(name, 'waited for', 28, repr(e))
async def work4(name):
    return name
    f31 = loop().create_future()
    f31.add_done_callback(lambda f: log('future', 31, f.cancelled()))
    loop().call_later(0.108481, f31.set_result, 3)
    log(name, await f31)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0)
    tasks[-1].cancel('by main')
    fut.cancel() if not fut.done() else None
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
