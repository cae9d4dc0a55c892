# A generator cannot be entered twice.
def g():
    try:
        next(it)
    except ValueError as error:
        yield str(error)
it = g()
print(next(it))  # expect: generator already executing
