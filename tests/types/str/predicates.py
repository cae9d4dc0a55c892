# What a string consists of.
for s in (
    "abc",
    "123",
    "a1",
    " ",
    "",
    "é",
    "²",
    "½",
    "٣",
    "_x",
    "1x",
    "class",
    "\n",
    "a b",
):
    print(repr(s))
    print(s.isalpha())
    print(s.isdigit())
    print(s.isdecimal())
    print(s.isnumeric())
    print(s.isalnum())
    print(s.isspace())
    print(s.isidentifier())
    print(s.isprintable())
    print(s.isascii())
