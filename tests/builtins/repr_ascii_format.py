# repr, ascii, format and hash of things.
print(repr("é"))  # expect: 'é'
print(ascii("é"))  # expect: '\xe9'
print(format(3.14159, ".2f"))  # expect: 3.14
print(format("a", ">3"))  # expect:   a
print(repr(b"a"))  # expect: b'a'
print(repr(1.0))  # expect: 1.0
print(repr(range(3)))  # expect: range(0, 3)
print(repr(slice(1)))  # expect: slice(None, 1, None)
print(repr(type))  # expect: <class 'type'>
print(repr(NotImplemented))  # expect: NotImplemented
print(repr(Ellipsis))  # expect: Ellipsis
