# isinstance() with a second argument that is no class but has __bases__ as one.
class B:
    __bases__ = ()
class I:
    def __init__(s, c): s.__class__ = c
class Abs:
    def __init__(s, b): s._b = b
    @property
    def __bases__(s): return s._b
class AbsI:
    def __init__(s, c): s.c = c
    @property
    def __class__(s): return s.c
A = Abs(()); Ch = Abs((A,))
print(isinstance(AbsI(A), A), isinstance(AbsI(Ch), A), isinstance(AbsI(A), Ch), isinstance(3, A))
class E:
    @property
    def __bases__(s): raise RuntimeError('x')
try: isinstance(3, E())
except RuntimeError as e: print('RE', e)
