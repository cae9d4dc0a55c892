# An exception in `__exit__` replaces the first and keeps it as context.
class M:
    def __enter__(self): return self
    def __exit__(self, *args): raise KeyError("exit")
try:
    with M():
        raise ValueError("body")
except KeyError as error:
    print(repr(error), repr(error.__context__))  # expect: KeyError('exit') ValueError('body')
