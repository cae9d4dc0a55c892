# A backslash that is not at the end.
x = 1 \ + 2
