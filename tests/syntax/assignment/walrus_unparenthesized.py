# A walrus at the statement's level.
x := 5
