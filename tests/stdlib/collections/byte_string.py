# ByteString is deprecated: who asks about it or derives from it is warned.
import collections.abc
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(isinstance(b'', collections.abc.ByteString), isinstance('', collections.abc.ByteString))  # expect: True False

    class Text(collections.abc.ByteString):
        pass

for warning in caught:
    print(warning.lineno, warning.category.__name__)
# expect: 7 DeprecationWarning
# expect: 7 DeprecationWarning
# expect: 9 DeprecationWarning
print(caught[0].message)  # expect: 'collections.abc.ByteString' is deprecated and slated for removal in Python 3.14
