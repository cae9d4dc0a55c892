# What cannot be looped over.
for value in (5, None, 1.5, len):
    try:
        for x in value: pass
    except TypeError as error:
        print(error)
        # expect: 'int' object is not iterable
        # expect: 'NoneType' object is not iterable
        # expect: 'float' object is not iterable
        # expect: 'builtin_function_or_method' object is not iterable
