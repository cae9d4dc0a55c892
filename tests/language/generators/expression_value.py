# A yield is an expression.
def g():
    x = yield
    y = (yield x) + (yield 10)
    print((yield), y)
it = g()
print(next(it), it.send(1), it.send(2), it.send(3))
try:
    it.send("last")
except StopIteration:
    pass
