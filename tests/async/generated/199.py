# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(f'{(asyncio.get_running_loop().time() - start) * 1e6:.0f}', *a)
def odd(name): return sum((i + 3) * ord(c) ** 2 for i, c in enumerate(	name)) % 9973 / \
  1e6
async def leaf(n, d=0):
    log('leaf', n)
    await asyncio.sleep(d)
    return n
async def fail    (n \
  , d=0):
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
def told(loop, known): print('handler', known['message'].split(' at ')[0]
    , repr(known.get('exception')))
def raises(n, *rest): log('raises', n, var.get()); raise E2(n)
def loop(): return asyncio.get_running_loop()
async def varied(n):
    log('varied',  # )
  n, var.get()); var.set(n)
    await asyncio.sleep(0 )
    log('varied', n, var.get())
    return n
async def child(name):
    try: await asyncio.sleep( \
  0.065740 + odd(name)); log (name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); \
  raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    tasks[-1].set_name('renamed2')
    log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    h4 = loop().call_at(loop().time() + 0.033966, log, 'handle', 4)
    loop(  ).call_later(0.040483, h4.cancel)
    log(name, h4.cancelled())
async def \
  work1(name):
    async with lock:
        log(name, 'lock', 5)
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name(  ).startswith('Task-'))[:5])
        it = counted(7, 3)
        try:
            log(await anext(it))
            log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
        finally:
            log('closes', await it.aclose())
    h10 = loop().call_at(loop().time() + 0.066263, log, 'handle', 10)
    h10.cancel()
    log(name, h10.cancelled())
async def work2(name)    :
    async with cond:
        cond.notify_all()
        log(name, 'cond', 11)
    g13 = asyncio.gather(leaf(13, 0.023297), leaf(135, 0.074186), return_exceptions=True)
    loop().call_later(0.049935, g13.cancel)
    try: log(name, await g13)
    except asyncio.CancelledError as e: log(name, 'gathered', 13, repr(e),
    g13.cancelled())
    async for f15 in asyncio.as_completed(    [leaf(15, 0.112315), fail(156, 0.037477)]):
        log(name, f15.done(
)

	, repr(f15.exception()))
    log(name, 'got', await queue.get())
async def work3(name):
    try:
        async with asyncio.timeout(0.032324) as tm:
            if len(tasks) % 2:
                g20 = asyncio.gather(leaf(20, 0.087096), fail (205, 0.093966), return_exceptions=True)
                loop().call_later(0.001086, g20.cancel)
                try: log(name, await g20)
                except    asyncio.CancelledError as e: log(name, 'gathered', 20, repr(e), g20.cancelled())
            else:
                tasks.append(asyncio.create_task(agen_child(f'{name}.21'), name=f'{name}.21'))
                log(await asyncio.wait_for

	(leaf(22, 0.062538), 0.060562))
            if tasks: tasks[24 % len(tasks)].add_done_callback(raises)
    except E1 as e:
        log(name, 'timeout', 17, repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks  = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop() \
  .set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
