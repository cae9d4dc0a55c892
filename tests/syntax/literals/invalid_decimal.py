# A number that runs into a name.
x = 1abc
