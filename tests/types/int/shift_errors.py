# Shifts that cannot be.
for f in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 << 1.0, lambda: 1.0 << 1):
    try:
        f()
    except (ValueError, TypeError) as error:
        print(error)
        # expect: negative shift count
        # expect: negative shift count
        # expect: unsupported operand type(s) for <<: 'int' and 'float'
        # expect: unsupported operand type(s) for <<: 'float' and 'int'
print(0 << 10 ** 20, 5 >> 10 ** 20, -5 >> 10 ** 20)  # expect: 0 0 -1
