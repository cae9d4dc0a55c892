class Meta(type):
    def __getattr__(cls, name):
        print(name, end=" ")
        return 5


class A(metaclass=Meta):
    pass


print(A | None)  # expect: __origin__ __args__ <class '__main__.A'> | None


class S:
    def __len__(self):
        print("len", end=" ")
        return 0

    def __getitem__(self, index):
        raise IndexError


print(list(reversed(S())))  # expect: len len []
print(list(iter(S())))  # expect: len []
