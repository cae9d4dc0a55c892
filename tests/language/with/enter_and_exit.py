# A context manager enters, binds and exits.
class M:
    def __enter__(self):
        print("enter")
        return "value"
    def __exit__(self, kind, value, traceback):
        print("exit", kind, value, traceback is None)
with M() as v:
    print("body", v)
print("after")
