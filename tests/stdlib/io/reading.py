# Reading a file as text and as bytes.
with open("_text.txt", encoding="utf-8") as file:
    print(file.read(3), repr(file.readline()), file.tell())  # expect: fir 'st é\n' 9
    print([line.strip() for line in file])  # expect: ['second', 'third']
    print(repr(file.read()), file.seek(0), file.readlines()[1:])  # expect: '' 0 ['second\n', 'third\n']
print(file.closed, file.name, file.mode)  # expect: True _text.txt r
with open("_text.txt", "rb") as file:
    print(file.readline(), file.tell(), file.seek(-6, 2), file.read())  # expect: b'first \xc3\xa9\n' 9 16 b'third\n'
print(len(open("_text.txt", encoding="latin-1").read()), ascii(open("_text.txt", encoding="ascii", errors="replace").readline()))  # expect: 22 'first \ufffd\ufffd\n'
try:
    open("_text.txt", encoding="ascii").read()
except UnicodeDecodeError as error:
    print(error)  # expect: 'ascii' codec can't decode byte 0xc3 in position 6: ordinal not in range(128)
try:
    open("_text.txt").write("x")
except OSError as error:
    print(type(error).__name__, error)  # expect: UnsupportedOperation not writable
try:
    file.read()
except ValueError as error:
    print(error)  # expect: read of closed file
