# Classes nest, and may be made in functions.
class Outer:
    class Inner:
        value = 1
print(Outer.Inner.value, Outer.Inner.__qualname__, Outer.Inner)  # expect: 1 Outer.Inner <class '__main__.Outer.Inner'>
def make(n):
    class Local:
        number = n
    return Local
print(make(3).number)  # expect: 3
print(make(4)().number)  # expect: 4
print(make(1).__qualname__)  # expect: make.<locals>.Local
print(make(1) is make(1))  # expect: False
