# match on mappings.
def f(x):
    match x:
        case {"kind": "point", "at": (a, b)}: return f"point {a} {b}"
        case {"kind": kind, **rest}: return f"{kind} {rest}"
        case {}: return "mapping"
        case _: return "other"
print(f({"kind": "point", "at": [1, 2], "more": 3}))  # expect: point 1 2
print(f({"kind": "circle", "r": 5}))  # expect: circle {'r': 5}
print(f({"x": 1}), f({}), f([]))  # expect: mapping mapping other
