# Frame objects show variables: of callers, of frames that an exception has left, of suspended ones.
import sys
def f(a, b=2):
    c = a + b
    return sys._getframe().f_locals
print(f(1))
def caller():
    x, y = 1, 'why'
    return helper()
def helper():
    return sorted(sys._getframe(1).f_locals.items())
print(caller())
def interp(t):
    fr = sys._getframe(1)
    return t.format(**{**fr.f_globals, **fr.f_locals})
def hello(name):
    age = 3
    return interp("{name} is {age}")
print(hello('bob'))
class K:
    z = 4
    q = sorted(k for k in sys._getframe().f_locals if not k.startswith('__'))
print(K.q)
def boom(n):
    local = n * 2
    if n == 0:
        1 / n
    boom(n - 1)
try:
    boom(2)
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb:
        if tb.tb_frame.f_code.co_name != '<module>':
            print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_locals)
        tb = tb.tb_next
def gen():
    a = 1
    yield a
    b = 2
    yield b
g = gen(); next(g); print(g.gi_frame.f_locals); next(g); print(g.gi_frame.f_locals)
l = [1, 2]
print([locals()['x'] for x in l], [eval('x * 2') for x in l])
def comps():
    a = 3
    return [sorted(locals()) for q in [1] for r in [2]]
print(comps())
class C:
    w = 5
    r = [eval('i + 1') for i in l]
print(C.r, hasattr(C, 'i'), 'x' in globals())
def closure():
    v = 1
    def inner():
        return v, sorted(sys._getframe().f_locals), sorted(sys._getframe(1).f_locals)
    return inner()
print(closure())
def lam(): return (lambda k: locals())(3)
print(lam())
def ge(): return list(sorted(locals()) for u in [1])
print([[n for n in r if n != '.0'] for r in ge()])
