# Changing and testing case.
print("Hello World".upper())  # expect: HELLO WORLD
print("Hello".lower())  # expect: hello
print("hello wORLD".title())  # expect: Hello World
print("hELLO".capitalize())  # expect: Hello
print("Hello".swapcase())  # expect: hELLO
print("ß".upper())  # expect: SS
print("Straße".casefold())  # expect: strasse
print("İ".lower() == "i̇")  # expect: True
print("they're bill's".title())  # expect: They'Re Bill'S
print("ǆ".title())  # expect: ǅ
print("ΑΣ".lower())  # expect: ας
print("abc".islower())  # expect: True
print("ABC".isupper())  # expect: True
print("Abc".istitle())  # expect: True
print("".islower())  # expect: False
print("a1".islower())  # expect: True
print("1".isupper())  # expect: False
print("Ab Cd".istitle())  # expect: True
print("AB".istitle())  # expect: False
