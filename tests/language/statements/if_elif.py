# if, elif, else.
def size(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10: return "small"
    else:
        return "large"
print(size(-1), size(0), size(5), size(50))  # expect: negative zero small large
if []: print("never")
elif {}: print("never")
else: print("else")  # expect: else
