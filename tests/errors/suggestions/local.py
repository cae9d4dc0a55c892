# A misspelt local.
def f():
    temperature = 20
    return temprature
f()
