# A class or an instance may be raised, nothing else.
for value in (ValueError, ValueError("x"), ValueError(1, 2)):
    try:
        raise value
    except ValueError as error:
        print(repr(error), error.args, str(error))
for value in (5, "text", int, None):
    try:
        raise value
    except TypeError as error:
        print(error)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
