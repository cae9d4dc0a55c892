# A star cannot be deleted.
del *a
