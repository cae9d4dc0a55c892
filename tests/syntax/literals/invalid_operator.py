# An operator of old.
a <> b
