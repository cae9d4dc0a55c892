"""Run many programs in one process, each as if it were a module of its own: what both interpreters are started with.

    python3.13 driver.py LIST        LIST names one program file a line

Before and after what a program prints stands a line that begins with U+0001; the second one says how the program ended.
Standard error goes where standard output goes, so that their order is compared too. Tracebacks begin at the program's
own frames, and have none of the interpreter's library, as `tests/README.md` says.

In CPython the loops of asyncio get a clock that jumps to the next deadline when nothing is ready, which is what
`snakelet --clock=virtual` does: nobody waits for a sleep, and the order is that of the deadlines. A leak of its `TaskGroup`
is mended (`let_groups_go`).
"""
import asyncio
import sys
import traceback

try:
    import gc
except ImportError:
    gc = None

CPYTHON = sys.implementation.name == "cpython"
LIBRARY = asyncio.__file__.rsplit("/", 2)[0] if CPYTHON else None


def jump_over_sleeps():
    """Give the loops of CPython a clock of their own."""
    class Loop(asyncio.SelectorEventLoop):
        def __init__(self):
            super().__init__()
            self.now = 0.0
            wait = self._selector.select

            def select(timeout=None):
                if timeout is not None and timeout > 0 and self._scheduled:
                    self.now = max(self.now, self._scheduled[0].when())
                elif timeout is None:
                    # Snakelet says so by itself, with what each task waits for, and then ends the program.
                    print("Deadlock:", flush=True)
                    raise SystemExit("deadlock")
                return wait(0)
            self._selector.select = select

        def time(self):
            return self.now

    class Policy(asyncio.DefaultEventLoopPolicy):
        _loop_factory = Loop
    asyncio.set_event_loop_policy(Policy())


def let_groups_go():
    """Break the cycle in which CPython 3.13.0 keeps the exception of a `TaskGroup`, with all frames that it has left, until
    cycles are looked for: the frame of `__aexit__` refers to what it has raised. 3.13.1 has mended that."""
    leave = asyncio.TaskGroup.__aexit__

    async def leave_and_forget(self, *raised):
        try:
            return await leave(self, *raised)
        except BaseExceptionGroup as group:
            group.__traceback__.tb_next.tb_frame.clear()
            raise
    asyncio.TaskGroup.__aexit__ = leave_and_forget


def without_library(error, seen=None):
    """Take the driver's and the library's frames out of an exception's traceback, and of those that it refers to."""
    seen = set() if seen is None else seen
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    kept, entry = [], error.__traceback__
    while entry is not None:
        name = entry.tb_frame.f_code.co_filename
        if name != __file__ and not (LIBRARY and name.startswith(LIBRARY)) and not name.startswith("<frozen"):
            kept.append(entry)
        entry = entry.tb_next
    for entry, following in zip(kept, kept[1:] + [None]):
        entry.tb_next = following
    error.__traceback__ = kept[0] if kept else None
    without_library(error.__cause__, seen)
    without_library(error.__context__, seen)
    for member in getattr(error, "exceptions", ()):
        without_library(member, seen)


def run(path):
    """Run one program; what it ended with, as text."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    module = type(sys)("__main__")
    module.__dict__["__file__"] = path
    sys.modules["__main__"] = module
    ending = "0"
    try:
        exec(compile(source, path, "exec"), module.__dict__)
    except SystemExit as exit:
        ending = f"exit {exit.code!r}"
    except BaseException as error:
        ending = "1"
        without_library(error)
        traceback.print_exception(error, file=sys.stdout)
    module.__dict__.clear()
    if gc:
        gc.collect()
    return ending


def main():
    sys.stderr = sys.stdout
    if CPYTHON:
        jump_over_sleeps()
        let_groups_go()
    if gc:
        # When cycles are looked for by itself depends on how many objects a library makes; here that is after each program.
        gc.disable()
    with open(sys.argv[1], encoding="utf-8") as file:
        paths = file.read().split("\n")
    for path in paths:
        print(f"\x01begin {path}", flush=True)
        ending = run(path)
        sys.stderr = sys.stdout
        print(f"\n\x01end {ending}", flush=True)


main()
