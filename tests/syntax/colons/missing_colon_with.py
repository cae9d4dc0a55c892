# A with without its colon.
with open("x") as f
    pass
