# Running source text with namespaces of one's own.
x = 1
exec("x = 2")
print(x)  # expect: 2


def inner():
    y = 5
    exec("y = 6")
    return y, eval("y + x")


print(inner())  # expect: (5, 7)
names = {}
exec("a = 1\ndef g(): return a + 1\nclass C:\n  v = a", names)
print(names["g"](), names["C"].v, sorted(n for n in names if n != "__builtins__"))  # expect: 2 1 ['C', 'a', 'g']
local = {}
exec("q = 1\nq += 1", {}, local)
print(local)  # expect: {'q': 2}


class Missing(dict):
    def __missing__(self, key):
        return "no " + key


print(eval("foo", {}, Missing()))  # expect: no foo
code = compile("x * 2", "<f>", "eval")
print(eval(code), eval(code, {"x": 21}))  # expect: 4 42
exec(compile("1 + 1\nNone", "<f>", "exec"))
exec(compile("'shown'", "<f>", "single"))  # expect: 'shown'
for text in ("1 +", "a b", "nope", "1/0"):
    try:
        eval(text)
    except Exception as error:
        print(type(error).__name__, error)
        # expect: SyntaxError invalid syntax (<string>, line 1)
        # expect: SyntaxError invalid syntax (<string>, line 1)
        # expect: NameError name 'nope' is not defined
        # expect: ZeroDivisionError division by zero
try:
    exec("1", 5)
except TypeError as error:
    print(error)  # expect: exec() globals must be a dict, not int
