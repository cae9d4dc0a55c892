"""The module's docstring."""
print(__doc__)  # expect: The module's docstring.
def f():
    "The function's."
class C:
    """The class's

    with an indented second line.
    """
print(f.__doc__)  # expect: The function's.
print(C.__doc__)
# expect: The class's
# expect:
# expect: with an indented second line.
# expect:
def g():
    f"not a docstring"
print(g.__doc__)  # expect: None
