# Parameters of functions and lambdas.
def a(): pass
def b(x): pass
def c(x, y=1): pass
def d(x, /): pass
def e(x, /, y): pass
def f(x=1, /, y=2, *, z): pass
def g(*args): pass
def h(*, x): pass
def i(*, x=1, y, **k): pass
def j(*args, x, **k): pass
def k(**k,): pass
def l(x: int, /, y: "str" = 1, *a: int, z: list[int] = [], **k: dict) -> None: pass
def m(*args: *Ts): pass
def n(*args: *Ts, x): pass
def o(x, y,): pass
def p(x, /,): pass
def q[T, *Ts, **P](x: T, *a: *Ts) -> P: pass
def r[T: int](): pass
def s(): yield
async def t(x=await y): pass
def u() -> (yield): pass
def match(case, type=_): pass
lambda: 1
lambda x: x
lambda x, y=1: x
lambda x, /: x
lambda x=1, /, y=2, *, z: x
lambda *a: a
lambda *a, x, **k: a
lambda *, x, y=1: x
lambda **k: k
lambda x,: x
lambda: (yield)
lambda: lambda: 1
