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
    try: await asyncio.sleep(0.045210 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async for q in counted(1, 2):
        log(name, 'item', q)
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.083911, 2)), asyncio.create_task(leaf(23, 0.031983))], timeout=0.095589):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        log(name, var.get())
        token5 = var.set(5)
        log(name, var.get())
        async for f7 in asyncio.as_completed([leaf(7, 0.114702), fail(76, 0.120964)]):
            log(name, f7.done(), repr(f7.exception()))
    await asyncio.sleep(0.045564)
    log(name, 8)
    async with Manager(9, False):
        asyncio.current_task().cancel('self')
        queue.task_done()
        log(name, 14, event.is_set())
        event.clear()
        try:
            f17 = loop().create_future()
            f17.add_done_callback(lambda f: log('future', 17, f.cancelled()))
            loop().call_later(0.023217, f17.set_exception, E1(4))
            log(name, await f17)
            tasks.append(asyncio.create_task(child(f'{name}.18'), name=f'{name}.18'))
        finally:
            log(name, 'finally', 15)
async def work1(name):
    if tasks: log(name, 19, tasks[19 % len(tasks)].done(), tasks[19 % len(tasks)].cancelled(), tasks[19 % len(tasks)].cancelling())
    if tasks: tasks[21 % len(tasks)].add_done_callback(raises)
    loop().call_soon(raises, 23)
    if len(tasks) % 2:
        it = counted(25, 3)
        log(await anext(it))
        del it
        try:
            async with sem:
                log(name, 'sem', 27)
                queue.task_done()
        except Exception as e:
            log(name, 'caught', 26, repr(e))
            asyncio.get_running_loop().call_soon(log, 'soon', 29)
            raise
    else:
        if tasks: log(name, 'cancel', 30, tasks[30 % len(tasks)].cancel('msg'))
async def work2(name):
    log(name, var.get())
    token32 = var.set(32)
    var.reset(token32)
    log(name, var.get())
    for i33 in range(1):
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.042576, 34)), asyncio.create_task(leaf(343, 0.042093))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
    queue.put_nowait(35)
    h37 = loop().call_later(0.080173, log, 'handle', 37)
    h37.cancel()
    log(name, h37.cancelled())
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
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0.088992)
    await asyncio.sleep(0.120827)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
