# int() of numbers.
print(int(), int(3.9), int(-3.9), int(True), int(1e20), int("5"))  # expect: 0 3 -3 1 100000000000000000000 5
for value in (float("nan"), float("inf"), None, [], 1j):
    try:
        int(value)
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: ValueError cannot convert float NaN to integer
        # expect: OverflowError cannot convert float infinity to integer
        # expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
        # expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
        # expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
