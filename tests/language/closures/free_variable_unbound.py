# A captured variable that has no value yet.
def f():
    def g():
        return x
    try:
        g()
    except NameError as error:
        print(type(error).__name__, error)  # expect: NameError cannot access free variable 'x' where it is not associated with a value in enclosing scope
    x = 1
    print(g())  # expect: 1
    del x
    try:
        g()
    except NameError as error:
        print(error)  # expect: cannot access free variable 'x' where it is not associated with a value in enclosing scope
f()
