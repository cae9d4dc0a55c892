# yield in the argument of a function that is rebound meanwhile: a value is sent there, an exception thrown in, the generator closed.
def log(value):
    print("eval", value if not callable(value) else value.__name__)
    return value

shared = "old"
def target(x):
    return f"old target of {x}"
def rebind():
    global shared, target
    shared = "new"
    target = lambda x: f"new target of {x}"
    return "rebound"

def place():
    try:
        print(target(1), target((yield "here")), target(2))
    except ValueError as error:
        print("caught inside", error)
        return "handled"

def drive():
    generator = place()
    try:
        print("yielded", next(generator))
        while True:
            print("yielded", generator.send(rebind()))
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
