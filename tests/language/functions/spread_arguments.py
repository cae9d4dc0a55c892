# Keywords and unpacked arguments: their order, and what is said of those that do not fit.
def t(x): print('ev', x); return x
def f(*a, **k): return a, k
try: f(**{'a': t(1)}, b=t(2), a=t(3), c=t(4))
except TypeError as e: print(e)
try: f(a=t(1), **{'a': t(2)}, **{'c': t(4)})
except TypeError as e: print(e)
class D:
    def __init__(s, p): s.p = p
    def keys(s): return [k for k, v in s.p]
    def __getitem__(s, k): return dict(s.p)[k]
try: f(**D([('x', 1), ('x', 2)]))
except TypeError as e: print(e)
try: f(**{1: 2})
except TypeError as e: print(e)
try: f(**{1: 2}, **{1: 3})
except TypeError as e: print(e)
try: f(*f)
except TypeError as e: print(e)
try: f(1, *f)
except TypeError as e: print(e)
try: f(1, *[1], *f)
except TypeError as e: print(e)
try: f(*f, *[1])
except TypeError as e: print(e)
try: f(*[1], 2, *f)
except TypeError as e: print(e)
try: f(*1, x=3)
except TypeError as e: print(e)
try: f(2, *1, x=3)
except TypeError as e: print(e)
try: f(*1, **{'x':3})
except TypeError as e: print(e)
try: print(*1)
except TypeError as e: print(e)
try: "".join(*1)
except TypeError as e: print(e)
try: f(**1)
except TypeError as e: print(e)
try: f(x=1, **1)
except TypeError as e: print(e)
try: f(**{'y':2}, **1)
except TypeError as e: print(e)
class C:
    def m(self, *a, **k): pass
try: C().m(**{'y':2}, **{'y':2})
except TypeError as e: print(e)
try: C().m(*3)
except TypeError as e: print(e)
try: C.m(*3)
except TypeError as e: print(e)
try: (lambda **k: 0)(**[])
except TypeError as e: print(e)
try: class_ = type('X', (), **3)
except TypeError as e: print(e)
try:
    class X(**{'metaclass': type}, metaclass=type): pass
except TypeError as e: print(e)
try:
    class X(*3): pass
except TypeError as e: print(e)
try:
    class X(**3): pass
except TypeError as e: print(e)
