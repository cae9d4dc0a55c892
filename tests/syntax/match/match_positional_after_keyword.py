# A position behind a keyword in a class pattern.
match x:
    case C(a=1, b):
        pass
