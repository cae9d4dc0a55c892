# Index, slice, length, membership, repetition.
s = "héllo✓😀"
print(len(s))  # expect: 7
print(s[0])  # expect: h
print(s[1])  # expect: é
print(s[-1])  # expect: 😀
print(s[-2])  # expect: ✓
print(s[1:4])  # expect: éll
print(s[::-1])  # expect: 😀✓olléh
print(s[5:])  # expect: ✓😀
print("l" in s)  # expect: True
print("llo" in s)  # expect: True
print("" in s)  # expect: True
print("x" not in s)  # expect: True
print(s * 2)  # expect: héllo✓😀héllo✓😀
print("ab" * 0)  # expect:
print("ab" * -1)  # expect:
print(s + "!")  # expect: héllo✓😀!
try:
    s[10]
except IndexError as error:
    print(error)  # expect: string index out of range
try:
    s[0] = "x"
except TypeError as error:
    print(error)  # expect: 'str' object does not support item assignment
