# While with else, break and continue.
n = 0
while n < 5:
    n += 1
    if n == 2:
        continue
    print(n)
    # expect: 1
    # expect: 3
    # expect: 4
    # expect: 5
else:
    print("else")  # expect: else
while True:
    n -= 1
    if n < 3:
        break
else:
    print("never")
print(n)  # expect: 2
