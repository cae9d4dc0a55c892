# True division of big ints is exact to the last bit.
print(10 ** 30 / 10 ** 10)  # expect: 1e+20
print(2 ** 70 / 3)  # expect: 3.935305402391371e+20
print(1 / 10 ** 400)  # expect: 0.0
print((2 ** 53 + 1) / 1)  # expect: 9007199254740992.0
print(10 ** 400 / 10 ** 399)  # expect: 10.0
try:
    10 ** 400 / 1
except OverflowError as error:
    print(error)  # expect: integer division result too large for a float
try:
    float(10 ** 400)
except OverflowError as error:
    print(error)  # expect: int too large to convert to float
