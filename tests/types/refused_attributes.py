# What deleting an attribute that is not there says, and changing what cannot be changed.
import types
def f(): pass
class S: __slots__ = ('y',)
class D: pass
def attempt(action):
    try: action()
    except Exception as e: return f'{type(e).__name__}: {e}'
print(attempt(lambda: delattr(f, 'zz')))  # expect: AttributeError: 'function' object has no attribute 'zz'
print(attempt(lambda: delattr(S(), 'zz')))  # expect: AttributeError: 'S' object has no attribute 'zz' and no __dict__ for setting new attributes
print(attempt(lambda: delattr(S(), 'y')))  # expect: AttributeError: y
print(attempt(lambda: delattr(D(), 'zz')))  # expect: AttributeError: 'D' object has no attribute 'zz'
print(attempt(lambda: delattr(ValueError(), 'zz')))  # expect: AttributeError: 'ValueError' object has no attribute 'zz'
print(attempt(lambda: delattr(types, 'zz')))  # expect: AttributeError: 'module' object has no attribute 'zz'
print(attempt(lambda: delattr(int, '__name__')))  # expect: TypeError: cannot set '__name__' attribute of immutable type 'int'
print(attempt(lambda: setattr(int, '__class__', 1)))  # expect: TypeError: cannot set '__class__' attribute of immutable type 'int'
print(attempt(lambda: setattr(int, 'zz', 1)))  # expect: TypeError: cannot set 'zz' attribute of immutable type 'int'
print(attempt(lambda: __import__("b'a'")))  # expect: ModuleNotFoundError: No module named "b'a'"
print(attempt(lambda: __import__('os.\t')))  # expect: ModuleNotFoundError: No module named 'os.\t'; 'os' is not a package
