# One frame for each call, with carets under the call.
def inner(a):
    return a["key"]["missing"]
def outer(b):
    value = inner(b) + 1
    return value
outer({"key": {}})
