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
    try: await asyncio.sleep(0.093847 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g1 = tg.create_task(leaf(1, 0.053553))
            tg.create_task(child(f'{name}/1'))
            asyncio.get_running_loop().call_soon(log, 'soon', 2)
            if len(tasks) % 2:
                for i4 in range(1):
                    if not fut.done(): fut.set_exception(E2(5))
                    log(name, 'fut', fut.done())
                log(await event.wait())
            else:
                await barrier.wait()
            try:
                try:
                    pass
                finally:
                    log(name, 'finally', 9)
            except E1 as e:
                log(name, 'caught', 8, repr(e))
                tasks.append(asyncio.ensure_future(child(f'{name}:11')))
                tasks[-1].add_done_callback(lambda t: log('done', 11, t.cancelled()))
                log(name, await asyncio.shield(fut))
    except ExceptionGroup as e:
        log(name, 'group', 1, e.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            g13 = tg.create_task(leaf(13, 0.055210))
            tg.create_task(child(f'{name}/13'))
            await asyncio.sleep(0.088091)
            log(name, 14)
            try:
                log(await asyncio.wait_for(leaf(16, 0.042166), 0.033784))
                try:
                    async with asyncio.timeout(0.115243):
                        log(await asyncio.gather(leaf(18), leaf(181, 0.076530), fut, return_exceptions=True))
                        if tasks: log(name, 'cancel', 19, tasks[19 % len(tasks)].cancel('msg'))
                except E1 as e:
                    log(name, 'timeout', 17, repr(e))
            except asyncio.CancelledError as e:
                log(name, 'caught', 15, repr(e))
                if not fut.done(): fut.set_result(20)
                log(name, 'fut', fut.done())
                async with cond:
                    cond.notify(2)
                    log(name, 'cond', 21)
                raise
    except ExceptionGroup as e:
        log(name, 'group', 13, e.exceptions)
async def work1(name):
    await asyncio.sleep(0.114494)
    log(name, 22)
async def work2(name):
    try:
        async with lock:
            log(name, 'lock', 24)
            if tasks: log(name, 'cancel', 25, tasks[25 % len(tasks)].cancel())
        for i26 in range(2):
            it = counted(27, 3)
            log(await anext(it))
            del it
            await asyncio.sleep(0.040558)
            log(name, 28)
        tasks.append(asyncio.create_task(child(f'{name}.29'), name=f'{name}.29'))
    finally:
        log(name, 'finally', 23)
        log(name, await fut)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    event.set()
    await asyncio.sleep(0)
    tasks[-1].cancel('by main')
    tasks[-1].cancel('by main')
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
