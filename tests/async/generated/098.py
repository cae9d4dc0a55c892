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
    try: await asyncio.sleep(0.052818 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    for i1 in range(2):
        log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(3, 0.107382), loop())))
        if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.019188))[:5])
        asyncio.current_task().cancel('self')
    log(name, var.get())
    token8 = var.set(8)
    log(name, var.get())
async def work1(name):
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[10 % len(tasks)], 0.059851))
        except Exception as e: log(name, 'waited for', 10, repr(e))
async def work2(name):
    if tasks: log(name, 'cancel', 11, tasks[11 % len(tasks)].cancel('msg'))
    await barrier.abort()
    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.103197))[:5])
    tasks.append(asyncio.Task(agen_child(f'{name}!16'), loop=loop(), eager_start=True, name=f'{name}!16'))
async def work3(name):
    s18 = asyncio.shield(asyncio.create_task(leaf(18, 0.008720)))
    s18.cancel()
    try: log(await s18)
    except asyncio.CancelledError as e: log(name, 'shield', 18, repr(e))
    if tasks: log(name, 19, tasks[19 % len(tasks)].done(), tasks[19 % len(tasks)].cancelled(), tasks[19 % len(tasks)].cancelling())
    async with lock:
        log(name, 'lock', 20)
        async with sem:
            log(name, 'sem', 21)
            try:
                log(name, await asyncio.shield(fut))
            except Exception as e:
                log(name, 'caught', 22, repr(e))
                log([q async for q in counted(24, 3)])
                log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
                raise
            try:
                tasks.append(asyncio.ensure_future(child(f'{name}:27')))
                tasks[-1].add_done_callback(lambda t: log('done', 27, t.cancelled()))
                tasks.append(asyncio.create_task(varied(29), context=None))
            finally:
                log(name, 'finally', 26)
        async with Manager(30, True):
            asyncio.get_running_loop().call_later(0.045991, log, 'later', 31)
    for i32 in range(3):
        tasks.append(asyncio.create_task(agen_child(f'{name}.33'), name=f'{name}.33'))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0)
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
