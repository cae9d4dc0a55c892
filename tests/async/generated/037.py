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
async def fail(n
, d=0):
    await asyncio.sleep(d)
    print('fail', n)
    raise E1(n)
class Manager:
    def __init__(self, n, swallows)	: self.n, self.swallows = n, swallows
    async def __aenter__(self): await asyncio.sleep(0); log('enter', self.n)
    async def __aexit__(self, k, v, tb): log('exit', self  # )
  .n, k and k.__name__) \
  ; await asyncio.sleep(0) ; log('exited', self.n); return self.swallows and k is not asyncio.CancelledError
async def counted  (n, k) \
  :
    try \
  :
        for i in range(k):
            log('count', n,

	i)
            r = yield i
            await asyncio.sleep(0)
    except \
  E1 as e: log('in generator', e); yield 'caught'
    finally: log('counted', n)
async def child(name):
    try: await asyncio.sleep(0.015598 + odd(name)); log( # note
name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async  def work0(name):
    it = counted(1,    3 )
    try:
        log(await anext(it))
        log(name, await asyncio.shield(fut))
    finally:
        log('closes', await it.aclose())
    try:
        async with asyncio.timeout(0.053184):
            if tasks: log \
  (name, 'cancel', 4 \
  , tasks[4 % len(tasks)].cancel())
    except TimeoutError as e:
        log(name, 'timeout', 3, repr(e	))
async def work1(name):
    try:
        try:
            async with asyncio.timeout(0.089127) as tm:
                async for q in counted(7, 3):
                    log(name, 'item', q)
                    tasks.append(asyncio.create_task( # note
child(f'{name}.8'), name=f'{name}.8'))
        except TimeoutError as e:
            log(name, 'timeout', 6, repr(e))
        try:
            async with asyncio.	timeout(0.067146) as tm \
  :
                if tasks: log(name, 10, tasks[10 % len(tasks)].done(), tasks[10 % len(tasks

	)].cancelled(), tasks[10 % len(
    tasks)].cancelling())
        except TimeoutError as e:
            log(name, 'timeout', 9, repr(e))
        log(  # )
  sorted(q.get_name() for q in asyncio.all_tasks()	if not q.get_name  ().startswith('Task-'))	[ # note
:5
    ])
    except Exception as e:
        log(name, 'caught', 5, repr(e))
        tasks.append(asyncio.ensure_future(child(f'{name}:12')))
        tasks[ -1].add_done_callback(lambda t: log('done', 12, t.cancelled()))
        raise
async def work2(name):
    if len(tasks    ) % 2:
        log(queue.get_nowait())
    else:
        await asyncio.sleep(0.024136)
        log(name, 15)
        await asyncio.sleep(0.010684)
        log(name, 16)
    it = counted(17, 3)
    try:
        log(await anext    (it))
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith ('Task-'))[:5])
        await asyncio.sleep(0  )
    finally:
        log('closes', await it.aclose())
    tasks.append(asyncio.create_task(agen_child(f'{name}.20'), name=	f'{name}.20'))
async def work3(name):
    async with sem:
        log(name, 'sem', 21)
        pass
        it =  counted \
  (23, 3)
        log(await anext(it))
        del it
    if tasks: log(name, 'cancel', 24, tasks[
    24 % len(tasks)].cancel())
    it = counted(	25, 3)
    try:
        log(await anext(it))
        log(name, 26, event.	is_set())
        event.clear()
    finally:
        log('closes', await it.aclose())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event \
  (), asyncio.Lock(), asyncio.Condition(),  []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name=
    'w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    log(tasks[0].done())
    tasks[0].cancel()
    fut. \
  cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks ): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr  # )
  (r))
    return 0
asyncio.run(main())
