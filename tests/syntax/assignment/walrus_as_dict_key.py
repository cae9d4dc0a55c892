# A walrus as a key of a dict.
x = {a := 1: 2}
