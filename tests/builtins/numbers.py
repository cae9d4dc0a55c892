# abs, divmod, pow, round, hex and friends.
print(abs(-5))  # expect: 5
print(abs(-2.5))  # expect: 2.5
print(abs(3 + 4j))  # expect: 5.0
print(divmod(7, 2))  # expect: (3, 1)
print(pow(2, 3))  # expect: 8
print(round(2.567, 1))  # expect: 2.6
print(hex(255))  # expect: 0xff
print(oct(8))  # expect: 0o10
print(bin(5))  # expect: 0b101
print(chr(65))  # expect: A
print(ord("A"))  # expect: 65
print(int("7"))  # expect: 7
print(float("1.5"))  # expect: 1.5
print(bool([]))  # expect: False
print(complex(1, 2))  # expect: (1+2j)
for f in (lambda: abs("a"), lambda: round("a"), lambda: divmod(1, "a"), lambda: hex("a")):
    try:
        f()
    except TypeError as error:
        print(error)
        # expect: bad operand type for abs(): 'str'
        # expect: type str doesn't define __round__ method
        # expect: unsupported operand type(s) for divmod(): 'int' and 'str'
        # expect: 'str' object cannot be interpreted as an integer
