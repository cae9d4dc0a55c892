# Stripping ends.
print(repr("  a b ".strip()))  # expect: 'a b'
print(repr(" a ".lstrip()))  # expect: 'a '
print(repr(" a ".rstrip()))  # expect: ' a'
print("xxaxx".strip("x"))  # expect: a
print("abcba".strip("ab"))  # expect: c
print("www.example.com".lstrip("w."))  # expect: example.com
print("test.py".removesuffix(".py"))  # expect: test
print("test.py".removeprefix("te"))  # expect: st.py
print("x".removesuffix(""))  # expect: x
print(repr("\t\n x\u2003".strip()))  # expect: 'x'
print("aaa".strip("a") == "")  # expect: True
