# What is said of arguments of a wrong type, and of which one first.
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def put(o, k, v):
    o[k] = v
class L(list): pass
class P: pass
class Q(P): pass
t(lambda: delattr([], "zz"))  # expect: AttributeError 'list' object has no attribute 'zz' and no __dict__ for setting new attributes
t(lambda: delattr([], "append"))  # expect: AttributeError 'list' object attribute 'append' is read-only
t(lambda: setattr(Q(), "__weakref__", 1))  # expect: AttributeError attribute '__weakref__' of 'P' objects is not writable
t(lambda: b"a".replace((q for q in ()), {1}))  # expect: TypeError a bytes-like object is required, not 'generator'
t(lambda: int({}, base=89))  # expect: ValueError int() base must be >= 2 and <= 36, or 0
t(lambda: int({}, base=8))  # expect: TypeError int() can't convert non-string with explicit base
v = bytearray(b"abc")
t(lambda: put(v, slice("a"), {"x"}))  # expect: TypeError slice indices must be integers or None or have an __index__ method
t(lambda: put(v, slice(None), 5.5))  # expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
t(lambda: put(v, 99, 2.5))  # expect: TypeError 'float' object cannot be interpreted as an integer
t(lambda: put(v, 99, 256))  # expect: ValueError byte must be in range(0, 256)
t(lambda: put(v, 99, 25))  # expect: IndexError bytearray index out of range
t(lambda: "%d" % L([1]))  # expect: TypeError %d format: a real number is required, not L
t(lambda: b"%s" % L())  # expect: TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'L'
t(lambda: "%f" % L())  # expect: TypeError must be real number, not L
t(lambda: type.__new__(type, None, (), {}))  # expect: TypeError type.__new__() argument 1 must be str, not None
t(lambda: type("a", None, {}))  # expect: TypeError type.__new__() argument 2 must be tuple, not None
t(lambda: type("M", (type,), {})(1))  # expect: TypeError type.__new__() takes exactly 3 arguments (1 given)
t(lambda: format(1, None))  # expect: TypeError format() argument 2 must be str, not None
t(lambda: (1.5).__format__(None))  # expect: TypeError __format__() argument must be str, not None
t(lambda: compile("", "", None))  # expect: TypeError compile() argument 'mode' must be str, not None
t(lambda: float.fromhex(None))  # expect: TypeError bad argument type for built-in operation
t(lambda: bytes.fromhex(None))  # expect: TypeError fromhex() argument must be str, not None
t(lambda: (1).to_bytes(1, None))  # expect: TypeError to_bytes() argument 'byteorder' must be str, not None
t(lambda: ExceptionGroup(None, []))  # expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not None
t(lambda: pow(True, None, 1.5))  # expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
t(lambda: pow(1, 1, 1j))  # expect: ValueError complex modulo
t(lambda: type(len)(1, 2))  # expect: TypeError cannot create 'builtin_function_or_method' instances
t(lambda: type(iter([]))(x=1))  # expect: TypeError cannot create 'list_iterator' instances
t(lambda: print(13, "\ud800"))
# expect: 13 UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
