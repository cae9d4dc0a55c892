# Methods of dict.
d = {"a": 1}
print(d.get("a"))  # expect: 1
print(d.get("x"))  # expect: None
print(d.get("x", 0))  # expect: 0
print(d.setdefault("b", []))  # expect: []
print(d.setdefault("a", 9))  # expect: 1
print(d)  # expect: {'a': 1, 'b': []}
print(d.pop("a"), d.pop("a", "gone"), d.popitem(), d)  # expect: 1 gone ('b', []) {}
d.update({"x": 1}, y=2)
d.update([("z", 3)])
print(d, d.copy() == d, dict.fromkeys("ab", 0), dict.fromkeys([1]))  # expect: {'x': 1, 'y': 2, 'z': 3} True {'a': 0, 'b': 0} {1: None}
d.clear()
print(d)  # expect: {}
for f in (
    lambda: {}.pop("k"),
    lambda: {}.popitem(),
    lambda: {}.update(5),
    lambda: {}.update([1]),
    lambda: {}.update([(1, 2, 3)]),
    lambda: dict([1]),
    lambda: {}.get(),
):
    try:
        f()
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
        # expect: KeyError 'k'
        # expect: KeyError 'popitem(): dictionary is empty'
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
        # expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
        # expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
        # expect: TypeError get expected at least 1 argument, got 0
