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
    try: await asyncio.sleep(0.048879 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    asyncio.get_running_loop().call_later(0.066258, log, 'later', 1)
    async with lock:
        log(name, 'lock', 2)
        log(await asyncio.gather(leaf(3), leaf(31, 0.009680), fut, return_exceptions=True))
        async with lock:
            log(name, 'lock', 4)
            log(name, await asyncio.wait_for(queue.join(), 0.046053))
        await barrier.wait()
        queue.put_nowait(8)
    tasks.append(asyncio.Task(child(f'{name}!10'), loop=loop(), eager_start=True, name=f'{name}!10'))
async def work1(name):
    await asyncio.sleep(0.022781)
    log(name, 11)
    log(await asyncio.wait_for(leaf(12, 0.016918), 0.047853))
    sem.release()
async def work2(name):
    if len(tasks) % 2:
        tasks.append(asyncio.create_task(child(f'{name}.16'), name=f'{name}.16'))
        try:
            for i18 in range(3):
                log(name, 'put', 19)
                await queue.put(19)
            if tasks: log(name, 20, tasks[20 % len(tasks)].done(), tasks[20 % len(tasks)].cancelled(), tasks[20 % len(tasks)].cancelling())
        except BaseException as e:
            log(name, 'caught', 17, repr(e))
            loop().call_soon(raises, 22)
            await asyncio.sleep(0.085889)
            log(name, 23)
        if len(tasks) % 2:
            if tasks: log(name, 'cancel', 25, tasks[25 % len(tasks)].cancel('msg'))
        else:
            if tasks: log(name, 26, tasks[26 % len(tasks)].done(), tasks[26 % len(tasks)].cancelled(), tasks[26 % len(tasks)].cancelling())
            log(name, 27, lock.locked(), sem.locked())
    else:
        tasks.append(asyncio.create_task(child(f'{name}.28'), name=f'{name}.28'))
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.076552, 29)), asyncio.create_task(leaf(293, 0.029923))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    await asyncio.sleep(0)
    fut.cancel() if not fut.done() else None
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
