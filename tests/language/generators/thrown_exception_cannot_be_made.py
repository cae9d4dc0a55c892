# Where the exception that `throw` is to raise cannot be made, what that raises goes into the generator instead.
class Odd(Exception):
    def __new__(cls, *args):
        return cls


class Strict(Exception):
    def __init__(self, needed):
        pass


def waiting():
    try:
        yield "ready"
    except TypeError as error:
        print("inside:", error)
        yield "caught"


for kind in (Odd, Strict):
    generator = waiting()
    next(generator)
    print(generator.throw(kind))
# expect: inside: calling <class '__main__.Odd'> should have returned an instance of BaseException, not type
# expect: caught
# expect: inside: Strict.__init__() missing 1 required positional argument: 'needed'
# expect: caught

try:
    waiting().throw(3)
except TypeError as error:
    print(error)
# expect: exceptions must be classes or instances deriving from BaseException, not int


async def numbers():
    yield 1


# An async generator looks at what is thrown when the step begins.
step = numbers().athrow(None)
try:
    step.send(None)
except TypeError as error:
    print(error)
# expect: exceptions must be classes or instances deriving from BaseException, not NoneType
