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
    try: await asyncio.sleep(0.124203 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with sem:
        log(name, 'sem', 1)
        log(name, 'got', await queue.get())
        for i3 in range(2):
            d, p = await asyncio.wait([asyncio.create_task(leaf(4, 0.051315)), asyncio.create_task(fail(42, 0.054583))], return_when=asyncio.FIRST_COMPLETED)
            log(name, len(d), len(p))
            if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
            for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    await asyncio.sleep(0)
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def work1(name):
    if tasks: tasks[8 % len(tasks)].add_done_callback(raises)
async def work2(name):
    log(await asyncio.gather(leaf(9), leaf(91, 0.108494), fail(8), return_exceptions=False))
    try:
        d, p = await asyncio.wait([asyncio.create_task(leaf(11, 0.019341)), asyncio.create_task(fail(112, 0.078110))], return_when=asyncio.FIRST_COMPLETED)
        log(name, len(d), len(p))
        for t_ in p: t_.cancel()
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        try:
            async with asyncio.timeout(0.058807) as tm:
                try:
                    log(name, await asyncio.shield(fut))
                finally:
                    log(name, 'finally', 13)
                for i15 in range(2):
                    log(await asyncio.wait_for(leaf(16, 0.042232), 0.126804))
                    asyncio.get_running_loop().call_later(0.025444, log, 'later', 17)
        except TimeoutError as e:
            log(name, 'timeout', 12, repr(e))
    except asyncio.CancelledError as e:
        log(name, 'caught', 10, repr(e))
        pass
        pass
        raise
    async with sem:
        log(name, 'sem', 20)
        it22 = counted(22, 3)
        log(await it22.asend(None))
        log(await it22.athrow(E1(22)))
        log(await anext(it22, 'over'))
async def work3(name):
    log(await asyncio.gather(leaf(23), leaf(231, 0.104970), leaf(9), return_exceptions=True))
    log(queue.qsize(), queue.empty(), queue.full())
    log(queue.get_nowait())
    asyncio.get_running_loop().call_later(0.013759, log, 'later', 26)
async def work4(name):
    if tasks: log(name, 27, tasks[27 % len(tasks)].done(), tasks[27 % len(tasks)].cancelled(), tasks[27 % len(tasks)].cancelling())
    try:
        async with asyncio.timeout(0.084050) as tm29:
            tm29.reschedule(loop().time() + 0.123029)
            await asyncio.sleep(0.078974)
            log(name, 'in time', 29)
    except TimeoutError: log(name, 'late', 29, tm29.expired())
    async for f31 in asyncio.as_completed([leaf(31, 0.061370), fail(316, 0.093143)]):
        log(name, f31.done(), repr(f31.exception()))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    fut.cancel() if not fut.done() else None
    tasks[-1].cancel('by main')
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
