# A value missing in a dict.
x = {"a": 1, "b"}
