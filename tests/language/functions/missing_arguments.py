# Missing arguments are all named.
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def named(*, a, b): pass

for call in (
    lambda: one(),
    lambda: two(),
    lambda: two(1),
    lambda: three(),
    lambda: three(b=1),
    lambda: named(),
    lambda: named(b=1),
):
    try:
        call()
    except TypeError as error:
        print(error)
        # expect: one() missing 1 required positional argument: 'a'
        # expect: two() missing 2 required positional arguments: 'a' and 'b'
        # expect: two() missing 1 required positional argument: 'b'
        # expect: three() missing 3 required positional arguments: 'a', 'b', and 'c'
        # expect: three() missing 2 required positional arguments: 'a' and 'c'
        # expect: named() missing 2 required keyword-only arguments: 'a' and 'b'
        # expect: named() missing 1 required keyword-only argument: 'a'
