# A for without in.
for i range(3):
    pass
