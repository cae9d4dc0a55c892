# The first line is indented.
  x = 1
