# global behind a use.
def f():
    print(x)
    global x
