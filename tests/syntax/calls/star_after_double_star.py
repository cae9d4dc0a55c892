# A star argument behind the double star.
f(**a, *b)
