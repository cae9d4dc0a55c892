# A list cannot be annotated.
[a]: int = 1
