# Names that no variable can have.
import os

for name in ("a=b", 5):
    for use in (os.environ.__getitem__, os.environ.__delitem__):
        try:
            use(name)
        except (OSError, KeyError, TypeError) as error:
            print(type(error).__name__, error)
# expect: KeyError 'a=b'
# expect: OSError [Errno 22] Invalid argument
# expect: TypeError str expected, not int
# expect: TypeError str expected, not int
