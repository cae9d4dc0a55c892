# A walrus in a comprehension of a class body.
class C:
    a = [y := x for x in range(3)]
