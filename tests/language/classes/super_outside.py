# super() without a class around it.
def f():
    super()
f()  # expect error: RuntimeError: super(): no arguments
