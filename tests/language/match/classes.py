# match on classes, with positions and names.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def f(p):
    match p:
        case Point(0, 0): return "origin"
        case Point(x, y=0): return f"on the axis at {x}"
        case Point(x=a, y=b) if a == b: return f"diagonal {a}"
        case Point(): return "a point"
        case int(n) | float(n): return f"number {n}"
        case str(s): return f"text {s}"
print(f(Point(0, 0)), f(Point(3, 0)), f(Point(2, 2)), f(Point(1, 2)), f(5), f(2.5), f("x"), f(None))  # expect: origin on the axis at 3 diagonal 2 a point number 5 number 2.5 text x None
