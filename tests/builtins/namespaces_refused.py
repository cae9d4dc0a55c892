# What eval and exec take as globals, and what stands for the built-in names.
import types


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


view = types.MappingProxyType({'x': 1})
attempt(lambda: eval('x', view))                          # expect: TypeError globals must be a real dict; try eval(expr, {}, mapping)
attempt(lambda: eval('x', 3))                             # expect: TypeError globals must be a dict
attempt(lambda: eval('x', {}, view))                      # expect: 1
attempt(lambda: exec('x', view))                          # expect: TypeError exec() globals must be a dict, not mappingproxy
attempt(lambda: eval('x', {'__builtins__': view}))        # expect: 1
attempt(lambda: eval('len', {'__builtins__': view}))      # expect: NameError name 'len' is not defined
attempt(lambda: eval('len', {'__builtins__': None}))      # expect: TypeError 'NoneType' object is not subscriptable
attempt(lambda: eval(b'\xae\0'))                          # expect: SyntaxError source code string cannot contain null bytes
