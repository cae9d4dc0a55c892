# Two stars in a sequence.
match x:
    case [*a, *b]:
        pass
