# A misspelt method of a list.
[1, 2].apend(3)
