# Two stars in one assignment.
*a, *b = c
