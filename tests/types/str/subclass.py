# A subclass of str: what its methods give, and where it counts as a string.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Name(str):
    def __repr__(self):
        return f"Name({super().__repr__()})"


name = Name("ada")
print(name, repr(name), type(name.upper()).__name__, type(name + "").__name__)  # expect: ada Name('ada') str str
print(name == "ada", hash(name) == hash("ada"), {name: 1}["ada"])  # expect: True True 1
print("-".join([name, name]), "x" + name, name * 2, "a" in name, name in "adage")  # expect: ada-ada xada adaada True True
print(f"{name}|{name!r}|{name:>5}", "%s %r" % (name, name), "{0[0]}".format(name))  # expect: ada|Name('ada')|  ada ada Name('ada') a
print("ada".startswith(name), "ada".replace(name, "bob"), "ada lovelace".split(name))  # expect: True bob ['', ' lovelace']
print(type(str(name)).__name__, type(name[:]).__name__, name.partition("x"))  # expect: str str (Name('ada'), '', '')
attempt(lambda: int(name))  # expect: ValueError: invalid literal for int() with base 10: Name('ada')
attempt(lambda: name + 1)  # expect: TypeError: can only concatenate str (not "int") to str
attempt(lambda: 1 + name)  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'Name'


class Upper(str):
    def __new__(cls, text=""):
        return super().__new__(cls, text.upper())


print(Upper("abc"), Upper(), isinstance(Upper("a"), str), Upper("abc").lower())  # expect: ABC  True abc
