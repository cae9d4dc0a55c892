# `else` runs unless the loop was broken off.
def find(items, x):
    for item in items:
        if item == x:
            print("found")  # expect: found
            break
    else:
        print("not found")
        # expect: not found
        # expect: not found
find([1, 2], 2)
find([1, 2], 3)
find([], 3)
