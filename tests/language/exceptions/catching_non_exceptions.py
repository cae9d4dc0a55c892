# Only exception classes can be caught.
try:
    try:
        1 / 0
    except "text":
        pass
except TypeError as error:
    print(error)  # expect: catching classes that do not inherit from BaseException is not allowed
try:
    try:
        1 / 0
    except (ValueError, 5):
        pass
except TypeError as error:
    print(error)  # expect: catching classes that do not inherit from BaseException is not allowed
