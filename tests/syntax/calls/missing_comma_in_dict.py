# A comma missing in a dict.
x = {"a": 1 "b": 2}
