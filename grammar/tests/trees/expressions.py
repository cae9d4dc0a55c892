# Operators, displays, comprehensions, calls and subscripts.
a or b or c and d and not e
a if b else c if d else e
(a if b else c) if (d if e else f) else g
not a in b is c is not d not in e == f != g < h <= i > j >= k
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** +c
~-+a
(a) + (b)
((a) + b) * (c)
(a).b
(a)(b)
(a)[b]
await a ** b
(await a).b
a.b.c(d)(e)[f].g
a.True_
a[b]
a[b, c]
a[b,]
a[:]
a[::]
a[b:c:d]
a[b:, ::c, d]
a[*b]
a[*b, c]
a[b := c]
a[(b, c)]
a[b:c, (d)]
()
(a,)
(a, b)
(a, *b,)
a, b
a,
*a, b
[]
[a]
[a, *b,]
{}
{a}
{a, *b,}
{*a}
{a: b}
{a: b, **c, d: e,}
{**a}
{a if b else c: d if e else f}
{lambda: a: lambda: b}
(a := b)
[a := b, c]
{a := b}
f(a := b)
(yield)
(yield a)
(yield a, *b)
(yield from a)
[a for b in c]
[a for b, c in d if e if f for g in h]
[a async for b in c]
{a for b in c}
{a: b for c in d}
(a for b in c)
[(a, b) for c in d]
[a := b for c in d]
[a for (b) in c or d]
[a for b.c[0], *d in (e if f else g)]
[[a for b in c] for d in e]
f()
f(a)
f(a,)
f(a, *b, c=d, *e, **g, h=i)
f(**a, **b)
f(a for b in c)
f((a for b in c), d)
f(a, (b))
f(a=(yield))
f(*a or b, **c or d)
f(a if b else c, lambda: d)
f(match=case, type=_)
1, 1_000, 0xff, 0XFF, 0o17, 0b11, 0, 00, 0_0
123456789012345678901234567890
0xffffffffffffffffffffffff
1., .5, 1.5, 1e5, 1E-5, 1_0.0_1e1_0, 0e0, 1e400, 012.5, 5e-324
1j, 1.5J, 1e5j, 00j
True, False, None, ...
é, ｆｕｌｌ, ªº, µ, ﬁ
a. b . c
x = (  # comment
    a +
    b  # another
)
x = a + \
    b
x = [
1,

2]; y = 3
