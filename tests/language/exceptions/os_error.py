# An OSError with number and text becomes a subclass.
error = OSError(2, "No such file", "x.txt")
print(type(error).__name__)  # expect: FileNotFoundError
print(error)  # expect: [Errno 2] No such file: 'x.txt'
print(error.errno)  # expect: 2
print(error.strerror)  # expect: No such file
print(error.filename)  # expect: x.txt
print(error.args)  # expect: (2, 'No such file')
print(repr(OSError("only text")), OSError("only text").errno)  # expect: OSError('only text') None
