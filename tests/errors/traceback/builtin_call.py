# A built-in function has no frame.
print("before")  # expect: before
int("12a")
