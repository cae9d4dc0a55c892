# A descriptor in a comparison's place that gives nothing says nothing of the objects; what else classes alone are asked for.
import inspect
import operator
import sys
import weakref


class Silent:
    @property
    def __eq__(self):
        raise AttributeError("none")

    __hash__ = None


print(Silent() == Silent(), Silent() != Silent())  # expect: False True


class Keys(dict):
    def __getattr__(self, name):
        return self[name]


keys = Keys()
print("Keys" in repr(weakref.ref(keys)))  # expect: True


class Named:
    pass


try:
    Named.__name__ = "A\0B"
except ValueError as error:
    print(error)  # expect: type name must not contain null characters
print(inspect.signature(operator.attrgetter), inspect.signature(operator.methodcaller))
# expect: (attr, /, *attrs) (name, /, *args, **kwargs)
try:
    sys.setswitchinterval("soon")
except TypeError as error:
    print(error)  # expect: must be real number, not str
stdout = sys.stdout
del sys.stdout
try:
    sys.displayhook(1)
except RuntimeError as error:
    sys.stdout = stdout
    print(error)  # expect: lost sys.stdout


class Marked(super):
    pass


class Upper:
    def name(self):
        return "Upper"


class Lower(Upper):
    def name(self):
        return type(self.above).__name__ + " " + self.above.name()


# A descriptor of a subclass of `super` gives one of its own.
Lower.above = Marked(Lower)
print(Lower().name())  # expect: Marked Upper
