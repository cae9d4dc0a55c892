# A for without a body.
for i in range(3):
print(i)
