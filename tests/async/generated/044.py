# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(*a)
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
async def child(name):
    try: await asyncio.sleep(0.053720 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(await event.wait())
async def work1(name):
    if not fut.done(): fut.set_result(2)
    log(name, 'fut', fut.done())
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.034520, 3)), asyncio.create_task(leaf(33, 0.089130))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.008544, 4)), asyncio.create_task(leaf(43, 0.112915))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def work2(name):
    log(name, 'got', await queue.get())
    if len(tasks) % 2:
        if len(tasks) % 2:
            pass
            try:
                async with asyncio.timeout(0.113039):
                    async with cond:
                        cond.notify(2)
                        log(name, 'cond', 10)
            except E1 as e:
                log(name, 'timeout', 9, repr(e))
        else:
            tasks.append(asyncio.create_task(child(f'{name}.11'), name=f'{name}.11'))
        async with cond:
            await cond.wait()
            log(name, 'cond', 12)
        log([q async for q in counted(13, 1)])
    else:
        if tasks: log(name, 'cancel', 14, tasks[14 % len(tasks)].cancel())
        pass
    log(await asyncio.gather(leaf(16), leaf(161, 0.031634), fut, return_exceptions=True))
async def work3(name):
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.062522, 17)), asyncio.create_task(leaf(173, 0.034001))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    tasks.append(asyncio.ensure_future(child(f'{name}:18')))
    tasks[-1].add_done_callback(lambda t: log('done', 18, t.cancelled()))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0.031196)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
