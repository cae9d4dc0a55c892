# yield in the index of a subscript store: a value is sent there, an exception thrown in, the generator closed.
def log(value):
    print("eval", value if not callable(value) else value.__name__)
    return value

table = {}

def place():
    try:
        log(table)[(yield "here")] = log(5)
        print(table)
    except ValueError as error:
        print("caught inside", error)
        return "handled"

def drive():
    generator = place()
    try:
        print("yielded", next(generator))
        while True:
            print("yielded", generator.send("key"))
    except StopIteration as stop:
        print("returned", stop.value)
    except Exception as error:
        print("raised", repr(error), repr(error.__cause__))

def throw():
    table.clear()
    generator = place()
    try:
        next(generator)
        print("yielded", generator.throw(ValueError("thrown")))
    except StopIteration as stop:
        print("returned", stop.value)
    except Exception as error:
        print("raised", repr(error))

def close():
    table.clear()
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
