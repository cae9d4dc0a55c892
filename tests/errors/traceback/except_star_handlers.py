# Tracebacks of what `except*` handlers raise and let through.
import traceback
def f():
    try:
        raise ExceptionGroup("eg", [ValueError(1),
            TypeError(2)])
    except* ValueError as e:
        raise KeyError("k")
    except* TypeError:
        1/0
def g():
    try:
        raise ValueError("naked")
    except* ValueError:
        raise
    except* OSError:
        pass
def h():
    try:
        f()
    except* KeyError:
        pass
def k():
    try:
        f()
    except* 42:
        pass
def k2():
    try:
        f()
    except 42:
        pass
for fn in (f, g, h, k, k2):
    try:
        fn()
    except BaseException:
        traceback.print_exc()
