# Notes hang on the exception.
try:
    error = ValueError("x")
    error.add_note("first")
    error.add_note("second")
    raise error
except ValueError as e:
    print(e, e.__notes__)  # expect: x ['first', 'second']
try:
    error.add_note(1)
except TypeError as e:
    print(e)  # expect: note must be a str, not 'int'
