# A keyword twice in a class pattern.
match x:
    case C(a=1, a=2):
        pass
