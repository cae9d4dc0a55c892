# `__repr__` serves containers, `__str__` serves print.
class C:
    def __repr__(self):
        return "C!"
    def __str__(self):
        return "a C"
c = C()
print(c, repr(c), [c], f"{c} {c!r}", (c,))  # expect: a C C! [C!] a C C! (C!,)
class D:
    def __repr__(self):
        return "D!"
print(D(), str(D()))  # expect: D! D!
class E: pass
print(E())  # expect: <__main__.E object at 0x...>
