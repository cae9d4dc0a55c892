# A statement may be just an expression.
pass
5
"text"
print("reached")  # expect: reached
[print(x) for x in "ab"]
# expect: a
# expect: b
