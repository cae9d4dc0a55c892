# What is not a context manager.
with 5:  # expect error: TypeError: 'int' object does not support the context manager protocol
    pass
