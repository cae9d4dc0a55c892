# Chains evaluate each operand once and stop early.
def log(x):
    print("eval", x)
    return x
print(log(1) < log(2) < log(3))
print(log(1) > log(2) > log(3))
print(1 < 2 > 1 != 3 == 3, 1 < 3 < 2, 1 == 1.0 != None)
print(1 in [1] in [[1]], 1 < 2 in [2])
