# The operators of built-in types called as methods.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


print((5).__add__(2), (5).__add__(2.5), (5).__radd__(2), (5).__rsub__(2))  # expect: 7 NotImplemented 7 -3
print((1.5).__add__(2), (1.5).__add__("a"), (2j).__mul__(2))  # expect: 3.5 NotImplemented 4j
print((7).__divmod__(2), (2).__pow__(3, 5), (2).__rpow__(3))  # expect: (3, 1) 3 9
print(True.__and__(False), True.__and__(3), (6).__invert__())  # expect: False 1 -7
print("abc".__len__(), "abc".__contains__("b"), "abc".__getitem__(1))  # expect: 3 True b
print("a".__mul__(3), "a".__rmul__(3), "%s!".__mod__(1))  # expect: aaa aaa 1!
print((5).__repr__(), "a".__str__(), (0).__bool__(), None.__bool__())  # expect: 5 a False False
print([1].__eq__([1]), [1].__eq__((1,)), [1].__lt__([2]))  # expect: True NotImplemented True
attempt(lambda: [].__add__(1))  # expect: TypeError: can only concatenate list (not "int") to list
attempt(lambda: "a".__mul__("b"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(lambda: int.__add__("a", 1))  # expect: TypeError: descriptor '__add__' requires a 'int' object but received a 'str'
attempt(lambda: str.upper(5))  # expect: TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
attempt(lambda: str.upper())  # expect: TypeError: unbound method str.upper() needs an argument


class Loud(str):
    def __add__(self, other):
        return super().__add__(other).upper()

    def __len__(self):
        return super().__len__() * 10


print(Loud("ab") + "c", len(Loud("ab")), Loud("ab").upper())  # expect: ABC 20 AB
