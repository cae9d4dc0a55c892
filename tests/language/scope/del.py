# `del` unbinds names, items, slices and attributes.
x = 1
del x
try:
    x
except NameError as error:
    print(error)  # expect: name 'x' is not defined
a = [0, 1, 2, 3, 4]
del a[0], a[-1]
print(a)  # expect: [1, 2, 3]
del a[1:]
print(a)  # expect: [1]
d = {"k": 1, "m": 2}
del d["k"]
print(d)  # expect: {'m': 2}
class C: pass
c = C()
c.v = 1
del c.v
print(hasattr(c, "v"))  # expect: False
def f():
    y = 1
    del y
    return y
f()  # expect error: UnboundLocalError: cannot access local variable 'y' where it is not associated with a value
