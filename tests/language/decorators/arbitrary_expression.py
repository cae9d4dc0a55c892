# Any expression may stand behind `@`.
table = {"shout": lambda f: lambda: f().upper()}
@table["shout"]
def hi():
    return "hi"
print(hi())  # expect: HI
@(lambda f: "replaced")
def gone(): pass
print(gone)  # expect: replaced
