# Equal numbers hash alike.
print(hash(1.0))  # expect: 1
print(hash(0.5))  # expect: 1152921504606846976
print(hash(-0.0))  # expect: 0
print(hash(float("inf")))  # expect: 314159
print(hash(-2.5))  # expect: -1152921504606846978
print(hash(1e20) == hash(10 ** 20))  # expect: True
print({1: "a", 1.0: "b"})  # expect: {1: 'b'}
