# Plain values and code as bytes, and back.
import io
import marshal
import types

for value in (None, True, ..., 1, -2**31, 2**31, -2**100, 1.5, 1j, "a", "é" * 300, "\ud800", b"abc", (), (1, 2), [1, [2]], {"a": (1,)},
              {1, 2}, frozenset([1]), StopIteration, tuple(range(300))):
    data = marshal.dumps(value)
    again = marshal.loads(data)
    assert again == value and type(again) is type(value), value
    assert marshal.loads(marshal.dumps(value, 2)) == value, value
print(marshal.dumps([1, "é", (2.0, None)], 2))
# expect: b'[\x03\x00\x00\x00i\x01\x00\x00\x00u\x02\x00\x00\x00\xc3\xa9(\x02\x00\x00\x00g\x00\x00\x00\x00\x00\x00\x00@N'
around = []
around.append(around)
again = marshal.loads(marshal.dumps(around))
print(again[0] is again)  # expect: True
shared = [[]] * 2
again = marshal.loads(marshal.dumps(shared))
print(again[0] is again[1])  # expect: True

for data in (b"", b"i", b"?", b"i\1\0", b"0", b"l\1\0\0\0\xff\xff", b"l\1\0\0\0\0\0", b"r\0\0\0\0", b"[\xff\xff\xff\xff", b"(\1\0\0\0"):
    try:
        marshal.loads(data)
    except Exception as error:
        print(type(error).__name__, error)
# expect: EOFError EOF read where object expected
# expect: EOFError marshal data too short
# expect: ValueError bad marshal data (unknown type code)
# expect: EOFError marshal data too short
# expect: TypeError NULL object in marshal data for object
# expect: ValueError bad marshal data (digit out of range in long)
# expect: ValueError bad marshal data (unnormalized long data)
# expect: ValueError bad marshal data (invalid reference)
# expect: ValueError bad marshal data (list size out of range)
# expect: EOFError EOF read where object expected
try:
    marshal.dumps(object())
except ValueError as error:
    print(error)  # expect: unmarshallable object

code = compile("def f(x):\n    return x + 1\nprint(f(2))\n", "<made>", "exec")
exec(marshal.loads(marshal.dumps(code)))  # expect: 3


def inner(a, b=2):
    return [a * b for _ in range(2)]


made = types.FunctionType(marshal.loads(marshal.dumps(inner.__code__)), {})
print(made(3, 4), made.__name__, made.__code__.co_firstlineno == inner.__code__.co_firstlineno)  # expect: [12, 12] inner True
file = io.BytesIO()
marshal.dump([1, "a"], file)
marshal.dump(2, file)
file.seek(0)
print(marshal.load(file), marshal.load(file))  # expect: [1, 'a'] 2
