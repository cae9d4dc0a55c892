# A file of text may be given another encoding until it is read.
import io

data = io.BytesIO()
text = io.TextIOWrapper(data, "ascii", newline="\n")
text.write("abc\n")
text.reconfigure(encoding="utf-8", newline="\r\n")
text.write("é\n")
text.flush()
print(data.getvalue(), text.encoding, text.errors)
text.reconfigure(encoding="ascii", errors="replace")
text.write("é")
text.flush()
print(data.getvalue()[-1:], text.errors)
text.reconfigure(errors="ignore", line_buffering=True)
print(text.encoding, text.errors, text.line_buffering)

text = io.TextIOWrapper(io.BytesIO(b"one\ntwo"), "latin-1")
text.readline()
for change in {"encoding": "utf-8"}, {"errors": "strict"}, {"newline": None}:
    try:
        text.reconfigure(**change)
    except io.UnsupportedOperation as error:
        print(error)
text.reconfigure(line_buffering=True)
for wrong in {"encoding": "nope"}, {"errors": 5}, {"newline": "x"}, {"encoding": "hex"}:
    try:
        io.TextIOWrapper(io.BytesIO()).reconfigure(**wrong)
    except (LookupError, TypeError, ValueError) as error:
        print(type(error).__name__, error)

# Methods of a script's class are asked, whatever it derives from.
class Loud(io.BytesIO):
    def write(self, data):
        print("write", bytes(data))
        return super().write(data)


text = io.TextIOWrapper(Loud(), write_through=True)
text.write("x")
text.close()

for newline in None, "", "\r":
    memory = io.StringIO("a\nb\rc\r\nd", newline=newline)
    print(repr(newline), repr(memory.read()), memory.newlines)
file = io.FileIO(__file__)
print(file.mode, file.name == __file__)
file.name = "other"
print(file)
file.close()
print(file, io.BufferedReader(io.BytesIO()))
for mode in "qwerty", "", "rw", "r++", "rt":
    try:
        io.FileIO(__file__, mode)
    except ValueError as error:
        print(error)
