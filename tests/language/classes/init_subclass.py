# `__init_subclass__` hears of each subclass, with its keywords.
class Base:
    seen = []
    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Base.seen.append((cls.__name__, tag))
class A(Base): pass
class B(A, tag="b"): pass
print(Base.seen)  # expect: [('A', None), ('B', 'b')]
