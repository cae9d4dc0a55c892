# Parameters are captured too, with defaults and stars.
def make(first, *rest, scale=2, **options):
    return lambda: (first * scale, rest, options)

print(make(3)())  # expect: (6, (), {})
print(make(1, 2, 3, scale=5, k="v")())  # expect: (5, (2, 3), {'k': 'v'})
