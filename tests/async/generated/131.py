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
    try: await asyncio.sleep(0.071088 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with cond:
        log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.044802))
    asyncio.current_task().cancel('self')
async def work1(name):
    asyncio.get_running_loop().call_soon(log, 'soon', 5)
async def work2(name):
    asyncio.current_task().cancel()
    queue.task_done()
    async with sem:
        log(name, 'sem', 10)
        queue.put_nowait(11)
        log([q async for q in counted(12, 2)])
async def work3(name):
    asyncio.get_running_loop().call_later(0.078267, log, 'later', 13)
    try:
        async with asyncio.TaskGroup() as tg:
            g14 = tg.create_task(leaf(14, 0.106195))
            tg.create_task(child(f'{name}/14'))
            async with cond:
                log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.104333))
    except ExceptionGroup as e:
        log(name, 'group', 14, e.exceptions)
    log(barrier.n_waiting, barrier.broken)
    asyncio.current_task().cancel('self')
async def work4(name):
    try:
        log([q async for q in counted(21, 2)])
        for i22 in range(3):
            await asyncio.sleep(0)
        tasks[-1].set_name('renamed25')
        log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    finally:
        log(name, 'finally', 20)
    log(name, var.get())
    token27 = var.set(27)
    var.reset(token27)
    log(name, var.get())
    async with cond:
        cond.notify_all()
        log(name, 'cond', 28)
async def work5(name):
    if tasks: log(name, 29, tasks[29 % len(tasks)].done(), tasks[29 % len(tasks)].cancelled(), tasks[29 % len(tasks)].cancelling())
    async with cond:
        cond.notify_all()
        log(name, 'cond', 30)
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
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    await asyncio.sleep(0)
    tasks[-1].cancel('by main')
    tasks[-1].cancel('by main')
    fut.cancel() if not fut.done() else None
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
