# Generators in a chain work item by item.
def source():
    for i in range(3):
        print("source", i)
        yield i
def double(items):
    for i in items:
        print("double", i)
        yield i * 2
for item in double(source()):
    print("got", item)
