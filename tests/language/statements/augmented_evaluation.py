# The target of an augmented assignment is evaluated once.
def log(x):
    print("eval", x)
    return x
d = {"k": 1}
log(d)[log("k")] += log(5)
print(d)
class C: v = 1
c = C()
log(c).__class__.v += log(1)
print(C.v)
