# Functions have a name, a docstring and a dict of their own.
def f():
    """Says nothing."""

print(f.__name__, f.__qualname__, f.__doc__)  # expect: f f Says nothing.
f.calls = 3
print(f.calls, f.__dict__)  # expect: 3 {'calls': 3}
def outer():
    def inner(): pass
    return inner
print(outer().__qualname__)  # expect: outer.<locals>.inner
print((lambda: 0).__name__)  # expect: <lambda>
