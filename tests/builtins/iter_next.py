# iter and next in their forms.
it = iter([1, 2])
print(next(it), next(it), next(it, "end"))  # expect: 1 2 end
values = iter([3, 2, 0, 5])
print(list(iter(lambda: next(values), 0)))  # expect: [3, 2]
try:
    next(iter([]))
except StopIteration as error:
    print(repr(error))  # expect: StopIteration()
for f in (lambda: iter(5), lambda: next([]), lambda: next(5)):
    try:
        f()
    except TypeError as error:
        print(error)
        # expect: 'int' object is not iterable
        # expect: 'list' object is not an iterator
        # expect: 'int' object is not an iterator
print(iter([]))  # expect: <list_iterator object at 0x...>
print(iter(()))  # expect: <tuple_iterator object at 0x...>
print(iter({}))  # expect: <dict_keyiterator object at 0x...>
print(iter("a"))  # expect: <str_ascii_iterator object at 0x...>
print(iter(range(1)))  # expect: <range_iterator object at 0x...>
print(iter(set()))  # expect: <set_iterator object at 0x...>
print(iter({}.items()))  # expect: <dict_itemiterator object at 0x...>
