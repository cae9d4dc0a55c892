# A literal that is subscripted wrongly.
try:
    [1, 2]["a"]
except TypeError as error:
    print(error)  # expect: list indices must be integers or slices, not str
