# Augmented assignments: in place where the type can, else as the operator.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Log:
    def __init__(self):
        self.seen = []

    def __iadd__(self, other):
        self.seen.append(other)
        return self

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return f"less {other}"


log = same = Log()
log += 1
log += 2
print(log is same, log.seen)  # expect: True [1, 2]
log -= 3
print(log)  # expect: less 3
items = others = [1]
items += (2, 3)
items += "ab"
items *= 2
print(items is others, items)  # expect: True [1, 2, 3, 'a', 'b', 1, 2, 3, 'a', 'b']
items += items
print(len(items))  # expect: 20
pair = kept = (1,)
pair += (2,)
print(pair, kept)  # expect: (1, 2) (1,)
text = kept = "a"
text += "b"
text += "c"
print(text, kept)  # expect: abc a
data = same = bytearray(b"a")
data += b"b"
data *= 2
print(data is same, data)  # expect: True bytearray(b'abab')
number = 2**62
number += number
number **= 2
print(number)  # expect: 85070591730234615865843651857942052864


def wrong(value, other):
    value += other


attempt(lambda: wrong(1, "a"))  # expect: TypeError: unsupported operand type(s) for +=: 'int' and 'str'
attempt(lambda: wrong("a", 1))  # expect: TypeError: can only concatenate str (not "int") to str
attempt(lambda: wrong([], 1))  # expect: TypeError: 'int' object is not iterable
attempt(lambda: wrong((), []))  # expect: TypeError: can only concatenate tuple (not "list") to tuple
attempt(lambda: wrong(Log, 1))  # expect: TypeError: unsupported operand type(s) for +=: 'type' and 'int'
