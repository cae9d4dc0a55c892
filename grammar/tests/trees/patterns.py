# Patterns of every kind.
match x:
    case 1: pass
    case -1 | 1.5 | -2j | 1 + 2j | -1 - 2.5j: pass
    case 'a' 'b' | b'c': pass
    case None | True | False: pass
    case a: pass
match x, y:
    case a, b: pass
    case a, *b: pass
    case *_, a: pass
    case a,: pass
match x,:
    case (a): pass
    case (a,): pass
    case (a, b): pass
    case (): pass
    case []: pass
    case [a]: pass
    case [a, *_, [b, c],]: pass
    case (a | b) as c: pass
    case (1 as a) | (2 as a): pass
match *x, y:
    case A.B: pass
    case A.B.C | D.E: pass
    case A(): pass
    case A.B(): pass
    case A(a): pass
    case A(a, B(b), c=C(), d=1,): pass
    case A(a=b): pass
match (x):
    case {}: pass
    case {'a': 1}: pass
    case {'a': 1, A.B: b, -1: c, None: d, **rest}: pass
    case {**rest}: pass
    case {'a': {'b': [c]},}: pass
match f(x := y):
    case a if b: pass
    case a as b if c := d: pass
    case _:
        match y:
            case case: pass
            case match:
                match = case
                case = type
match match:
    case case: pass
match -x:
    case _: pass
match [x]:
    case _: pass
match {x: y}:
    case _: pass
match not x:
    case _: pass
match lambda: x:
    case _: pass
match x[1:2]:
    case _: pass
