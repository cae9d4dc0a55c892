# What is said of a name shows it as it is, also where it is no text that a file could hold.
import types


def attempt(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


class Empty:
    pass


name = '\ud800'
attempt(lambda: getattr(range(3), name))         # expect: AttributeError "'range' object has no attribute '\ud800'"
attempt(lambda: setattr(1, name, 1))             # expect: AttributeError "'int' object has no attribute '\ud800' and no __dict__ for setting new attributes"
attempt(lambda: getattr(Empty, name))            # expect: AttributeError "type object 'Empty' has no attribute '\ud800'"
attempt(lambda: delattr(Empty(), name))          # expect: AttributeError "'Empty' object has no attribute '\ud800'"
attempt(lambda: getattr(types.ModuleType('m'), name))   # expect: AttributeError "module 'm' has no attribute '\ud800'"
attempt(lambda: attempt(**{name: 1}))            # expect: TypeError "attempt() got an unexpected keyword argument '\ud800'"
attempt(lambda: print(**{name: 1}))              # expect: TypeError "print() got an unexpected keyword argument '\ud800'"
attempt(lambda: __import__(name))                # expect: ModuleNotFoundError "No module named '\\ud800'"
attempt(lambda: float.fromhex(name))             # expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
attempt(lambda: open('/dev/null', name))         # expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
attempt(lambda: compile('1', '', name))          # expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
# By the rules of plain objects a class is one like others.
attempt(lambda: object.__getattribute__(Empty, 'missing'))   # expect: AttributeError "'type' object has no attribute 'missing'"

# What an exception says keeps them too.
print(ascii(str(ValueError(name))), ascii(f'{OSError(name)}'))   # expect: '\ud800' '\ud800'
print(ascii(str(ExceptionGroup(name, [KeyError(name)]))))        # expect: '\ud800 (1 sub-exception)'
