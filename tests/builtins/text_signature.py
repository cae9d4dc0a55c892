# The parameters of built-in functions, methods and classes as text.
for f in (len, getattr, open, print, sorted, iter, str.find, str.split, str.maketrans, list.sort, list.append, int.to_bytes,
          int.__add__, list.__init__, int.__new__, dict.update, dict.fromkeys, int.from_bytes, object.__init_subclass__,
          type.__prepare__, compile, range.count, slice.indices):
    print(f.__text_signature__)
for c in (int, float, complex, list, tuple, dict, str, object, type, map, zip, enumerate, property, ValueError, range):
    print(c.__name__, c.__text_signature__)


class Own:
    pass


print(Own.__text_signature__)
