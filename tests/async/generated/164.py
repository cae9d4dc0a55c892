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
    try: await asyncio.sleep(0.042129 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with lock:
        log(name, 'lock', 1)
        async for q in counted(2, 3):
            log(name, 'item', q)
            log(await event.wait())
            async with Manager(4, False):
                log(name, await asyncio.wait_for(queue.join(), 0.059987))
                tasks.append(asyncio.create_task(varied(8), context=contextvars.copy_context()))
        tasks[-1].set_name('renamed10')
        log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(12, 0.077669), loop())))
async def work1(name):
    f14 = loop().create_future()
    f14.add_done_callback(lambda f: log('future', 14, f.cancelled()))
    loop().call_later(0.073895, f14.cancel)
    log(name, await f14)
    await asyncio.sleep(0.077589)
    log(name, 15)
    if tasks: log(name, 16, tasks[16 % len(tasks)].done(), tasks[16 % len(tasks)].cancelled(), tasks[16 % len(tasks)].cancelling())
async def work2(name):
    log(await asyncio.wait_for(leaf(17, 0.068404), 0))
    if len(tasks) % 2:
        log(name, queue.qsize())
    else:
        log(await asyncio.wait_for(leaf(21, 0.093016), 0.083751))
        await asyncio.sleep(0.086510)
        log(name, 22)
    tasks[-1].set_name('renamed24')
    log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    log(barrier.n_waiting, barrier.broken)
async def work3(name):
    if tasks: log(name, 26, tasks[26 % len(tasks)].done(), tasks[26 % len(tasks)].cancelled(), tasks[26 % len(tasks)].cancelling())
async def work4(name):
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    event.set()
    fut.cancel() if not fut.done() else None
    tasks[0].cancel()
    await asyncio.sleep(0.057825)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
