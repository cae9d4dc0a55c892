# send() gives the yield expression its value.
def g():
    total = 0
    while True:
        x = yield total
        if x is None:
            return "done"
        total += x
it = g()
print(next(it), it.send(5), it.send(7))  # expect: 0 5 12
try:
    it.send(None)
except StopIteration as stop:
    print(stop.value)  # expect: done
try:
    g().send(1)
except TypeError as error:
    print(error)  # expect: can't send non-None value to a just-started generator
