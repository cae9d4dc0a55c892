"""Classes of tuples whose items have names, as the system's structures have them."""


def _getter(place):
    return property(lambda self: self[place])


def _extra(name):
    return property(lambda self: self.__dict__.get(name))


def fields(module, name, visible, hidden=(), doc=None):
    """Make such a class; what is hidden is no item, and None where it was not given."""

    def __new__(cls, iterable=(), /, dict={}):
        items = tuple(iterable)
        if not len(visible) <= len(items) <= len(visible) + len(hidden):
            if hidden:
                kind = "at least" if len(items) < len(visible) else "at most"
                wanted = len(visible) if len(items) < len(visible) else len(visible) + len(hidden)
                raise TypeError(f"{module}.{name}() takes an {kind} {wanted}-sequence ({len(items)}-sequence given)")
            raise TypeError(f"{module}.{name}() takes a {len(visible)}-sequence ({len(items)}-sequence given)")
        made = tuple.__new__(cls, items[:len(visible)])
        if hidden:
            made.__dict__.update(zip(hidden, items[len(visible):]))
            made.__dict__.update((key, dict[key]) for key in hidden if key in dict)
        return made

    def __setattr__(self, key, value):
        if key in visible or key in hidden:
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'{module}.{name}' object has no attribute {key!r}")

    def __repr__(self):
        return f"{module}.{name}({', '.join(f'{key}={value!r}' for key, value in zip(visible, self))})"

    def __reduce__(self):
        return type(self), (tuple(self), {key: self.__dict__.get(key) for key in hidden} if hidden else {})

    def __replace__(self, /, **changes):
        unknown = [key for key in changes if key not in visible and key not in hidden]
        if unknown:
            raise TypeError(f"Got unexpected field name(s): {unknown!r}")
        items = [changes.get(key, value) for key, value in zip(visible, self)]
        return type(self)(items, {key: changes.get(key, self.__dict__.get(key)) for key in hidden} if hidden else {})

    members = {
        "__new__": __new__, "__repr__": __repr__, "__reduce__": __reduce__, "__replace__": __replace__,
        "__module__": module, "__doc__": doc, "__match_args__": tuple(visible), "n_fields": len(visible) + len(hidden),
        "n_sequence_fields": len(visible), "n_unnamed_fields": 0,
    }
    for method in (__new__, __repr__, __reduce__, __replace__):
        method.__module__, method.__qualname__ = module, f"{name}.{method.__name__}"
    members.update((key, _getter(place)) for place, key in enumerate(visible))
    members.update((key, _extra(key)) for key in hidden)
    if hidden:
        members["__setattr__"] = __setattr__
    else:
        members["__slots__"] = ()
    return type(tuple)(name, (tuple,), members)
