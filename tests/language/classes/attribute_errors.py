# A missing attribute is named, and the nearest one suggested at the top.
class Box:
    width = 3
b = Box()
try:
    b.height
except AttributeError as error:
    print(error)  # expect: 'Box' object has no attribute 'height'
try:
    Box.height
except AttributeError as error:
    print(error)  # expect: type object 'Box' has no attribute 'height'
try:
    None.x
except AttributeError as error:
    print(error)  # expect: 'NoneType' object has no attribute 'x'
try:
    (5).x = 1
except AttributeError as error:
    print(error)  # expect: 'int' object has no attribute 'x' and no __dict__ for setting new attributes
try:
    del b.height
except AttributeError as error:
    print(error)  # expect: 'Box' object has no attribute 'height'
