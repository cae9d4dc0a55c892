# An empty subscript.
x = a[]
