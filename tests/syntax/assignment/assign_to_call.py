# A call cannot be assigned to.
f() = 1
