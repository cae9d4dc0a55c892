# A lambda cannot be assigned to.
(lambda: 0) = 1
