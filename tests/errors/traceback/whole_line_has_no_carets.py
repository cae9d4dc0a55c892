# Where the fault is the whole line, no carets are drawn.
def f():
    raise ValueError("whole line")
f()
