# Searching.
s = "banana"
print(s.find("an"))  # expect: 1
print(s.find("an", 2))  # expect: 3
print(s.find("an", 2, 4))  # expect: -1
print(s.find("x"))  # expect: -1
print(s.rfind("an"))  # expect: 3
print(s.index("n"))  # expect: 2
print(s.rindex("a"))  # expect: 5
print(s.count("a"))  # expect: 3
print(s.count("an"))  # expect: 2
print(s.count(""))  # expect: 7
print(s.find(""))  # expect: 0
print(s.find("", 10))  # expect: -1
print(s.startswith("ba"))  # expect: True
print(s.endswith(("x", "na")))  # expect: True
print(s.startswith("an", 1))  # expect: True
print(s.startswith(""))  # expect: True
print(s.count("a", 2, 5))  # expect: 1
print(s.find("a", -3))  # expect: 3
try:
    s.index("x")
except ValueError as error:
    print(error)  # expect: substring not found
try:
    s.startswith(1)
except TypeError as error:
    print(error)  # expect: startswith first arg must be str or a tuple of str, not int
