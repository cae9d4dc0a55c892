# A walrus that rebinds the loop's variable.
[x := 0 for x in range(5)]
