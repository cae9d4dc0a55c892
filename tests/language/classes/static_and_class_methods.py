# staticmethod and classmethod.
class Shape:
    made = 0
    @staticmethod
    def area(a, b):
        return a * b
    @classmethod
    def make(cls, *args):
        cls.made += 1
        return cls.__name__, args
class Square(Shape): pass
print(Shape.area(2, 3), Shape().area(4, 5))  # expect: 6 20
print(Shape.make(1), Square.make(2), Square().make())  # expect: ('Shape', (1,)) ('Square', (2,)) ('Square', ())
print(Shape.made, Square.made)  # expect: 1 3
