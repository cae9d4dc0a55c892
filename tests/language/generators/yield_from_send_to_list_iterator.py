# A plain iterator has no send.
def g():
    yield from [1, 2, 3]
it = g()
next(it)
print(it.send(None))  # expect: 2
try:
    it.send("x")
except AttributeError as error:
    print(error)  # expect: 'list_iterator' object has no attribute 'send'
