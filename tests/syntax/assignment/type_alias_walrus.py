# A walrus in a type alias.
type X = (y := 1)
