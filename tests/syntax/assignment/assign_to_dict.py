# A dict display cannot be assigned to.
{"a": 1} = x
