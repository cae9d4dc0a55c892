import inspect
import math

print(inspect.signature(len))  # expect: (obj, /)
print(inspect.signature(math.sqrt))  # expect: (x, /)
print(inspect.signature([].append))  # expect: (object, /)
print(inspect.signature(list.append))  # expect: (self, object, /)
print(inspect.signature(dict.fromkeys))  # expect: (iterable, value=None, /)


class C:
    def bare(self):
        pass


print(inspect.getdoc(C.bare), inspect.getdoc(C().bare))  # expect: None None


# First.
# Second.
def commented():
    pass


print(repr(inspect.getcomments(commented)))  # expect: '# First.\n# Second.\n'
print(inspect.getcomments(C))  # expect: None
