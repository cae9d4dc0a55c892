# Dotted names are values; `as` binds.
class Colour: RED, GREEN = 1, 2
def f(x):
    match x:
        case Colour.RED: return "red"
        case (Colour.GREEN | 3) as c: return f"green or three: {c}"
        case [int() as a, [*_] as b]: return f"{a} {b}"
        case other: return f"captured {other}"
print(f(1), f(2), f(3), f([1, [2]]), f("z"))  # expect: red green or three: 2 green or three: 3 1 [2] captured z
