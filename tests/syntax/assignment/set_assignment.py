# Assignment to a set.
{a, b} = c
