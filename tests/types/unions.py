# Unions and parametrised built-in types.
print(int | str)  # expect: int | str
print(int | None)  # expect: int | None
print(list[int])  # expect: list[int]
print(dict[str, list[int]])  # expect: dict[str, list[int]]
print(tuple[int, ...])  # expect: tuple[int, ...]
print((int | str) == (str | int))  # expect: True
print(list[int]([1]))  # expect: [1]
print(type(int | str).__name__)  # expect: UnionType
