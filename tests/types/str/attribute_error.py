# A method that does not exist.
try:
    "a".push
except AttributeError as error:
    print(error)  # expect: 'str' object has no attribute 'push'
try:
    "a".append("b")
except AttributeError as error:
    print(error)  # expect: 'str' object has no attribute 'append'
