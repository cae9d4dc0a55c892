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
    try: await asyncio.sleep(0.127032 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    asyncio.get_running_loop().call_later(0.093565, log, 'later', 1)
async def work1(name):
    if len(tasks) % 2:
        log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(4, 0.094731), loop())))
    else:
        tasks.append(asyncio.ensure_future(child(f'{name}:5')))
        tasks[-1].add_done_callback(lambda t: log('done', 5, t.cancelled()))
async def work2(name):
    await asyncio.sleep(0)
    try:
        loop().call_soon(raises, 9)
        await barrier.wait()
        log(name, await asyncio.shield(fut))
    finally:
        log(name, 'finally', 7)
    log([q async for q in counted(12, 3)])
async def work3(name):
    tasks.append(asyncio.create_task(child(f'{name}.13'), name=f'{name}.13'))
    async with lock:
        log(name, 'lock', 14)
        try:
            async with asyncio.TaskGroup() as tg:
                g15 = tg.create_task(fail(15, 0.032829))
                tg.create_task(child(f'{name}/15'))
                await asyncio.sleep(0)
                async with cond:
                    cond.notify(2)
                    log(name, 'cond', 17)
        except ExceptionGroup as e:
            log(name, 'group', 15, e.exceptions)
        queue.task_done()
        async for q in counted(20, 4):
            log(name, 'item', q)
            loop().call_soon(raises, 22)
            log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    log(tasks[0].done())
    await asyncio.sleep(0.119173)
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
