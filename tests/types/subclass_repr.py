# A subclass of a class that is implemented natively shows its own name.
import array
import collections


class Line(collections.deque):
    pass


class Numbers(array.array):
    pass


print(Line([1, 2], 5), Numbers('i', [1]), Numbers('i'))  # expect: Line([1, 2], maxlen=5) Numbers('i', [1]) Numbers('i')
for value in (collections.deque(), array.array('i')):
    try:
        value < 1
    except TypeError as error:
        print(error)
    # expect: '<' not supported between instances of 'collections.deque' and 'int'
    # expect: '<' not supported between instances of 'array.array' and 'int'
