# Other hashable values have the reference's hashes.
print({1.5, 2.5, 0.25})  # expect: {0.25, 1.5, 2.5}
print({(1, 2), (3, 4), (0,)})  # expect: {(0,), (1, 2), (3, 4)}
print({2 ** 70, 2 ** 61, 3})  # expect: {1180591620717411303424, 2305843009213693952, 3}
print({0.1, 1, 10 ** 20})  # expect: {0.1, 1, 100000000000000000000}
