# Annotations under from __future__ import annotations: the text that they become.
from __future__ import annotations
import __future__
print({k: getattr(__future__, k) for k in __future__.all_feature_names})
exprs = r"""a
1
-1
- 1 ** 2
(-1) ** 2
a ** b ** c
(a ** b) ** c
a + b * c
(a + b) * c
a - (b - c)
(a - b) - c
a and b or c
a and (b or c)
not a
not (a and b)
not a == b
(not a) == b
a < b < c
(a < b) < c
a in b
a not in b
a is not b
lambda: 1
lambda x: x
lambda *a: a
lambda **k: k
lambda *, k: k
lambda x, /, y=1, *a, z, w=2, **kw: (x, y)
lambda x, /: x
(lambda: 1)()
a if b else c
a if b else (c if d else e)
(a if b else c) if d else e
{1: 2, **x}
{}
{1, 2}
[1, 2]
[]
()
(1,)
(1, 2)
x[1]
x[1, 2]
x[(1, 2)]
x[1,]
x[1:2]
x[1:2:3]
x[:]
x[::2]
x[a:b, c]
x[*a]
x[*a, b]
x[()]
x.y.z
(1).real
1.5.real
(1.5).real
f()
f(1)
f(1, *a, k=2, **b)
f(k=1, *a)
f(x for x in y)
f((x for x in y), 1)
[x for x in y if z]
[x for x in y if z if w for v in u]
{x: y for x, y in z}
{x for x in y}
(x for x in y)
[x for x in (lambda: y)]
[x async for x in y]
'a' 'b'
'it\'s'
"a\nb"
u'x'
b'x'
1e400
-1e400
1e400j
1j
1.0
1e16
0x10
10_000
...
None
True
f'{x}'
f'{x!r}'
f'{x:>{w}}'
f'{x=}'
f'{x = }'
f'{x=:3}'
f'{{}}'
f'{ {1: 2} }'
f'a{x}b{y!s:z}c'
f'{x!a}' 'plain{}'
f"{'a'}"
f'{lambda x: 1}'
f'{(lambda x: 1)}'
f'{x:%Y-%m}'
~a
+a
- - a
~(a | b)
a | b ^ c & d
(a | b) & c
a << b + c
(a << b) + c
a @ b
a // b % c
x[a if b else c]
x[lambda: 1]
*a
a[b](c).d
(a, b)[0]
[a, *b, c]
(*a, b)
{**a, 'b': c}
print(a, b=c)
int | None
list[int]
Callable[[int], str]
Literal['a', 1]
"forward"
(yield_)
a.b[c].d()
(a)
((a))
not not a
a or b or c
(a or b) or c
a or (b or c)
a == (b == c)
- (a + b)
(-a) ** -b
2 ** -1
(await_)
x[a, b:c]
x[(a, b):c]
x[a := 1]""".split('\n')
for i, e in enumerate(exprs):
    ns = {}
    try:
        exec(compile("from __future__ import annotations\nx: " + e, "<t>", "exec"), ns)
        print(e, '=>', ns['__annotations__']['x'])
    except SyntaxError as ex:
        print(e, 'SyntaxError', ex)
def f(a: int, b: 'str' = 3, *c: *Ts, d: (1, 2), **e: {1}) -> x[1]: pass
print(f.__annotations__)
class C:
    x: undefined
    y: int = 3
    __z: a.b
    (w): q
    (u): q
    def m(self, __p: __q) -> C: pass
print(C.__annotations__, C.m.__annotations__)
g: undefined[0]
print(__annotations__)
def gen[T: undefined](x: T) -> T: pass
print(gen.__annotations__)
