"""Attributes and methods: objects that call each other."""


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def length2(self):
        return self.x * self.x + self.y * self.y


class Ship:
    def __init__(self):
        self.place = Vector(0, 0)
        self.speed = Vector(1, 2)
        self.moves = 0

    def move(self):
        self.place.add(self.speed)
        self.moves += 1

    def far(self, limit):
        return self.place.length2() > limit


def fly(n):
    ship = Ship()
    turns = 0
    for _ in range(n):
        ship.move()
        if ship.far(1_000_000):
            ship.place = Vector(0, 0)
            turns += 1
    return ship.moves, turns


print(fly(1_000_000))
