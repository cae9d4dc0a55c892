# An augmented assignment.
count = 1
count += "one"
