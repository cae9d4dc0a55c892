# A walrus to a subscript.
if (a[0] := 1): pass
