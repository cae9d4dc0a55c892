# A namespace that only the functions and classes in it hold is garbage; one that code runs in is not.
import gc
import types
import weakref


class Mark:
    pass


def freed(text, use=None):
    namespace = {"mark": Mark()}
    mark = weakref.ref(namespace["mark"])
    exec(text, namespace)
    if use:
        eval(use, namespace)
    del namespace
    gc.collect()
    return mark() is None


print(freed("def f(): return mark"))  # expect: True
print(freed("def f(): return g()\ndef g(): return f", "f()"))  # expect: True
print(freed("f = lambda: mark", "f()"))  # expect: True
print(freed("class A:\n def f(self): return self.g()\n def g(self): return A", "A().f()"))  # expect: True
print(freed("class A:\n class B:\n  def f(self): return lambda: mark", "A.B().f()()"))  # expect: True
print(freed("async def f(): await g()\nasync def g(): pass\nc = f()\nc.close()"))  # expect: True
print(freed("def f():\n yield\n yield mark\ng = f()\nnext(g)"))  # expect: True
print(freed("def f[T](x: T): return T\nclass A[T]: x: T\ntype X = A[X]", "f(1)"))  # expect: True
print(freed("from types import *\nimport gc\nglobal x\nx = [y for y in (1, 2)]\ndel x\ndef f(): import gc"))  # expect: True
print(freed("try:\n 1 / 0\nexcept Exception as e:\n kept = e\ndef f(): return kept", "f()"))  # expect: True
print(freed("def f(): return f.__code__\nc = f()\nk = c.co_consts"))  # expect: True
print(freed("import sys\ndef f(): return sys._getframe()\nframe = f()"))  # expect: True

module = types.ModuleType("made")
exec("def f(): return mark\nmark = Mark()", {"Mark": Mark}, vars(module))
mark = weakref.ref(module.mark)
del module
gc.collect()
print(mark() is None)  # expect: True

# What runs keeps its namespace.
collect = gc.collect
exec("collect(); print(x); f = lambda: (collect(), x); print(f()[1])", {"x": 1, "collect": collect})
# expect: 1
# expect: 1
print(eval("lambda: (collect(), x)[1]", {"x": 2, "collect": collect})())  # expect: 2
print([collect() * 0 + v for v in eval("(x + i for i in range(3) if collect() >= 0)", {"x": 3, "collect": collect})])  # expect: [3, 4, 5]
exec("class A:\n collect()\n y = x\n def f(self): collect(); return x\nprint(A.y, A().f())", {"x": 4, "collect": collect})  # expect: 4 4


def suspended():
    namespace = {"x": 6}
    exec("def f():\n got = yield x\n yield got, x", namespace)
    return namespace["f"]()


generator = suspended()
collect()
print(next(generator), collect() * 0, generator.send(7))  # expect: 6 0 (7, 6)
method = eval("type('A', (), {'f': lambda self: (collect(), x)[1]})", {"x": 8, "collect": collect})().f
collect()
print(method())  # expect: 8

# One code object for each piece of code.
def outer():
    return lambda: 0


print(outer().__code__ is outer().__code__, outer.__code__ is outer.__code__)  # expect: True True
print(id(outer.__code__) == id(outer.__code__), gc.is_tracked(outer.__code__))  # expect: True False
reference = weakref.ref(eval("lambda: 0").__code__)
print(reference() is None)  # expect: True

# A module may be garbage, its functions are not, nor what they mention.
outer, inner = types.ModuleType("outer"), types.ModuleType("inner")
outer.inner, inner.outer = inner, outer
exec("import sys\ndef find(): return sys.maxsize > 0, here", vars(inner) | {"here": 1}, vars(inner))
exec("import sys\nhere = 2\ndef find(): return sys.maxsize > 0, here", vars(inner))
kept = inner.find
exec("def around(): return inner", vars(outer))
del outer, inner
gc.collect()
print(kept())  # expect: (True, 2)
space = types.SimpleNamespace(x=1)
space.me = space
names = vars(space)
del space
gc.collect()
print(names["x"], sorted(names))  # expect: 1 ['me', 'x']
