# type, id and object.
print(type(1))  # expect: <class 'int'>
print(type("a"))  # expect: <class 'str'>
print(type([]))  # expect: <class 'list'>
print(type(None))  # expect: <class 'NoneType'>
print(type(len))  # expect: <class 'builtin_function_or_method'>
print(type(lambda: 0))  # expect: <class 'function'>
print(type(type))  # expect: <class 'type'>
print(type(ValueError()))  # expect: <class 'ValueError'>
print(type(...))  # expect: <class 'ellipsis'>
print(type(range(1)))  # expect: <class 'range'>
print(type({}.keys()))  # expect: <class 'dict_keys'>
print(type(iter([])))  # expect: <class 'list_iterator'>
a = []
print(id(a) == id(a), id(a) != id([]), type(object()).__name__)  # expect: True True object
