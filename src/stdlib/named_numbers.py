"""Classes of whole numbers that have names, for constants of the system."""


class _Kind(type):
    """Looks like an enumeration: its members can be iterated, and looked up by name and by number."""

    def __iter__(cls):
        return iter(cls._by_number.values())

    def __len__(cls):
        return len(cls._by_number)

    def __contains__(cls, value):
        return value in cls._by_number

    def __getitem__(cls, name):
        return cls.__members__[name]

    def __repr__(cls):
        return f'<enum {cls.__name__!r}>'


class Named(int, metaclass=_Kind):
    """A number with a name."""

    _by_number = {}

    def __new__(cls, value):
        found = cls._by_number.get(value)
        if found is None:
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        return found

    @property
    def value(self):
        return int(self)

    def __repr__(self):
        return f'<{type(self).__name__}.{self.name}: {int(self)}>'

    def __str__(self):
        return int.__repr__(self)

    def __reduce__(self):
        return type(self), (int(self),)


def named(name, members, module):
    """Make a class of named numbers."""
    cls = _Kind(name, (Named,), {'__module__': module, '_by_number': {}, '__members__': {}})
    for key, number in members.items():
        member = int.__new__(cls, number)
        member.name = key
        member = cls._by_number.setdefault(number, member)
        cls.__members__[key] = member
        setattr(cls, key, member)
    return cls
