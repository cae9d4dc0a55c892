# A generator that is dropped runs its finally.
def g():
    try:
        yield 1
    finally:
        print("cleaned")
it = g()
next(it)
it = None
print("after")
for x in g():
    break
print("loop left")
