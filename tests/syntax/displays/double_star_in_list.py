# A double star in a list.
x = [**a]
