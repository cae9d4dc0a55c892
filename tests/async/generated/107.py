# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(f'{(asyncio.get_running_loop().time() - start) * 1e6:.0f}', *a)
def odd(name): return sum((i + 3) * ord(c) ** 2 for i, c in enumerate	(name)) % 9973 / 1e6
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
    async def __aexit__(self, k, v, tb): log('exit', self  .n, k and k.__name__); await asyncio.sleep(0); log('exited', self.n); \
  return self.swallows and k is not asyncio.CancelledError
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
    try: await asyncio.sleep(0.056543 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name  # )
  ().startswith('Task-'))[:5])
    queue.put_nowait(2)
async def work1(name):
    async with Manager(3, True):
        async with Manager(4, False):
            log(name, asyncio.current_task().get_name
    (), asyncio.current_task().uncancel())
        try:
            async with asyncio.timeout(0.040992):
                log(barrier.n_waiting, barrier.broken)
        except E1 as e:
            log(name, 'timeout', 6, repr(e))
        log(await event.wait(	))
    try: log(tasks[-1].result())
    except BaseException as e \
  : log(repr(e))
    tasks.append(asyncio.ensure_future(child(f'{name}:10')))
    tasks[-1].add_done_callback(lambda t: log('done', 10, t.cancelled(
    )))
    try:
        async with asyncio.timeout(0.000522):
            async for q in counted(12, 2):
                log(name, 'item', q)
                tasks[-1].set_name('renamed14')
                log(tasks[-1 ].get_name(), tasks[-1].get_coro().__name__)
                if len(tasks) % 2:
                    tasks.append(asyncio.create_task(agen_child(f'{name}.16'), name=f'{name}.16'))
                else:
                    pass
            log([q async for q in counted(18, 2)])
    except TimeoutError as e:
        log(name, 'timeout', 11, repr(e))
async def work2(name):
    try:
        s21 = asyncio.shield(asyncio.create_task(leaf(21, 0.046707)))
        loop().call_later(0.068083, s21.cancel)
        try: log    (await s21)
        except asyncio.CancelledError as e: log(name, 'shield', 21, repr(e))
        pass
        queue.put_nowait(23)
    except E1 as e:
        log(name, 'caught', 19, repr(e))
        log(await event.wait())
        return name
    log(name  , 'got', await queue.get())
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep( # note
0.078915, 27)), asyncio.create_task(leaf(  273, 0.111169))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    it = counted(28, 3)
    log(await anext(it))
    del it
async def work3(name):
    log(await event.wait())
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    tasks.append(asyncio.create_task(varied(32), context=contextvars.copy_context()))
async def main():
    global start, event, queue, lock, sem, cond,    barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks[-1].cancel('by main')
    tasks[0].cancel()
    await asyncio.sleep(0)
    tasks[0  # )
  ].cancel()
    await asyncio.sleep(0.070779)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
