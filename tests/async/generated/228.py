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
    try: await asyncio.sleep(0.040849 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    it = counted(1, 3)
    log(await anext(it))
    del it
    asyncio.current_task().cancel('self')
    s5 = asyncio.shield(asyncio.create_task(leaf(5, 0.116919)))
    s5.cancel()
    try: log(await s5)
    except asyncio.CancelledError as e: log(name, 'shield', 5, repr(e))
async def work1(name):
    loop().call_later(0.062328, raises, 7, context=contextvars.Context())
    if tasks: tasks[9 % len(tasks)].add_done_callback(raises)
async def work2(name):
    asyncio.current_task().cancel('self')
    try:
        tasks.append(asyncio.eager_task_factory(loop(), varied(14)))
        log(name, tasks[-1].done())
        try:
            async with asyncio.timeout(0.104167):
                log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(17, 0.061041), loop())))
        except TimeoutError as e:
            log(name, 'timeout', 15, repr(e))
        if tasks:
            try: log(name, await asyncio.wait_for(tasks[19 % len(tasks)], 0.036153))
            except Exception as e: log(name, 'waited for', 19, repr(e))
    finally:
        log(name, 'finally', 12)
    s21 = asyncio.shield(asyncio.create_task(leaf(21, 0.064286)))
    s21.cancel()
    try: log(await s21)
    except asyncio.CancelledError as e: log(name, 'shield', 21, repr(e))
    if len(tasks) % 2:
        loop().call_later(0.049516, raises, 24, context=contextvars.Context())
        log(name, 25, event.is_set())
        event.clear()
        async with sem:
            log(name, 'sem', 26)
            log(name, 27, lock.locked(), sem.locked())
            log(name, 28, event.is_set())
            event.set(); event.clear()
        async with sem:
            log(name, 'sem', 29)
            if tasks: log(name, 30, tasks[30 % len(tasks)].done(), tasks[30 % len(tasks)].cancelled(), tasks[30 % len(tasks)].cancelling())
    else:
        if tasks: tasks[32 % len(tasks)].add_done_callback(raises)
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
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    log(tasks[0].done())
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
