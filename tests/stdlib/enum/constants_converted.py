# Constants of a module become members; `super().__new__` is refused while members are made.
import enum
import inspect

LEVEL_LOW = 1
LEVEL_HIGH = 2
LEVEL_TOP = 2
Level = enum.IntEnum._convert_("Level", __name__, lambda name: name.startswith("LEVEL_"))
print(list(Level), LEVEL_TOP is Level.LEVEL_HIGH)  # expect: [<Level.LEVEL_LOW: 1>, <Level.LEVEL_HIGH: 2>] True

try:
    class Wrong(enum.Enum):
        def __new__(cls, value):
            return super().__new__(cls, value)
        ONE = 1
except TypeError as error:
    print(error)
# expect: do not use `super().__new__; call the appropriate __new__ directly

given = enum.auto()
given.value = "given"


class Mixed(enum.Enum):
    A = given
    def _generate_next_value_(name, start, count, last):
        return name
    B = enum.auto()


print([member.value for member in Mixed])  # expect: ['given', 'B']
print(inspect.signature(Mixed))  # expect: (*values)
print(inspect.signature(enum.Enum))
# expect: (new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)
