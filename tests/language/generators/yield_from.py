# yield from passes values, sends, throws and the result.
def inner():
    got = []
    while True:
        try:
            x = yield len(got)
        except KeyError as error:
            got.append(repr(error))
            continue
        if x == "stop":
            return got
        got.append(x)
def outer():
    result = yield from inner()
    yield ("result", result)
it = outer()
print(next(it), it.send("a"), it.throw(KeyError("k")), it.send("b"))  # expect: 0 1 2 3
print(it.send("stop"))  # expect: ('result', ['a', "KeyError('k')", 'b'])
