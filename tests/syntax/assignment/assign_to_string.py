# A string cannot be assigned to.
"a" = 1
