# A star as a value of a dict.
x = {"a": *b}
