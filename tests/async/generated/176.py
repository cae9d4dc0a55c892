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
    try: await asyncio.sleep(0.061237 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        tasks.append(asyncio.eager_task_factory(loop(), varied(3)))
        log(name, tasks[-1].done())
        async with lock:
            log(name, 'lock', 4)
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.079952, 5)), asyncio.create_task(leaf(53, 0.102161))]):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
    except asyncio.CancelledError as e:
        log(name, 'caught', 1, repr(e))
        await asyncio.sleep(0.075292)
        log(name, 6)
        loop().call_soon(raises, 8)
        raise
    try:
        async with asyncio.timeout(0.081741):
            await asyncio.sleep(0.129881)
            log(name, 10)
    except TimeoutError as e:
        log(name, 'timeout', 9, repr(e))
async def work1(name):
    async with cond:
        log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.119142))
    if tasks: log(name, 'cancel', 13, tasks[13 % len(tasks)].cancel('msg'))
    raise E1(14)
    d, p = await asyncio.wait([asyncio.create_task(leaf(15, 0.041473)), asyncio.create_task(leaf(152, 0.048498))])
    log(name, len(d), len(p))
    for t_ in p: t_.cancel()
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
async def work2(name):
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[17 % len(tasks)], 0))
        except Exception as e: log(name, 'waited for', 17, repr(e))
    it19 = counted(19, 3)
    log(await it19.asend(None))
    log(await it19.asend(19))
    log(await anext(it19, 'over'))
    log(name, await asyncio.shield(fut))
async def work3(name):
    log([q async for q in counted(21, 2)])
    async with Manager(22, False):
        tasks.append(asyncio.create_task(agen_child(f'{name}.23'), name=f'{name}.23'))
        async with cond:
            log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.100980))
        pass
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0.044971)
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
