# Dicts compare by content, and are not ordered.
print({"a": 1, "b": 2} == {"b": 2, "a": 1})  # expect: True
print({"a": 1} == {"a": 1.0})  # expect: True
print({1: 2} != {1: 3})  # expect: True
print({} == [])  # expect: False
print({1: [1]} == {1: [1]})  # expect: True
try:
    {} < {}
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'dict' and 'dict'
