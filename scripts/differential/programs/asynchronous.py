"""Programs about asyncio: workers that sleep, wait, hold, hand over and are cancelled, each step printed with the loop's time.

No two sleeps of a program end at the same instant: each has an odd share of a millisecond of its own. While tasks are at work
`main` goes on whatever happens: those that it left would be cancelled in the order of a set of them, which is that of their addresses.
"""
from . import callbacks, flow

HELPERS = '''import asyncio
def log(*a): print(f'{(asyncio.get_running_loop().time() - start) * 1e6:.0f}', *a)
def odd(name): return sum((i + 3) * ord(c) ** 2 for i, c in enumerate(name)) % 9973 / 1e6
async def a(n, v=None):
    print(n, end=' ')
    if n % 3 == 0: await asyncio.sleep(0)
    if n % 41 == 40: raise E1(n)
    return v
async def agen(n, v=None):
    try:
        print(f'agen{n}', end=' ')
        yield v
        await asyncio.sleep(0)
        yield n
    finally:
        print(f'agen{n}-end', end=' ')
'''


class Writer:
    """Writes one program."""

    def __init__(self, grammar):
        self.random = grammar.random
        self.grammar = grammar
        self.used = set()
        self.count = 0

    def duration(self):
        """A time to sleep that no other sleep of the program has, with a share that no sum of others gives."""
        while True:
            value = self.random.randint(0, 12) * 10 + self.random.randint(1, 9999) / 1000
            if value not in self.used:
                self.used.add(value)
                return f"{value / 1000:.6f}"

    def label(self):
        self.count += 1
        return str(self.count)

    def pick(self, *choices):
        return self.random.choice(choices)

    def block(self, depth):
        lines = []
        for _ in range(self.random.randint(1, 4 if depth > 1 else 2)):
            lines += self.step(depth)
        return lines

    def indented(self, depth):
        return ["    " + line for line in self.block(depth)]

    def step(self, depth):
        """One thing that a worker does."""
        n, random = self.label(), self.random
        simple = [
            lambda: [f"await asyncio.sleep({self.duration()})", f"log(name, {n})"],
                lambda: [f"await asyncio.sleep({self.duration()})", f"log(name, {n})"],
            lambda: ["await asyncio.sleep(0)"], lambda: [f"log(name, {n}, event.is_set())",
                self.pick("event.set()", "event.clear()", "event.set(); event.clear()")],
            lambda: [f"log(name, 'put', {n})", f"await queue.put({n})"], lambda: [f"log(name, 'got', await queue.get())"],
                lambda: [f"queue.put_nowait({n})"],
            lambda: [self.pick("queue.task_done()", "log(queue.qsize(), queue.empty(), queue.full())",
                "log(queue.get_nowait())")], lambda: [f"log(name, {n}, lock.locked(), sem.locked())"],
            lambda: [f"tasks.append(asyncio.create_task({self.pick('child', 'child', 'agen_child')}(f'{{name}}.{n}'), name=f'{{name}}.{n}'))"],
            lambda: [f"if tasks: log(name, 'cancel', {n}, tasks[{n} % len(tasks)].cancel({self.pick('', '', repr('msg'))}))"],
                lambda: [f"raise E1({n})"] if random.random() < 0.3 else ["pass"],
            lambda: [f"if tasks: log(name, {n}, tasks[{n} % len(tasks)].done(), tasks[{n} % len(tasks)].cancelled(), tasks[{n} % len(tasks)].cancelling())"],
            lambda: [f"asyncio.get_running_loop().call_later({self.duration()}, log, 'later', {n})"],
                lambda: [f"asyncio.get_running_loop().call_soon(log, 'soon', {n})"],
            lambda: [f"if not fut.done(): fut.{self.pick(f'set_result({n})', f'set_result({n})', f'set_exception(E2({n}))', 'cancel()')}", f"log(name, 'fut', fut.done())"],
            lambda: ["log(name, await asyncio.shield(fut))"] if random.random() < 0.5 else ["log(name, await fut)"],
                lambda: [f"tasks.append(asyncio.ensure_future(child(f'{{name}}:{n}')))",
                f"tasks[-1].add_done_callback(lambda t: log('done', {n}, t.cancelled()))"],
            lambda: [f"log(await asyncio.gather(leaf({n}), leaf({n}1, {self.duration()}), {self.pick('leaf(9)', 'fail(8)', 'fut', f'leaf(7, {self.duration()})')}, return_exceptions={self.pick('True', 'True', 'False')}))"],
            lambda: [f"log(await asyncio.wait_for(leaf({n}, {self.duration()}), {self.pick(self.duration(), self.duration(), 'None', '0')}))"],
            lambda: [f"d, p = await asyncio.wait([asyncio.create_task(leaf({n}, {self.duration()})), asyncio.create_task({self.pick('leaf', 'fail')}({n}2, {self.duration()}))]{self.pick('', ', return_when=asyncio.FIRST_COMPLETED', ', return_when=asyncio.FIRST_EXCEPTION', f', timeout={self.duration()}')})", "log(name, len(d), len(p))", self.pick("for t_ in p: t_.cancel()", "pass", "if p: log(len(await asyncio.gather(*p, return_exceptions=True)))"), "for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')"],
            lambda: [f"for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep({self.duration()}, {n})), asyncio.create_task(leaf({n}3, {self.duration()}))]{self.pick('', f', timeout={self.duration()}')}):", "    try: log(await c)", "    except (E1, asyncio.TimeoutError) as e: log(repr(e))"],
            lambda: ["async with cond:",
                f"    {self.pick('cond.notify()', 'cond.notify_all()', 'await cond.wait()', 'cond.notify(2)')}",
                f"    log(name, 'cond', {n})"],
                lambda: ["log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())"],
            lambda: [f"log(await event.wait())"] if random.random() < 0.6 else ["pass"],
                lambda: ["return name"] if random.random() < 0.2 else ["pass"],
                lambda: [f"log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])"],
            lambda: [f"log([q async for q in counted({n}, {self.random.randint(1, 3)})])"],
                lambda: [f"await barrier.wait()" if random.random() < 0.3 else "log(barrier.n_waiting, barrier.broken)"],
            lambda: [f"try: log(tasks[-1].result())", "except BaseException as e: log(repr(e))"] if random.random() < 0.5
                else ["if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=" + self.duration() + "))[:5])"],
        ]
        if random.random() < 0.3:
            return random.choice(callbacks.steps(self))()
        if depth <= 0 or random.random() < 0.6:
            return random.choice(simple)()
        compound = [
            lambda: ["async with lock:", f"    log(name, 'lock', {n})", *self.indented(depth - 1)],
                lambda: ["async with sem:", f"    log(name, 'sem', {n})", *self.indented(depth - 1)],
            lambda: ["try:", *self.indented(depth - 1),
                f"except {self.pick('asyncio.CancelledError', 'asyncio.CancelledError', 'E1', 'Exception', 'BaseException', 'asyncio.TimeoutError')} as e:", f"    log(name, 'caught', {n}, repr(e))", *self.indented(0), *self.pick([], ["    raise"], ["    raise"])],
            lambda: ["try:", *self.indented(depth - 1), "finally:", f"    log(name, 'finally', {n})",
                *(self.indented(0) if random.random() < 0.5 else [])],
            lambda: ["try:", f"    async with asyncio.timeout({self.duration()}){self.pick('', '', ' as tm')}:",
                *("    " + line for line in self.indented(depth - 1)),
                f"except {self.pick('TimeoutError', 'TimeoutError', 'E1')} as e:", f"    log(name, 'timeout', {n}, repr(e))"],
            lambda: ["try:", f"    async with asyncio.TaskGroup() as tg:",
                f"        g{n} = tg.create_task({self.pick('leaf', 'fail', 'leaf')}({n}, {self.duration()}))",
                f"        tg.create_task(child(f'{{name}}/{n}'))", *("    " + line for line in self.indented(depth - 1)),
                "except ExceptionGroup as e:", f"    log(name, 'group', {n}, e.exceptions)"],
            lambda: [f"async with Manager({n}, {self.pick('True', 'False')}):", *self.indented(depth - 1)],
                lambda: [f"async for q in counted({n}, {self.random.randint(1, 4)}):", f"    log(name, 'item', q)",
                *self.indented(depth - 1)],
            lambda: [f"for i{n} in range({self.random.randint(1, 3)}):", *self.indented(depth - 1)],
                lambda: [f"if len(tasks) % 2:", *self.indented(depth - 1), "else:", *self.indented(0)],
            lambda: [f"it = counted({n}, 3)", "try:", "    log(await anext(it))", *self.indented(0), "finally:",
                "    log('closes', await it.aclose())"] if random.random() < 0.5
                else [f"it = counted({n}, 3)", "log(await anext(it))", "del it"],
        ]
        return [part for line in random.choice(compound)() for part in line.split("\n")]


PARTS = '''async def leaf(n, d=0):
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
'''


def tasks(grammar):
    """Workers over shared events, queues and locks."""
    writer = Writer(grammar)
    random = grammar.random
    lines = ["class E1(Exception): pass", "class E2(E1): pass", HELPERS.split("async def a(")[0].rstrip(), PARTS.rstrip(), callbacks.PRELUDE.rstrip(),
        "async def child(name):", f"    try: await asyncio.sleep({writer.duration()} + odd(name)); log(name, 'child')",
        "    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); " + writer.pick("raise", "raise",
        "return 3", "await asyncio.sleep(0); log(name, 'more'); raise", "raise E2('instead')"),
             "    return name", "async def agen_child(name):", "    async for i in counted(0, 3): log(name, i)"]
    names = []
    for at in range(random.randint(1, 6)):
        lines += [f"async def work{at}(name):", *("    " + line for line in writer.block(3))]
        names.append(f"work{at}")
    lines += ["async def main():", "    global start, event, queue, lock, sem, cond, barrier, fut, tasks",
        "    start = asyncio.get_running_loop().time()",
        "    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []",
              f"    queue, sem, barrier = asyncio.{writer.pick('Queue', 'Queue', 'LifoQueue', 'PriorityQueue')}({writer.pick('', '1', '2')}), asyncio.{writer.pick('Semaphore', 'BoundedSemaphore')}({random.randint(1, 2)}), asyncio.Barrier(2)", "    fut = asyncio.get_running_loop().create_future()"]
    lines.append("    loop().set_exception_handler(told)")
    if random.random() < 0.15: lines.append("    loop().set_task_factory(asyncio.eager_task_factory)")
    for at, name in enumerate(names):
        lines.append(f"    tasks.append(asyncio.create_task({name}('w{at}'), name='w{at}'))")
    for _ in range(random.randint(1, 5)):
        lines += ["    " + line for line in writer.pick([f"await asyncio.sleep({writer.duration()})"], ["await asyncio.sleep(0)"],
            ["tasks[0].cancel()"], ["tasks[-1].cancel('by main')"], ["event.set()"],
            ["try: queue.put_nowait(99)", "except (asyncio.QueueFull, asyncio.QueueShutDown): log('full')"], ["fut.cancel() if not fut.done() else None"],
            [f"log(tasks[0].done())"])]
    lines += ["    await asyncio.sleep(0.5)", "    for t in list(tasks): t.cancel()",
        "    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))",
        writer.pick("    return 0", "    log(len(asyncio.all_tasks()))", "    1 // 0" if random.random() < 0.2 else "    pass"),
        f"asyncio.run(main())"]
    return lines


def expressions(grammar):
    """Flow with an `await` wherever an expression can stand."""
    writer = flow.Flow(grammar, "await")
    lines = [flow.PRELUDE.rstrip(), HELPERS.rstrip(), "def f(*a, **k): print(f'f{a}{k}', end=' '); return a[0] if a else 0"]
    for at in range(grammar.random.randint(1, 3)):
        lines += [f"async def run{at}(x, y=2, o=O(1)):", *writer.indented(3, least=2)]
        lines += [f"async def guard{at}(x):", f"    try: print('=>', repr(await run{at}(x)).split(' at 0x')[0][:200])",
            "    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))"]
        how = grammar.one_of(["asyncio.run(guard{n}({v}))", "asyncio.run(run{n}({v}))",
            "c = run{n}({v})\ntry:\n    for _ in range(50): print(c.send(None), end=' ')\nexcept BaseException as e: print(type(e).__name__, e)",
                              "async def both{n}(): await asyncio.gather(guard{n}({v}), guard{n}(1))\nasyncio.run(both{n}())",
                                  "async def stopped{n}():\n    k = asyncio.create_task(guard{n}({v}))\n    for _ in range({c}): await asyncio.sleep(0)\n    k.cancel()\n    print('ended', await asyncio.gather(k, return_exceptions=True))\nasyncio.run(stopped{n}())"])
        value = grammar.one_of(["0", "1", "[1, 2]", "O(2)", "'ab'"])
        guarded = how.replace("{n}", str(at)).replace("{v}", value).replace("{c}", str(grammar.random.randint(0, 6)))
        lines += ["steps = 0", *guarded.split("\n")]
        if "asyncio.run(run" in guarded and grammar.maybe(0.8):
            lines[-1] = f"try: {lines[-1]}\nexcept Exception as e: print(type(e).__name__, e)"
    return lines


def write(grammar):
    return "\n".join(tasks(grammar) if grammar.maybe(0.6) else expressions(grammar)) + "\n"
