# Cases behind a plain name.
match x:
    case y:
        pass
    case 1:
        pass
