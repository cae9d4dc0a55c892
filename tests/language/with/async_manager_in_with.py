# An asynchronous manager is none for a plain `with`.
class C:
    async def __aenter__(self): pass
    async def __aexit__(self, *args): pass
with C():  # expect error: TypeError: 'C' object does not support the context manager protocol
    pass
