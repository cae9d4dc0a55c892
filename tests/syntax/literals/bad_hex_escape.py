# A hex escape that is cut short.
x = "\x1"
