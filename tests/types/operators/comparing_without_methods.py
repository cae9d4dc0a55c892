# What comparisons do where a class says nothing or NotImplemented.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Plain:
    pass


class Silent:
    def __eq__(self, other):
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented


class Even:
    def __eq__(self, other):
        return other % 2 == 0


one, two = Plain(), Plain()
print(one == one, one == two, one != two, one != one)  # expect: True False True False
attempt(lambda: one < two)  # expect: TypeError: '<' not supported between instances of 'Plain' and 'Plain'
print(Silent() == Silent(), Silent() != Silent())  # expect: False True
attempt(lambda: Silent() < Silent())  # expect: TypeError: '<' not supported between instances of 'Silent' and 'Silent'
attempt(lambda: Silent() < 1)  # expect: TypeError: '<' not supported between instances of 'Silent' and 'int'
attempt(lambda: 1 <= Silent())  # expect: TypeError: '<=' not supported between instances of 'int' and 'Silent'
print(Even() == 4, Even() != 4, 4 == Even(), 3 != Even())  # expect: True False True True
attempt(lambda: hash(Even()))  # expect: TypeError: unhashable type: 'Even'
attempt(lambda: {Even(): 1})  # expect: TypeError: unhashable type: 'Even'
print(1 == "1", [] == (), None == 0, b"a" == "a")  # expect: False False False False
attempt(lambda: [] < ())  # expect: TypeError: '<' not supported between instances of 'list' and 'tuple'
attempt(lambda: [1, "a"] < [1, 2])  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
print([1, "a"] < [2, 2], (1, 2) < (1, 2, 0), "abc" < "abd")  # expect: True True True
print(2**53 + 1 == float(2**53), 10**400 > 1e308, 10**400 < float("inf"))  # expect: False True True
print((1).__lt__(1.5), (1.5).__gt__(1), (1).__eq__("1"))  # expect: NotImplemented True NotImplemented
