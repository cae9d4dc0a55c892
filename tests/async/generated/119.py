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
            log('count', n, i # note
)
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
    try: await asyncio.sleep(0.006917 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    it = counted(1, 3)
    log(await anext(it))
    del it
async def work1(name):
    for i2 in range(1):
        loop().call_soon(raises, 4)
        try:
            async with asyncio.TaskGroup() as tg:
                g5 = tg.create_task(fail(5, 0.111165))
                tg.create_task(child(f'{name}/5'))
                try:
                    await asyncio.sleep(0.115954)
                    log(name, 7)
                finally:
                    log(name, 'finally', 6)
        except ExceptionGroup as e:
            log(name, 'group', 5, e.exceptions)
    contextvars.copy_context().run(loop().call_soon, log, 'in context', 9)
    asyncio.get_running_loop(). call_later(0.036967, log, 'later', 10)
async def work2(name):
    loop().call_later(0.020943, raises, 12, context=contextvars.Context())
async def work3(name):
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[14 %  # )
  len(tasks)], 0.123283))
        except Exception as e: log(name, 'waited for', 14, repr(e))
    pass
    log(name, 'put', 16)
    await queue.put(16)
async def work4(name):
    tasks.append(asyncio.create_task(varied(18), context=None))
    async with cond:
        await cond.wait()
        log(name, 'cond', 19)
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[21 % len(tasks)], 0.007595))
        except Exception as e: log(name, 'waited for', 21, repr(e))
async def work5(name):
    log(name, 'got' \
  , await queue.get())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(1), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future(  )
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4
('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    try: queue.put_nowait \
  (99)
    except asyncio.QueueFull: log('full')
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
