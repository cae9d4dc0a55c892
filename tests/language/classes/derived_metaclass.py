# type(...) hands over to the metaclass of a base; abstract names live on the class that has them.
class Meta(type):
    def __new__(cls, name, bases, namespace, **extra):
        print("new", cls.__name__, name, extra)
        return super().__new__(cls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **extra):
        print("init", name, extra)


class Base(metaclass=Meta):
    pass


made = type("Made", (Base,), {}, flag=1)
print(type(made))
print(type.__new__(type, "Other", (Base,), {}).__class__)


class Abstract(property):
    __isabstractmethod__ = True


class Holder:
    @Abstract
    def x(self):
        return 1


print(type(Holder.x).__name__, type(Holder.x.setter(None)).__name__, Holder.x.__isabstractmethod__)
print(getattr(type, "__abstractmethods__", "none"))
Holder.__abstractmethods__ = {"x", "y"}
try:
    Holder()
except TypeError as error:
    print(error)
del Holder.__abstractmethods__
print(Holder().x)
for change in (lambda: delattr(Holder, "__abstractmethods__"), lambda: Holder.__abstractmethods__):
    try:
        change()
    except AttributeError as error:
        print(error)
