# throw() raises where the generator stands.
def g():
    while True:
        try:
            yield "waiting"
        except ValueError as error:
            yield f"handled {error}"
it = g()
print(next(it))  # expect: waiting
print(it.throw(ValueError("x")))  # expect: handled x
print(next(it))  # expect: waiting
try:
    it.throw(KeyError("k"))
except KeyError as error:
    print(repr(error))  # expect: KeyError('k')
print(list(it))  # expect: []
fresh = g()
try:
    fresh.throw(OSError("early"))
except OSError as error:
    print(error)  # expect: early
print(list(fresh))  # expect: []
