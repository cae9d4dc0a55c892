# `__getattr__`, `__setattr__` and `__delattr__`.
class Loose:
    def __getattr__(self, name):
        return "no " + name
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)
x = Loose()
x.a = 1
print(x.a, x.b)
del x.a
print(x.a)
print(getattr(x, "c"), hasattr(x, "d"))
