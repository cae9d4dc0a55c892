# A module put into a class of its own; a script that takes the place of __import__.
import sys, types
class M(types.ModuleType):
    @property
    def prop(self): return 42
    def __getattr__(self, n): 
        if n.startswith('dyn'): return n
        raise AttributeError(f'no {n}')
    def __setattr__(self, n, v):
        print('set', n); super().__setattr__(n, v)
    def __call__(self, x): return x + 1
    def meth(self): return self.__name__
me = sys.modules[__name__]
me.__class__ = M
print(me.prop, me.dyn_x, type(me).__name__, me(3), me.meth())
me.foo = 3
print(foo, me.foo)
try: me.zip_
except AttributeError as e: print(e)
me.__class__ = types.ModuleType
print(type(me), hasattr(me, 'prop'))
try: me.__class__ = int
except TypeError as e: print(e)
# import override
import builtins
old = builtins.__import__
def imp(name, *a, **k):
    if name != '_io': print('import', name, a[2:], len(a)); return old(name, *a, **k)
builtins.__import__ = imp
import _plain
from _plain import y as s
import _package._sub as q
print(q.__name__)
import _package._sub
builtins.__import__ = old
import _plain
