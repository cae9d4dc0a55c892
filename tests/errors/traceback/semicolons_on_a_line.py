# The failing statement among several on a line.
a = 1; b = a.missing; c = 3
