# Any target may stand behind `as`.
class M:
    def __init__(self, v): self.v = v
    def __enter__(self): return self.v
    def __exit__(self, *args): pass
class Box: pass
box, d = Box(), {}
with M((1, 2)) as (a, b), M(3) as box.x, M(4) as d["k"], M([5, 6, 7]) as [first, *rest]:
    print(a, b, box.x, d, first, rest)  # expect: 1 2 3 {'k': 4} 5 [6, 7]
