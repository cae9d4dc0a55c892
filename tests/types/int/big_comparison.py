# Big and small ints and floats compare exactly.
print(2 ** 64 > 2 ** 63)  # expect: True
print(2 ** 64 == 2.0 ** 64)  # expect: True
print(2 ** 53 + 1 == 2.0 ** 53)  # expect: False
print(2 ** 64 in {2 ** 64: 1})  # expect: True
print(hash(2 ** 64))  # expect: 8
print(hash(2 ** 61 - 1))  # expect: 0
print(hash(-1))  # expect: -2
print(hash(2 ** 100))  # expect: 549755813888
print(10 ** 400 > 1e308)  # expect: True
print(-10 ** 400 < float("-inf"))  # expect: False
print(10 ** 400 < float("inf"))  # expect: True
print(1 == True)  # expect: True
print(hash(1) == hash(1.0) == hash(True))  # expect: True
