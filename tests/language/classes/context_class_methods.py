# Methods are bound when they are read.
class C:
    def m(self): return self.n
c, d = C(), C()
c.n, d.n = 1, 2
f = c.m
print(f(), C.m(d), f.__self__ is c, f.__func__ is C.m)  # expect: 1 2 True True
c.m = lambda: "own"
print(c.m(), d.m())  # expect: own 2
C.m = lambda self: "changed"
print(c.m(), d.m(), f())  # expect: own changed 1
