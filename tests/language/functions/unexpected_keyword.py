# An unknown keyword suggests the nearest parameter.
def connect(host, port=80): pass

try:
    connect("a", prot=1)
except TypeError as error:
    print(error)  # expect: connect() got an unexpected keyword argument 'prot'
try:
    connect("a", colour=1)
except TypeError as error:
    print(error)  # expect: connect() got an unexpected keyword argument 'colour'
