# What compile() takes beside the text: flags, inheritance, levels of optimisation.
def tried(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"
print(tried(lambda: compile("1", "f", "single", 0xff)))
print(tried(lambda: compile("1", "f", "eval", optimize=3)))
print(tried(lambda: compile("1", "f", "eval", optimize=-2)))
text = '''
"module"
def f():
    "doc"
    try:
        assert False
    except AssertionError:
        return True, f.__doc__, __debug__
    return False, f.__doc__, __debug__
'''
for level in -1, 0, 1, 2:
    ns = {}
    exec(compile(text, "f", "exec", optimize=level), ns)
    print(level, ns["f"](), ns.get("__doc__"))
import __future__
flag = __future__.annotations.compiler_flag
code = compile("def f(x: undefined): pass\nx: undefined2 = 1", "f", "exec", flags=flag)
ns = {}
exec(code, ns)
print(ns["f"].__annotations__, ns["__annotations__"], bool(code.co_flags & flag))
exec(compile("from __future__ import annotations\nexec('def g(x: nope): pass')\n"
             "exec(compile('def h(x: nope): pass', '', 'exec'))\n"
             "def fails():\n    exec(compile('def h(x: nope): pass', '', 'exec', dont_inherit=True))\n", "f", "exec"), ns)
print(ns["g"].__annotations__, ns["h"].__annotations__, tried(ns["fails"]))
