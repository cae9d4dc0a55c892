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
    try: await asyncio.sleep(0.004100 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        async with asyncio.timeout(0.019358) as tm2:
            tm2.reschedule(loop().time() + 0.064143)
            await asyncio.sleep(0.111937)
            log(name, 'in time', 2)
    except TimeoutError: log(name, 'late', 2, tm2.expired())
    log(name, 'put', 3)
    await queue.put(3)
async def work1(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g4 = tg.create_task(leaf(4, 0.032130))
            tg.create_task(child(f'{name}/4'))
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.077235, 5)), asyncio.create_task(leaf(53, 0.078165))], timeout=0.071214):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
    except ExceptionGroup as e:
        log(name, 'group', 4, e.exceptions)
    asyncio.current_task().cancel()
async def work2(name):
    it9 = counted(9, 3)
    log(await it9.asend(None))
    log(await it9.athrow(E1(9)))
    log(await anext(it9, 'over'))
    async with barrier as at: log(name, at)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks[0].cancel()
    fut.cancel() if not fut.done() else None
    log(tasks[0].done())
    await asyncio.sleep(0.003744)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
