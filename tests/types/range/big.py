# Ranges beyond 64 bits.
r = range(10 ** 20, 10 ** 20 + 5, 2)
print(list(r))  # expect: [100000000000000000000, 100000000000000000002, 100000000000000000004]
print(r[1])  # expect: 100000000000000000002
print(10 ** 20 + 4 in r)  # expect: True
print(range(10 ** 30)[10 ** 29])  # expect: 100000000000000000000000000000
print(len(range(2 ** 62)))  # expect: 4611686018427387904
print(range(0, 10 ** 25, 10 ** 24)[-1])  # expect: 9000000000000000000000000
try:
    len(range(2 ** 64))
except OverflowError as error:
    print(error)  # expect: Python int too large to convert to C ssize_t
