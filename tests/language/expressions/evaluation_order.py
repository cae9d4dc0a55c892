# Operands are evaluated from left to right.
def log(x):
    print(x, end=" ")
    return x
log(1) + log(2) * log(3)
[log(4), log(5)][log(0)]
{log("k"): log("v")}
(log("a"), log("b"))[log(1):log(2)]
log("x") if log(0) else log("y")
print()
