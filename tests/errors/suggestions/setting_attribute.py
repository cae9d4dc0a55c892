# Setting what cannot be set.
(1).real = 5
