# match on sequences.
def f(x):
    match x:
        case []: return "empty"
        case [a]: return f"one {a}"
        case (a, b) if a == b: return f"twins {a}"
        case [1, *rest]: return f"starts with one, then {rest}"
        case [first, *_, last]: return f"{first} to {last}"
        case str(): return "text"
        case _: return "no sequence"
for x in ([], [5], (2, 2), [1, 2, 3], range(3, 6), "ab", {1}, b"ab"):
    print(f(x))
    # expect: empty
    # expect: one 5
    # expect: twins 2
    # expect: starts with one, then [2, 3]
    # expect: 3 to 5
    # expect: text
    # expect: no sequence
    # expect: no sequence
