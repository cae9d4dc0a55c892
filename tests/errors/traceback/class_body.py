# An error in a class body.
class Broken:
    value = [1, 2, 3].missing
