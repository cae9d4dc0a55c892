# The right operand is asked when the left one does not know the operation.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Metres:
    def __init__(self, count):
        self.count = count

    def __add__(self, other):
        if isinstance(other, Metres):
            return f"{self.count + other.count} m"
        return NotImplemented

    def __radd__(self, other):
        return f"{other} + {self.count} m"

    def __rsub__(self, other):
        return f"{other} - {self.count} m"

    def __rmul__(self, other):
        return f"{other} * {self.count} m"

    def __rpow__(self, other):
        return f"{other} ** {self.count} m"

    def __rdivmod__(self, other):
        return f"divmod({other}, {self.count} m)"


print(Metres(1) + Metres(2))  # expect: 3 m
print(5 + Metres(1))  # expect: 5 + 1 m
print("x" + Metres(1))  # expect: x + 1 m
print([1] + Metres(1))  # expect: [1] + 1 m
print((1, 2) * Metres(3))  # expect: (1, 2) * 3 m
print(1.5 - Metres(2))  # expect: 1.5 - 2 m
print(2 ** Metres(3))  # expect: 2 ** 3 m
print(divmod(7, Metres(2)))  # expect: divmod(7, 2 m)
attempt(lambda: Metres(1) + 5)  # expect: TypeError: unsupported operand type(s) for +: 'Metres' and 'int'
attempt(lambda: Metres(1) - 5)  # expect: TypeError: unsupported operand type(s) for -: 'Metres' and 'int'
attempt(lambda: Metres(1) * 5)  # expect: TypeError: unsupported operand type(s) for *: 'Metres' and 'int'
attempt(lambda: None / Metres(1))  # expect: TypeError: unsupported operand type(s) for /: 'NoneType' and 'Metres'
