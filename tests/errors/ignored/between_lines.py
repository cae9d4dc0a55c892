# What no line of the program has raised shows the line that it came between.
def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            pass


it = stubborn()
next(it)
it = None


def f():
    it = stubborn()
    next(it)
    return [
        1,
    ]


f()
