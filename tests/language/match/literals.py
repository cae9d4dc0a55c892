# match on literals, alternatives and the wildcard.
def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2: return "one or two"
        case "a": return "letter"
        case -1.5: return "negative"
        case None: return "none"
        case True: return "true"
        case _: return "other"
print([f(x) for x in (0, 1, 2, 1.0, "a", -1.5, None, True, False, "b")])  # expect: ['zero', 'one or two', 'one or two', 'one or two', 'letter', 'negative', 'none', 'one or two', 'zero', 'other']
