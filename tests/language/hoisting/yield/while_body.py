# yield in the body of a while: a value is sent there, an exception thrown in, the generator closed.
def log(value):
    print("eval", value if not callable(value) else value.__name__)
    return value

def place():
    try:
        n = 0
        while log(n) < 5:
            n += (yield "here")
            if n > 3:
                break
        else:
            print("never")
        print(n)
    except ValueError as error:
        print("caught inside", error)
        return "handled"

def drive():
    generator = place()
    try:
        print("yielded", next(generator))
        while True:
            print("yielded", generator.send(2))
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
