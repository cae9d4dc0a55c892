# close() raises GeneratorExit in the generator.
def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closing")  # expect: closing
        raise
    finally:
        print("finally")  # expect: finally
it = g()
next(it)
print(it.close())  # expect: None
print(it.close(), list(it))  # expect: None []
def value():
    try:
        yield
    except GeneratorExit:
        return "given back"
it = value()
next(it)
print(it.close())  # expect: given back
def stubborn():
    try:
        yield
    except GeneratorExit:
        yield "no"
it = stubborn()
next(it)
try:
    it.close()
except RuntimeError as error:
    print(error)  # expect: generator ignored GeneratorExit
