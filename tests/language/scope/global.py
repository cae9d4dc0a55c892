# `global` binds the module's name.
total = 0
def add(n):
    global total, fresh
    total += n
    fresh = "new"
add(5)
add(6)
print(total, fresh)  # expect: 11 new
