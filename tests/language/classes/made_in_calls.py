# What calling a class comes to, at one place in the program while the class changes.
import abc


def make(cls, *args):
    return cls(*args)


class Point:
    def __init__(self, x, y=0):
        self.x, self.y = x, y


def point():
    return Point(1)


print(point().y, point().y)  # expect: 0 0
Point.__init__ = lambda self, x: setattr(self, 'y', 'new')
print(point().y)  # expect: new
Point.__init__ = lambda self, x: 5
try:
    point()
except TypeError as error:
    print(error)  # expect: __init__() should return None, not 'int'
Point.__new__ = lambda cls, *args: 'other'
print(point())  # expect: other


class Never:
    def __init__(self, value):
        print('made')

    def __del__(self):
        print('dropped')


def broken():
    raise LookupError('no argument')


try:
    Never(broken())
except LookupError as error:
    print(error)  # expect: no argument


class Abstract(abc.ABC):
    def __init__(self, x):
        self.x = x

    @abc.abstractmethod
    def run(self): ...


def abstract():
    return Abstract(1)


for _ in range(2):
    try:
        abstract()
    except TypeError as error:
        print(error)
    # expect: Can't instantiate abstract class Abstract without an implementation for abstract method 'run'
    # expect: Can't instantiate abstract class Abstract without an implementation for abstract method 'run'


class Meta(type):
    def __call__(cls, *args):
        return cls.__name__, args


class Called(metaclass=Meta):
    def __init__(self):
        pass


class CalledError(Exception, metaclass=Meta):
    pass


print(Called(1), CalledError(2))  # expect: ('Called', (1,)) ('CalledError', (2,))


class Quiet(Exception):
    pass


class Loud(Quiet):
    def __init__(self, code, text='?'):
        super().__init__(code, text)
        self.code = code


def quiet():
    return Quiet(1, 2)


print(quiet().args, Quiet().args, repr(quiet()))  # expect: (1, 2) () Quiet(1, 2)
Quiet.__init__ = lambda self, *args: print('init', args)
print(quiet().args)
# expect: init (1, 2)
# expect: (1, 2)
del Quiet.__init__
print(quiet().args, Loud(3).args, Loud(3).code)  # expect: (1, 2) (3, '?') 3
try:
    Quiet(a=1)
except TypeError as error:
    print(error)  # expect: Quiet() takes no keyword arguments
try:
    raise Loud
except TypeError as error:
    print(error)  # expect: Loud.__init__() missing 1 required positional argument: 'code'
many = make(Quiet, *range(9))
print(many.args)  # expect: (0, 1, 2, 3, 4, 5, 6, 7, 8)
print(Quiet(1, 2, 3, 4, 5, 6, 7, 8, 9).args)  # expect: (1, 2, 3, 4, 5, 6, 7, 8, 9)
