# A comprehension's target must be a target.
[x for 5 in y]
