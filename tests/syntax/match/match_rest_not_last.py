# The rest of a mapping in the middle.
match x:
    case {**rest, "a": 1}:
        pass
