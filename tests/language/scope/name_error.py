# A name that is nowhere.
try:
    missing
except NameError as error:
    print(error)  # expect: name 'missing' is not defined
    print(error.name)  # expect: missing
def f():
    return also_missing
f()  # expect error: NameError: name 'also_missing' is not defined
