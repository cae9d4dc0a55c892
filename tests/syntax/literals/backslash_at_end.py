# A backslash at the very end.
x = 1 \
