# Too many arguments are counted, with the defaults told.
def none(): pass
def one(a): pass
def optional(a, b=1): pass
def named(a, *, b=1): pass
def method_like(self, a=1, b=2): pass

for call in (
    lambda: none(1),
    lambda: one(1, 2),
    lambda: optional(1, 2, 3),
    lambda: named(1, 2),
    lambda: named(1, 2, b=3),
    lambda: method_like(1, 2, 3, 4),
):
    try:
        call()
    except TypeError as error:
        print(error)
        # expect: none() takes 0 positional arguments but 1 was given
        # expect: one() takes 1 positional argument but 2 were given
        # expect: optional() takes from 1 to 2 positional arguments but 3 were given
        # expect: named() takes 1 positional argument but 2 were given
        # expect: named() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
        # expect: method_like() takes from 1 to 3 positional arguments but 4 were given
