# An exception raised while another is handled keeps it as context.
try:
    try:
        [][1]
    except IndexError:
        undefined
except NameError as error:
    print(repr(error.__context__), error.__cause__)  # expect: IndexError('list index out of range') None
try:
    try:
        raise ValueError(1)
    finally:
        raise KeyError(2)
except KeyError as error:
    print(repr(error.__context__))  # expect: ValueError(1)
