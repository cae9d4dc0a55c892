# Attributes looked up and classified without running the code of descriptors and metaclasses.
import inspect
import types


class Watched:
    a = "of the class"

    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError(name)

    @property
    def value(self):
        print("computed")


watched = Watched()
print(inspect.getattr_static(watched, "a"), inspect.getattr_static(watched, "none", "missing"))
# expect: of the class missing
print([name for name, value in inspect.getmembers_static(watched) if name[:2] != "__"])  # expect: ['a', 'value']


class Hidden(dict):
    a = "of the class"

    @property
    def __dict__(self):
        print("asked")


hidden = Hidden()
print(inspect.getattr_static(hidden, "a"))  # expect: of the class


class Meta(type):
    served = "by the metaclass"

    def __dir__(cls):
        return ["__class__", "served", "asked"]

    def __getattr__(cls, name):
        if name == "asked":
            return 42
        raise AttributeError(name)


class Served(metaclass=Meta):
    pass


for attribute in inspect.classify_class_attrs(Served):
    if attribute.name != "__class__":
        print(attribute)
# expect: Attribute(name='asked', kind='data', defining_class=<class '__main__.Meta'>, object=42)
# expect: Attribute(name='served', kind='data', defining_class=<class '__main__.Meta'>, object='by the metaclass')
kinds = {attribute.name: attribute.kind for attribute in inspect.classify_class_attrs(int)}
print(kinds["__new__"], kinds["from_bytes"], kinds["real"], kinds["bit_length"], sep=", ")
# expect: static method, class method, data, method


class Base:
    pass


class Left(Base):
    pass


class Right(Base):
    pass


print(inspect.getclasstree([Left, Right, Base])[1][0][0].__name__)  # expect: Base
print([each[0].__name__ for each in inspect.getclasstree([Left, Right, Base])[1][1]])  # expect: ['Left', 'Right']


class Documented:
    __slots__ = {"power": "measured in kilowatts"}


print(inspect.getdoc(Documented.power))  # expect: measured in kilowatts
print(inspect.isroutine(object().__init__), inspect.ismethoddescriptor(types.FunctionType))  # expect: True False
