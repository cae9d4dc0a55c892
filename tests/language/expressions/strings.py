# String literals and their escapes.
print("a\tb\\n\'\"\x41\u00e9\U0001F600\101\N{GREEK SMALL LETTER ALPHA}")  # expect: a	b\n'"Aé😀Aα
print(r"a\tb\"", 'it\'s', "it's", """two
lines""", '''"quoted"''')
# expect: a\tb\" it's it's two
# expect: lines "quoted"
print(b"\x00\xff\n'", rb"\x00", u"text")  # expect: b"\x00\xff\n'" b'\\x00' text
print("line \
joined", len("\
"))  # expect: line joined 0
