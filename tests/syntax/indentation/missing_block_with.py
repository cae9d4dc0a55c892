# A with without a body.
with x:
y = 1
