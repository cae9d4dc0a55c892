# assert of nothing.
assert
