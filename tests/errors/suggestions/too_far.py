# Nothing near enough.
apple = 1
print(zebra_crossing)
