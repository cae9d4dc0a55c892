# The first manager exits when the second does not enter.
class M:
    def __enter__(self): return self
    def __exit__(self, kind, value, traceback): print("exit", kind.__name__)  # expect: exit OSError
class Bad:
    def __enter__(self): raise OSError("no")
    def __exit__(self, *args): print("never")
try:
    with M(), Bad():
        print("never")
except OSError as error:
    print(error)  # expect: no
