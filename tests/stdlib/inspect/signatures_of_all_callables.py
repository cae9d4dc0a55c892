# Where signatures are found, and how arguments are bound to them.
import functools
import inspect
import pickle


class Called:
    @classmethod
    def __init__(cls, b):
        pass


class Meta(type):
    @staticmethod
    def __call__(a):
        return a


class Made(metaclass=Meta):
    def __init__(self, b):
        pass


class Parts:
    def method(self, a, b, *, c):
        pass

    part = functools.partialmethod(method, 1, c=2)


print(inspect.signature(Called), inspect.signature(Made))  # expect: (b) (a)
print(inspect.signature(Parts.part), inspect.signature(Parts().part))  # expect: (self, b, *, c=2) (b, *, c=2)


class Told:
    @staticmethod
    def __signature__():
        return "(told, /, *, how=None)"


print(inspect.signature(Told))  # expect: (told, /, *, how=None)


def text(*args, **kwargs):
    pass


text.__text_signature__ = "($self, a, b=1)"
print(inspect.signature(text))  # expect: (self, /, a, b=1)
text.__text_signature__ = "(a=unknown)"
try:
    inspect.signature(text)
except ValueError as error:
    print(error)
# expect: <function text at 0x...> builtin has invalid signature


def function(a, b=2, /, *rest, c, **others):
    pass


signature = inspect.signature(function)
print(signature.parameters.__class__.__name__, repr(signature.parameters)[:24])  # expect: mappingproxy mappingproxy(OrderedDict
print(signature.bind(1, c=3, b=4))  # expect: <BoundArguments (a=1, c=3, others={'b': 4})>
bound = inspect.Signature([inspect.Parameter("x", inspect.Parameter.POSITIONAL_ONLY)]).bind(1)
print(pickle.loads(pickle.dumps(bound)) == bound)  # expect: True
for wrong in (
    lambda: inspect.signature(lambda a, /, *, b: 0).bind(),
    lambda: inspect.signature(lambda a, /, *, b: 0).bind(1),
    lambda: inspect.signature(lambda a=1, b=2, /: 0).bind(a=1, b=2),
    lambda: inspect.getcallargs(lambda a, b, c: 0),
    lambda: inspect.getcallargs(lambda: 0, 1),
    lambda: inspect.getcallargs(lambda *, c: 0),
):
    try:
        wrong()
    except TypeError as error:
        print(error)
# expect: missing a required argument: 'a'
# expect: missing a required keyword-only argument: 'b'
# expect: got some positional-only arguments passed as keyword arguments: 'a, b'
# expect: <lambda>() missing 3 required positional arguments: 'a', 'b' and 'c'
# expect: <lambda>() takes 0 positional arguments but 1 was given
# expect: <lambda>() missing 1 required keyword-only argument: 'c'
print(dict(sorted(inspect.getcallargs(function, 1, c=3, d=4).items())))
# expect: {'a': 1, 'b': 2, 'c': 3, 'others': {'d': 4}, 'rest': ()}


def frame(x, *more, y=2, **rest):
    values = inspect.getargvalues(inspect.currentframe())
    return inspect.formatargvalues(*values)


print(frame(1, 5, z=3))  # expect: (x=1, y=2, *more=(5,), **rest={'z': 3})


def generic[T](a: "T", b: "list[T]") -> "int":
    pass


print(inspect.get_annotations(generic, eval_str=True))  # expect: {'a': T, 'b': list[T], 'return': <class 'int'>}
print(inspect.iscoroutinefunction(inspect), inspect.isgeneratorfunction(functools.partialmethod(generic)))  # expect: False False
