# Variable annotations are kept at module and class level.
x: int = 5
y: "list[str]"
print(x, __annotations__)  # expect: 5 {'x': <class 'int'>, 'y': 'list[str]'}
class C:
    a: int
    b: str = "b"
print(C.__annotations__, C.b, hasattr(C, "a"))  # expect: {'a': <class 'int'>, 'b': <class 'str'>} b False
def f():
    z: undefined_is_fine = 1
    return z
print(f())  # expect: 1
