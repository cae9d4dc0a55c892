# What code says of itself, copies of it under other names, and functions that get other code.
import types, warnings
def f(a, b=1, /, c=2, *args, d, e=3, **kw):
    "doc"
    from x import y as z
    t = (1, 2, 'x')
    def g(): return a
    lam = lambda q: q.attr
    class K:
        m = 1
    for i in range(10): print(i)
    kw.get('x', default=5)
    return g
c = f.__code__
def shown(consts): return [each.co_name if isinstance(each, types.CodeType) else each for each in consts]
print(shown(c.co_consts), c.co_names, c.co_cellvars, c.co_freevars, hex(c.co_flags))
K = next(each for each in c.co_consts if isinstance(each, types.CodeType) and each.co_name == "K")
print(K.co_consts, K.co_names, K.co_varnames, hex(K.co_flags), K.co_firstlineno)
def one(): return 1
def empty(): pass
print(one.__code__.co_consts, one.__code__.co_names, empty.__code__.co_consts)
m = compile("x = 1\ny = x + 2\ndel x\nz.q = y.r\n'hello'\n", "f", "exec")
print(m.co_consts, m.co_names, hex(m.co_flags), [line for *_, line in m.co_lines()][1:])
print(compile("a.b(c, d=4)", "f", "eval").co_names, compile("a.b(c, d=4)", "f", "eval").co_consts)
print(compile("-1 + x", "f", "eval").co_consts, compile("(1, -2)", "f", "eval").co_consts)

# One piece of code, one object; equal where the same text stands in the same line.
def outer():
    def inner(): return 1
    return inner
a, b = outer(), outer()
print(a.__code__ is b.__code__, id(a.__code__) == id(b.__code__), a.__code__ in outer.__code__.co_consts)
e1, e2, e3, e4 = (compile(text, name, "eval") for text, name in (("1", "a"), ("1", "b"), ("\n1", "a"), ("1.0", "a")))
print(e1 == e2, hash(e1) == hash(e2), e1 == e3, e1 == e4)

r = one.__code__.replace(co_name="new", co_firstlineno=100, co_filename="zz", co_qualname="Q.new")
print(r.co_name, r.co_qualname, r.co_filename, r.co_firstlineno, r == one.__code__, one.__code__.replace() == one.__code__)
print(one.__code__.replace(co_consts=one.__code__.co_consts, co_varnames=()) == one.__code__)

def add(x, y=10): return x + y
def sub(x, y=10): return x - y
add.__code__ = sub.__code__
print(add(3), add(3, 1), add.__name__, add.__code__ is sub.__code__)
add.__defaults__ = (100,)
print(add(1), list(map(add, [1, 2])))
class C:
    def m(self): return "old"
obj = C()
print(obj.m())
C.m.__code__ = (lambda self: "new").__code__
print(obj.m(), obj.m())
def tried(f, *args):
    try: return f(*args)
    except Exception as e: return f"{type(e).__name__}: {e}"
print(tried(setattr, one, "__code__", None))
print(tried(setattr, one, "__code__", (lambda x: lambda: x)(1).__code__))
def generator(): yield 1
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    one.__code__ = generator.__code__
print(list(one()), [str(w.message) for w in seen])

# The same code with other globals.
def uses(x): return x + offset
offset = 1
copy = types.FunctionType(uses.__code__, {"offset": 100, "__name__": "elsewhere"}, "copy", None, None)
print(uses(1), copy(1), copy.__globals__ is globals(), copy.__module__, copy.__name__)
def counter(start):
    def count(): return start + offset
    return count
inner = counter(5)
copy = types.FunctionType(inner.__code__, {"offset": 1000}, None, None, inner.__closure__)
print(inner(), copy())
ns = {"offset": 7}
exec(compile("def made(): return offset * 2\nresult = made()", "f", "exec"), ns)
print(ns["result"])
ns2 = {"offset": 8}
exec(m := compile("def made(): return offset * 2\nresult = made()", "f", "exec"), ns2)
exec(m, ns)
print(ns2["result"], ns["result"], eval(one.__code__.replace(), {}).__class__.__name__)
