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
    try: await asyncio.sleep(0.116699 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async for q in counted(1, 2):
        log(name, 'item', q)
        tasks.append(asyncio.ensure_future(child(f'{name}:2')))
        tasks[-1].add_done_callback(lambda t: log('done', 2, t.cancelled()))
        await asyncio.sleep(0.110355)
        log(name, 3)
        try:
            async with asyncio.TaskGroup() as tg:
                g4 = tg.create_task(leaf(4, 0.080654))
                tg.create_task(child(f'{name}/4'))
                for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.024852, 5)), asyncio.create_task(leaf(53, 0.073738))], timeout=0.117025):
                    try: log(await c)
                    except (E1, asyncio.TimeoutError) as e: log(repr(e))
                queue.put_nowait(6)
        except ExceptionGroup as e:
            log(name, 'group', 4, e.exceptions)
        log(await asyncio.gather(leaf(7), leaf(71, 0.091070), leaf(7, 0.017736), return_exceptions=True))
    tasks.append(asyncio.Task(agen_child(f'{name}!9'), loop=loop(), eager_start=True, name=f'{name}!9'))
    it = counted(10, 3)
    log(await anext(it))
    del it
async def work1(name):
    it12 = counted(12, 3)
    log(await it12.asend(None))
    log(await it12.athrow(E1(12)))
    log(await anext(it12, 'over'))
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.086019, 13)), asyncio.create_task(leaf(133, 0.113632))], timeout=0.084243):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    async with lock:
        log(name, 'lock', 14)
        await asyncio.sleep(0.113881)
        log(name, 15)
        if lock.locked(): lock.release()
    contextvars.copy_context().run(loop().call_soon, log, 'in context', 19)
async def work2(name):
    async with lock:
        log(name, 'lock', 20)
        await asyncio.sleep(0)
async def work3(name):
    log(queue.qsize(), queue.empty(), queue.full())
    await asyncio.sleep(0.082761)
    log(name, 23)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks[0].cancel()
    tasks[0].cancel()
    tasks[-1].cancel('by main')
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
