"""Measuring with a clock that counts."""
import itertools
import timeit

ticks = itertools.count()


def clock():
    return next(ticks)


print(timeit.timeit("x += 1", "x = 0", clock, 3))  # expect: 1
print(timeit.repeat("pass", timer=clock, repeat=3, number=1))  # expect: [1, 1, 1]
calls = []
print(timeit.Timer(lambda: calls.append(1), timer=clock).timeit(4), len(calls))  # expect: 1 4
print(timeit.timeit("y.append(1)", globals={"y": calls}, number=2, timer=clock), len(calls))  # expect: 1 6
print(timeit.Timer(timer=clock).autorange(lambda number, taken: print(number, taken)))
# expect: 1 1
# expect: (1, 1)
for wrong in [lambda: timeit.Timer(5), lambda: timeit.Timer(setup=[]), lambda: timeit.Timer("return"), lambda: timeit.Timer("  x")]:
    try:
        wrong()
    except (ValueError, SyntaxError) as error:
        print(type(error).__name__, error.args[0])
# expect: ValueError stmt is neither a string nor callable
# expect: ValueError setup is neither a string nor callable
# expect: SyntaxError 'return' outside function
# expect: IndentationError unexpected indent
timeit.main(["-n", "2", "-r", "3", "-u", "sec", "pass"], _wrap_timer=lambda timer: clock)
# expect: 2 loops, best of 3: 0.5 sec per loop
