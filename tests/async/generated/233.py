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
    try: await asyncio.sleep(0.058343 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g1 = tg.create_task(fail(1, 0.120811))
            tg.create_task(child(f'{name}/1'))
            tasks[-1].set_name('renamed3')
            log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
            if len(tasks) % 2:
                asyncio.current_task().cancel('self')
            else:
                h8 = loop().call_later(0.001988, log, 'handle', 8)
                loop().call_later(0.056892, h8.cancel)
                log(name, h8.cancelled())
                d, p = await asyncio.wait([asyncio.create_task(leaf(9, 0.010517)), asyncio.create_task(leaf(92, 0.037972))], timeout=0.031372)
                log(name, len(d), len(p))
                pass
                for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
            try:
                try:
                    async with asyncio.TaskGroup() as tg:
                        g11 = tg.create_task(leaf(11, 0.041583))
                        tg.create_task(child(f'{name}/11'))
                        tasks.append(asyncio.create_task(varied(13), context=None))
                except ExceptionGroup as e:
                    log(name, 'group', 11, e.exceptions)
                try:
                    log(await asyncio.gather(leaf(15), leaf(151, 0.011526), fail(8), return_exceptions=False))
                    log(name, 16, event.is_set())
                    event.clear()
                finally:
                    log(name, 'finally', 14)
                    log(queue.qsize(), queue.empty(), queue.full())
            finally:
                log(name, 'finally', 10)
            if tasks: tasks[19 % len(tasks)].add_done_callback(raises)
    except ExceptionGroup as e:
        log(name, 'group', 1, e.exceptions)
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
async def work1(name):
    if tasks: log(name, 21, tasks[21 % len(tasks)].done(), tasks[21 % len(tasks)].cancelled(), tasks[21 % len(tasks)].cancelling())
    async with Manager(22, False):
        try:
            d, p = await asyncio.wait([asyncio.create_task(leaf(24, 0.023362)), asyncio.create_task(fail(242, 0.077276))], return_when=asyncio.FIRST_COMPLETED)
            log(name, len(d), len(p))
            for t_ in p: t_.cancel()
            for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        except E1 as e:
            log(name, 'caught', 23, repr(e))
            async for f26 in asyncio.as_completed([leaf(26, 0.071516), fail(266, 0.001047)]):
                log(name, f26.done(), repr(f26.exception()))
            try:
                async with asyncio.timeout(None) as tm28:
                    tm28.reschedule(loop().time() + 0.007919)
                    await asyncio.sleep(0.026320)
                    log(name, 'in time', 28)
            except TimeoutError: log(name, 'late', 28, tm28.expired())
            raise
        async with lock:
            log(name, 'lock', 29)
            log(barrier.n_waiting, barrier.broken)
    try:
        tasks.append(asyncio.Task(agen_child(f'{name}!33'), loop=loop(), eager_start=True, name=f'{name}!33'))
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    except asyncio.TimeoutError as e:
        log(name, 'caught', 31, repr(e))
        tasks.append(asyncio.ensure_future(child(f'{name}:35')))
        tasks[-1].add_done_callback(lambda t: log('done', 35, t.cancelled()))
        raise
    if lock.locked(): lock.release()
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    await asyncio.sleep(0.034518)
    tasks[-1].cancel('by main')
    fut.cancel() if not fut.done() else None
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
