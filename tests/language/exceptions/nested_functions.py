# An exception passes through many calls and their finally blocks.
def inner():
    try:
        raise LookupError("deep")
    finally:
        print("inner")  # expect: inner
def middle():
    try:
        inner()
    finally:
        print("middle")  # expect: middle
try:
    middle()
except LookupError as error:
    print(error)  # expect: deep
