# The exec of old.
exec "x = 1"
