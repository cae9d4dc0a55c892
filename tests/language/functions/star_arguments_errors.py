# What is unpacked into a call must be iterable, or a mapping with string keys.
def f(*args, **kwargs):
    return args, kwargs

for call in (lambda: f(*1), lambda: f(**1), lambda: f(**{1: 2}), lambda: f(*None)):
    try:
        call()
    except TypeError as error:
        print(error)
        # expect: __main__.f() argument after * must be an iterable, not int
        # expect: __main__.f() argument after ** must be a mapping, not int
        # expect: keywords must be strings
        # expect: __main__.f() argument after * must be an iterable, not NoneType
