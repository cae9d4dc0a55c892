# What happens when keys or values change a dictionary that is being taken over.
class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        hook()
        return self.n == getattr(other, 'n', None)

    def __repr__(self):
        return f'K{self.n}'


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


hook = lambda: None
source = {Key(1): 1, Key(2): 2}
target = {Key(3): 3}
hook = lambda: source.setdefault('more', 0)
show(lambda: target.update(source))             # expect: RuntimeError dict mutated during update
hook = lambda: None
source = {Key(1): 1, Key(2): 2}
hook = lambda: source.clear()
show(lambda: target.update(source))             # expect: RuntimeError dict mutated during update


def asked():
    raise LookupError('asked')


hook = lambda: None
source = {Key(1): 1, Key(2): 2}
hook = asked
print({}.__or__(source), dict(source), {**source})
# expect: {K1: 1, K2: 2} {K1: 1, K2: 2} {K1: 1, K2: 2}
show(lambda: dict(**source))                    # expect: TypeError keywords must be strings
show(lambda: (lambda **k: k)(**source))         # expect: TypeError keywords must be strings

# Lists are compared by what is in them when two items differ.
class Swaps:
    def __eq__(self, other):
        a[0] = 5
        return False


a = [Swaps()]
print(a < [7], a)                               # expect: True [5]
show(lambda: int.__new__(bool, 0))              # expect: TypeError int.__new__(bool) is not safe, use bool.__new__()
