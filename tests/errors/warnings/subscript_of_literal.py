# A literal that is subscripted wrongly.
try:
    [1, 2]["a"]
except TypeError as error:
    print(error)
