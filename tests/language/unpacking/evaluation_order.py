# The value first, then the targets from left to right.
def log(x, v):
    print("eval", x)
    return v
d = {}
log("a", d)[log("k", 1)], log("b", d)[log("m", 2)] = log("value", (5, 6))
print(d)
log("c", d)["z"] = log("d", d)["y"] = log("v", 7)
print(d)
