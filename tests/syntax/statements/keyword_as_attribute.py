# A keyword as an attribute.
a.import = 5
