# A KeyError shows the key's repr.
{"a": 1}["b c"]
