# An exception in the body reaches `__exit__` and goes on.
class M:
    def __enter__(self): return self
    def __exit__(self, kind, value, traceback):
        print(kind.__name__, value, traceback is not None)  # expect: ValueError bad True
try:
    with M():
        raise ValueError("bad")
except ValueError as error:
    print("caught", error)  # expect: caught bad
