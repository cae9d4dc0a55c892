# An assignment in an assert.
assert x = 1
