# Rules that random programs found.
class T(tuple): pass
try:
    try: 1 / 0
    except T(): pass
    except T([KeyError, ZeroDivisionError]): print('caught')  # expect: caught
finally:
    pass
v = bytearray(b'0123456789')
v[7::-2] = b''
print(v)  # expect: bytearray(b'024689')
try: v += v
except BufferError as e: print(e, v)  # expect: Existing exports of data: object cannot be re-sized bytearray(b'024689')
class W(set): pass
class F(frozenset): pass
class I(int): pass
def attempt(action):
    try: return action()
    except Exception as e: return f'{type(e).__name__}: {e}'
print(attempt(lambda: W(1, 2)), attempt(lambda: F(1, 2)))  # expect: TypeError: W expected at most 1 argument, got 2 TypeError: F expected at most 1 argument, got 2
print(attempt(lambda: I(1, 2, 3)), attempt(lambda: int(1, 2, 3)))  # expect: TypeError: int() takes at most 2 arguments (3 given) TypeError: int expected at most 2 arguments, got 3
print(attempt(lambda: complex('a😀_')), attempt(lambda: complex('1_')))  # expect: ValueError: complex() arg is a malformed string ValueError: could not convert string to complex: '1_'
print(attempt(lambda: b'%i' % 'a'), attempt(lambda: '%i' % 'a'))  # expect: TypeError: %d format: a real number is required, not str TypeError: %i format: a real number is required, not str
print(f"{'a\x41' = !s}", rf"{'a\x41' = !s}")  # expect: 'aA' = aA 'a\x41' = aA
for namespace in (None, 1, 'a', ()):
    class M(type):
        @classmethod
        def __prepare__(cls, *a): return namespace
    try:
        class A(metaclass=M): pass
    except TypeError as e: print(e)
# expect: M.__prepare__() must return a mapping, not NoneType
# expect: M.__prepare__() must return a mapping, not int
# expect: string indices must be integers, not 'str'
# expect: tuple indices must be integers or slices, not str
print(attempt(lambda: open('x', None)), attempt(lambda: open({1}, 'zz')))  # expect: TypeError: open() argument 'mode' must be str, not None TypeError: expected str, bytes or os.PathLike object, not set
print(attempt(lambda: open('x', 'b', encoding=5)))  # expect: TypeError: open() argument 'encoding' must be str or None, not int
print(ascii(attempt(lambda: b'0'.decode('\ud800'))))  # expect: "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
print(list[attempt], tuple[len, None], attempt(lambda: setattr(int, "a'b", 1)))  # expect: list[__main__.attempt] tuple[len, None] TypeError: cannot set "a'b" attribute of immutable type 'int'
class Truncated:
    def __trunc__(self): return 3
print(attempt(lambda: '%d' % Truncated()), '%d %x' % (True, 255), attempt(lambda: '%d' % 1j))  # expect: TypeError: %d format: a real number is required, not Truncated 1 ff TypeError: %d format: a real number is required, not complex
