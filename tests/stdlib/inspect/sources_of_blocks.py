# Where a definition begins and ends: decorators, comments and brackets.
import inspect


def same(thing):
    return thing


@same
@same
def decorated():
    return 1
    # in the body
  # outside
# below


@same
class Decorated:
    def method(self): pass


nested = (
    lambda: (
        1))
after = 2
print(decorated.__code__.co_firstlineno, Decorated.__firstlineno__, Decorated.method.__code__.co_firstlineno)
# expect: 9 18 20
print(inspect.getsource(decorated), end="")
# expect: @same
# expect: @same
# expect: def decorated():
# expect:     return 1
# expect:     # in the body
print(inspect.getsource(nested), end="")
# expect:     lambda: (
# expect:         1))


class Without:
    pass


del Without.__firstlineno__
Without.__firstlineno__ = 1000
for wrong in (Without, type("Made", (), {"__module__": __name__})):
    try:
        inspect.getsource(wrong)
    except OSError as error:
        print(error)
# expect: lineno is out of bounds
# expect: source code not available
