# Annotations of modules, classes and functions: what is evaluated, when, and where it is kept.
def log(x): print('eval', x); return x
x: log('a') = log('b')
y: log(1)
(z): log(2)
print(__annotations__)
class A: a = 1
A.b: log('ab')
A.c: log('ac') = log('v')
log([1])[log(0)]: log('item')
def f():
    q: undefined_thing
    w: undefined = 5
    A.zz: undefined = 6
    log('base').attr: undefined
    print(w)
f()
class C:
    if False: v: int
    x: log('cx') = log('cv')
    __p: int
    for i in range(2): y: log(i)
print(C.__annotations__)
class D(C): pass
print(D.__annotations__, D.__dict__.get('__annotations__'))
class E:
    __annotations__ = {'pre': 1}
    k: int
print(E.__annotations__)
try:
    del __annotations__
    u: int
except NameError as e: print(type(e).__name__, e)
print(f.__annotations__)
f.__annotations__ = None; print(f.__annotations__)
try: f.__annotations__ = 3
except TypeError as e: print(e)
def h(a: log('pa'), /, b: log('pb') = log('db'), *c: log('pc'), d: log('pd') = log('dd'), **e: log('pe')) -> log('r'): pass
print(h.__annotations__)
@(lambda f: f)
def deco(a: log('ann') = log('def')): pass
def g():
    global gg
    try: exec('gg: int = 3')
    except Exception as e: print(e)
g()
for src in ['def f():\n  global x\n  x: int', 'x: int; global x', '[a, b]: int', '(a, b): int = 1', 'x.y: int, z: int', 'f(): int', 'lambda: 1: int', 'x: int = y = 3', '*a: int', 'x: yield', 'x: await y', 'x: (y := 3)', 'def f(x: (yield)): pass', 'a: int += 3', 'None: int', '1: int', 'x[0]: int = 5; print(x)', 'from __future__ import annotations\nx: (y := 3)', 'from __future__ import annotations\nx: (yield)', 'class A:\n  from __future__ import annotations', 'from __future__ import foo', 'from __future__ import braces', 'import x\nfrom __future__ import annotations', 'from __future__ import *', 'def f(x: int := 3): pass']:
    try: exec(src); print('ok')
    except Exception as e: print(src, type(e).__name__, e)
