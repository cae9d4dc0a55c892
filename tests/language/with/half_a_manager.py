# A class without `__exit__`.
class C:
    def __enter__(self): pass
with C():  # expect error: TypeError: 'C' object does not support the context manager protocol (missed __exit__ method)
    pass
