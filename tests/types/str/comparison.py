# Strings compare by code points.
print("a" < "b")  # expect: True
print("a" < "B")  # expect: False
print("abc" < "abd")  # expect: True
print("ab" < "abc")  # expect: True
print("é" > "z")  # expect: True
print("" < "a")  # expect: True
print("😀" > "\uffff")  # expect: True
print(sorted(["b", "a", "C", "é"]))  # expect: ['C', 'a', 'b', 'é']
print(max("hello"))  # expect: o
print("a" == b"a")  # expect: False
print("1" == 1)  # expect: False
print("a" != "b")  # expect: True
