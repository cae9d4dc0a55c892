# What methods assign to self is noted on the class.
class A:
    def __init__(self):
        self.a = 1
        self.b += 1
        self.c: int = 3
        self.d: int
        for self.e in []:
            pass
        (self.h, [self.i, *self.j]) = 1
        del self.k

        def inner():
            self.l = 2

        class In:
            def m(self):
                self.inn = 3

        lambda: [0 for self.n in []]

    def meth(me):
        me.p = 1
        self.q = 1
        self.__private = 2


class E:
    pass


print(A.__static_attributes__)
print(E.__static_attributes__, list(E.__dict__))


class Order(type):
    def __new__(cls, name, bases, namespace):
        print(list(namespace))
        return super().__new__(cls, name, bases, namespace)


class F(metaclass=Order):
    "doc"
    x = 1

    def f(self):
        self.y = super()
