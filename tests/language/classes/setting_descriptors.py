# A descriptor that only sets leaves reading to the instance; a property's text and its getters.
class Typed:
    def __init__(self, name):
        self.name = name

    def __set__(self, instance, value):
        print("set", value)
        instance.__dict__[self.name] = value


class P:
    x = Typed("x")


p = P()
print(type(p.x).__name__)
p.x = 3
print(p.x, vars(p))
p.__dict__["x"] = 4
print(p.x)


class Deleting:
    def __delete__(self, instance):
        print("deleted")


class Q:
    y = Deleting()


q = Q()
q.__dict__["y"] = 5
print(q.y)
del q.y
try:
    q.y = 6
except AttributeError as error:
    print(error)


class C:
    foo = property(doc="hello")

    @foo.getter
    def foo(self):
        "text of the getter"
        return 1

    @property
    def bar(self):
        "first"

    @bar.getter
    def bar(self):
        "second"

    @bar.setter
    def bar(self, value):
        "of the setter"


print(C.foo.__doc__, C.bar.__doc__, C.bar.getter(None).__doc__)
