# A comma missing in a list.
x = [1, 2 3]
