# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1
): pass
import asyncio
def log \
  (*a): print \
  (f'{(asyncio.get_running_loop().time() - start) * 1e6:.0f}', *a)
def odd    (name): return sum((i + 3) * ord(c) ** 2

	for i, c in enumerate(name)) % 9973 / 1e6
async \
  def leaf(n, d=0):
    log('leaf', n)
    await asyncio.sleep(d)
    return n
async def fail(n, d=0):
    await asyncio.sleep(d)
    print('fail', n)
    raise E1(n)
class Manager:
    def __init__(self  # )
  , n , swallows): self.n, self.swallows = n , swallows
    async def __aenter__(self): await asyncio.sleep(0); log('enter', self.n)
    async def __aexit__(self, k, v, tb): log('exit', self.n , k and k.__name__); await asyncio.sleep(0); log('exited', self.n)  ; return self.swallows and k is not asyncio.CancelledError
async def counted(n, k):
    try:
        for i in range(k):
            log('count', n, i)
            r \
  = yield i
            await  asyncio.sleep(0)
    except E1 as e: log('in generator', e); yield 'caught'
    finally:    log('counted', n)
import contextvars
var = contextvars.ContextVar('var', default=	'unset')
def say(*a): print(*a)
def told(loop, known): print('handler', known['message'].split(' at ')[0], repr(known.get('exception')))
def raises(n, *rest): log('raises', n, var.get()); raise E2(n)
def loop(): return asyncio.get_running_loop()
async def varied(n):
    log('varied', n, var.get()); var.set(n)
    await asyncio.sleep(0)
    log('varied', n, var.get())
    return n
async def child(name)    :
    try: await asyncio.sleep(0.112734 + odd(name)); log(    name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise	E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, 'got', await queue.get())
    log(name, 2, lock.locked()  , sem.locked())
async def work1(name):
    it = counted(3, 3)
    try:
        log(
await anext(it))
        raise E1(4)
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.116920, 5)), asyncio.create_task(leaf(53, 0.024123))], timeout=0.076828):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
    finally:
        log('closes', await it. # note
aclose())
    tasks.append(asyncio.eager_task_factory(loop(), varied(7)))
    log    (name, tasks[-1].  done())
    loop().call_later(    0.023338, raises, 9, context=contextvars.Context())
    log(queue.get_nowait())
async def work2(name):
    async with  cond    :
        cond.notify(2)
        log(name, 'cond', 11)
    asyncio.get_running_loop().call_later(0.044775, log, 'later', 12)
    async \
  with cond:
        cond.notify_all()
        log \
  (name, 'cond', 13)
    try:
        asyncio.current_task().cancel(  'self')
    finally:
        log(name, 'finally', 14)
        log(name, asyncio.current_task().get_name
(), asyncio.current_task().uncancel())
async def work3(name):
    async for q in counted(18, 1):
        log(name, 'item', q)
        pass
async  def work4(name):
    log(await event.  wait())
    try:
        async with asyncio.timeout(0.078031) as tm:
            log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(23, 0.083942), loop())))
            log(name, 'got', await queue.get())
            pass
            tasks.append(asyncio.create_task(child(f'{name}.26'), name=f'{name}.26'))
    except E1 as e:
        log(name, 'timeout', 21	, repr(e))
async def main() \
  :
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), \
  []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0	('w0'),  name='w0'))
    tasks.append(asyncio.create_task(work1(    'w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name= # note
'w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    log(tasks[0].done())
    try: queue.put_nowait(99)
    except asyncio. QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio. gather(*tasks, return_exceptions=True))  : log(i, repr(r))
    return 0
asyncio.run(main())
