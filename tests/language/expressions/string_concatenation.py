# Adjacent literals join at compile time.
x = ("one "
     "two " 'three')
print(x, "a" "b" * 2, len("x" "y"))  # expect: one two three abab 2
print(b"a" b"b", r"\d" "\n".strip())  # expect: b'ab' \d
