class Hooked:
    __slots__ = ()

    def __delattr__(self, name):
        super().__delattr__(name)


class Plain:
    __slots__ = ()


for kind in (Hooked, Plain):
    try:
        kind().x = 1
    except AttributeError as e:
        print(e)
    # expect: 'Hooked' object has no attribute 'x'
    # expect: 'Plain' object has no attribute 'x' and no __dict__ for setting new attributes
