# A failed assertion marks its condition.
values = [3, 2]
assert values == sorted(values), "not sorted"
