# The name of an `except` clause is gone after it.
try:
    1 / 0
except ZeroDivisionError as error:
    kept = error
print(kept)  # expect: division by zero
try:
    error
except NameError as missing:
    print(missing)  # expect: name 'error' is not defined
