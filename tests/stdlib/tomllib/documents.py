"""Documents read, and their mistakes."""
import tomllib

print(tomllib.loads('''
title = "TOML \\u00e9 \\"x\\""
literal = 'C:\\no\\escape'
many = """
one \\
   two ""quotes"""""
raw = \'\'\'
a'b\'\'\'
[owner.home]
age = 1_000
hex = [0xff, 0o17, 0b11, +9, -0]
pi = [3.14, -1e3, 6.02e+2_3, inf, -inf, true, false]
"quoted key".'x' . y = 1
when = [1979-05-27T07:32:00Z, 1979-05-27 00:32:00.999999-07:00, 1979-05-27, 07:32:00, 1979-05-27T07:32:00]
inline = { a = 1, b.c = "x", d = {} }  # comment
[[fruit]]
name = "apple"
[fruit.physical]
color = "red"
[[fruit]]
name = "banana"
'''))
print(tomllib.loads("x = 1.5", parse_float=lambda text: ("decimal", text)))
for text in ["a = ", "= 1", "a = 1\na = 2", "[a]\n[a]", "a = [1, 2", "a = 'x", 'a = "x', 'a = "\\q"', "a = 1 2", "a = 01", "a = {b = 1",
             "a.b = 1\n[a]\nc = 2", "a = 1\na.b = 2", "[a.b]\n[a]\nb = 1", "a = 2024-13-01", "a = 2024-02-30", 'a = "\\uD800"', "a = tru",
             "[[a]]\n[a]", "a = [1]\n[[a]]", "a = {x = 1}\n[a.b]", "[a", "[[a]", ".", "a = \"\x01\"", "# \x02", "a = {b = 1, b = 2}", "a", "a = \"\"\"x"]:
    try:
        print(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(repr(text), error)
for wrong in [lambda: tomllib.loads(b"a = 1"), lambda: tomllib.load(__import__("io").StringIO(""))]:
    try:
        wrong()
    except TypeError as error:
        print(error)
print(tomllib.load(__import__("io").BytesIO(b"a = 1\r\nb = 2")))
