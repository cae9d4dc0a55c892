# yield in the object of an augmented attribute: a value is sent there, an exception thrown in, the generator closed.
def log(value):
    print("eval", value if not callable(value) else value.__name__)
    return value

class Box:
    name = "box"
    def __repr__(self):
        return "Box()"
    def set(self, name, value):
        setattr(self, name, value)

box = Box()

def place():
    try:
        box.n = 1
        (yield "here").n += log(5)
        print(box.n)
    except ValueError as error:
        print("caught inside", error)
        return "handled"

def drive():
    generator = place()
    try:
        print("yielded", next(generator))
        while True:
            print("yielded", generator.send(box))
    except StopIteration as stop:
        print("returned", stop.value)
    except Exception as error:
        print("raised", repr(error), repr(error.__cause__))

def throw():
    generator = place()
    try:
        next(generator)
        print("yielded", generator.throw(ValueError("thrown")))
    except StopIteration as stop:
        print("returned", stop.value)
    except Exception as error:
        print("raised", repr(error))

def close():
    generator = place()
    try:
        next(generator)
        print("closed", generator.close())
    except Exception as error:
        print("raised", repr(error))

drive()
print("-- an exception thrown in")
throw()
print("-- closed")
close()
