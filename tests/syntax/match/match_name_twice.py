# One name bound twice.
match x:
    case [a, a]:
        pass
