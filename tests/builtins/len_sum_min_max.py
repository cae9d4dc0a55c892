# len, sum, min and max.
print(len("abc"))  # expect: 3
print(len({}))  # expect: 0
print(sum([1, 2.5]))  # expect: 3.5
print(sum([], 5))  # expect: 5
print(sum([[1], [2]], []))  # expect: [1, 2]
print(sum(range(101)))  # expect: 5050
print(min(3, 1, 2))  # expect: 1
print(max([1, 5, 2]))  # expect: 5
print(min("b", "a"))  # expect: a
print(max({}, default="none"))  # expect: none
print(max("aa", "b", key=len))  # expect: aa
print(min([3, -4], key=abs))  # expect: 3
print(sum([0.1] * 10))  # expect: 1.0
print(sum([2 ** 62, 2 ** 62]))  # expect: 9223372036854775808
for f in (
    lambda: len(5),
    lambda: min([]),
    lambda: max(),
    lambda: sum(["a"]),
    lambda: sum(["a"], ""),
    lambda: min(1),
    lambda: max(1, "a"),
):
    try:
        f()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        # expect: TypeError object of type 'int' has no len()
        # expect: ValueError min() iterable argument is empty
        # expect: TypeError max expected at least 1 argument, got 0
        # expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
        # expect: TypeError sum() can't sum strings [use ''.join(seq) instead]
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError '>' not supported between instances of 'str' and 'int'
