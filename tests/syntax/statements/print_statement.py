# The print of old.
print "hello"
