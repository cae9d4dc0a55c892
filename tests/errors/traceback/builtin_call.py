# A built-in function has no frame.
print("before")
int("12a")
