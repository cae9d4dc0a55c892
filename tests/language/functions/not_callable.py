# Only callables can be called.
for value in (1, "a", None, [1], 2.5, (1,)):
    try:
        value()
    except TypeError as error:
        print(error)
        # expect: 'int' object is not callable
        # expect: 'str' object is not callable
        # expect: 'NoneType' object is not callable
        # expect: 'list' object is not callable
        # expect: 'float' object is not callable
        # expect: 'tuple' object is not callable
