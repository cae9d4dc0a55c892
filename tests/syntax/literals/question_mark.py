# A question mark.
x = 5?
