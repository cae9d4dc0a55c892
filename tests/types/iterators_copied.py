# Iterators and other objects say how they are made again, and take a place.
def again(object):
    function, arguments, *state = object.__reduce__()
    copy = function(*arguments)
    if state and state[0] is not None:
        copy.__setstate__(state[0])
    return copy


class Items:
    def __getitem__(self, place):
        if place > 2:
            raise IndexError
        return place

    def __len__(self):
        return 3


makers = [
    lambda: iter([1, 2, 3]),
    lambda: iter((1, 2, 3)),
    lambda: iter("abc"),
    lambda: iter("aéb"),
    lambda: iter(b"abc"),
    lambda: iter(bytearray(b"abc")),
    lambda: iter(range(0, 9, 3)),
    lambda: reversed(range(0, 9, 3)),
    lambda: iter(range(1 << 70, (1 << 70) + 3)),
    lambda: iter({1, 2, 3}),
    lambda: iter({1: 2, 3: 4}),
    lambda: iter({1: 2, 3: 4}.items()),
    lambda: reversed({1: 2, 3: 4}),
    lambda: reversed([1, 2, 3]),
    lambda: reversed(Items()),
    lambda: iter(Items()),
    lambda: iter(iter([1, 2, 3, 4]).__next__, 4),
]
for make in makers:
    kept = make()
    out = []
    for _ in range(4):
        out.append(list(again(kept)) if "callable" not in type(kept).__name__ else "")
        next(kept, None)
    print(type(kept).__name__, out)

for make in (lambda: iter([1, 2, 3]), lambda: iter("abé"), lambda: iter(range(3)), lambda: reversed((1, 2, 3)), lambda: iter(Items())):
    for place in (1, -5, 100):
        iterator = make()
        iterator.__setstate__(place)
        print(list(iterator), end=" ")
    try:
        make().__setstate__("x")
    except TypeError as error:
        print(error)

print(iter([]).__reduce__()[1], iter(()).__reduce__()[1], iter("").__reduce__()[1])
print(enumerate([1], 5).__reduce__()[1][1], zip([1], strict=True).__reduce__()[2], map(len, []).__reduce__()[1][0])
z = zip([1], [])
z.__setstate__(True)
try:
    list(z)
except ValueError as error:
    print(error)


class Subset(set):
    pass


s = Subset([1])
s.x = 1
print({1, 2}.__reduce__(), frozenset([3]).__reduce__(), s.__reduce__())
print(range(3).__reduce__(), slice(1).__reduce__(), list[int].__reduce__())
print([].append.__reduce__(), len.__reduce__(), int.__add__.__reduce__())
for closed in (memoryview(b""), type.__dict__, property(), classmethod(len), {}.keys()):
    try:
        closed.__reduce_ex__(2)
    except TypeError as error:
        print(str(error).replace("memoryview objects", "'memoryview' object"))
print(iter(Items()).__length_hint__())
