# A class makes instances with attributes and methods.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def shifted(self, dx):
        return Point(self.x + dx, self.y)

p = Point(1, 2)
q = p.shifted(10)
print(p.x, p.y, q.x, q.y)  # expect: 1 2 11 2
print(p.__dict__)  # expect: {'x': 1, 'y': 2}
print(type(p).__name__, type(p) is Point, isinstance(p, Point))  # expect: Point True True
