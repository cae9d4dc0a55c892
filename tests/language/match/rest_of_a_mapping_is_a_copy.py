class Key:
    def __hash__(self):
        print("hash", end=" ")
        return 1


match {Key(): 2, "a": 1}:
    case {"a": 1, **rest}:
        print(len(rest))  # expect: hash 1
