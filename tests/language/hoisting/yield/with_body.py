# yield in the body of a with: a value is sent there, an exception thrown in, the generator closed.
def log(value):
    print("eval", value if not callable(value) else value.__name__)
    return value

class Manager:
    def __init__(self, name):
        self.name = name
    def __repr__(self):
        return f"Manager({self.name!r})"
    def __enter__(self):
        print("enter", self.name)
        return self.name
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__)

def place():
    try:
        with Manager("a"), Manager("b") as b:
            print("body", b, (yield "here"))
        with Manager("c"):
            return (yield "here")
    except ValueError as error:
        print("caught inside", error)
        return "handled"

def drive():
    generator = place()
    try:
        print("yielded", next(generator))
        while True:
            print("yielded", generator.send("hole"))
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
