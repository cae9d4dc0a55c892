# Statements of every kind, with places that are easy to get wrong.
import os, sys as s
import a.b.c as abc
from . import x
from ... import y
from ....deep import z
from ..pkg.mod import (c as d, e,)
from whole import *
x = y = z = 1
a, *b = c, = d
x += yield
x @= y; y //= z; z **= 2; a >>= 1; b <<= 1; c &= d; d |= e; e ^= f; f %= g; g -= h; h *= i; i /= j
n: int
(n): int = 1
o.n: int = yield
o[0]: list[int] = [1]
del a, (b, [c]), d.e, f[0],
del (a)
del [a, b]
pass; pass;
assert a, "why"
assert (a, b)
raise
raise E
raise E from None
global g, h
if a: pass
elif b: pass;
elif c:
    nonlocal_ = 1
else:
    pass
while a := f():
    break
else:
    continue
for i, *j in k, *l: pass
for (a) in b:
    pass
else:
    pass
for x.y[0], [z] in w: pass
with a: pass
with a as b, c as (d, *e): pass
with (a as b, c): pass
with (a, b): pass
with (a, b,): pass
with (a, b) as c: pass
with (a), b: pass
with (yield): pass
with (a for a in b): pass
with (a, *b): pass
with (): pass
with (a as b): pass
with (a.b(c) as d.e, f[0] as g[1],): pass
try: pass
except: pass
try:
    pass
except A:
    pass
except (B, C) as e:
    pass
else:
    pass
finally:
    pass
try:
    pass
finally: pass
try: pass
except* A as e: pass
except *(B, C): pass
type X = int
type Y[T: (int, str) = int, *Ts = *tuple[int], **P = [int]] = dict[T, P]
type = 1
type.x = type[0]
print(type, match, case, _)
match = case = _ = 1
match.x
match[0:1]
match (x)
match * a
match, case = 1, 2
async def outer():
    async for i in j: pass
    async with a as b, c: pass
    await x
    return await y, *z
    yield
    return
def nested():
    def inner():
        nonlocal a, b
        return

    # a comment behind

	# another
    return inner
if x:
    # comment first
        # deeper comment
    pass
# no indent
    pass

class A: x = 1; y = 2
class B(): pass
class C(A, *b, metaclass=M, **k):
    """Doc."""
    x: int
@a
@b.c(d)[e]
@(lambda f: f)
class D[T]: pass
@a
async def f(): pass
