# A case without its colon.
match x:
    case 1
        pass
