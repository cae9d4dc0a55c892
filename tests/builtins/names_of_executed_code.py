# Globals may name built-in names of their own, in any mapping; subclasses of dict have their say.
import types
def tried(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"
print(tried(exec, "print(1)", {"__builtins__": {}}))
print(tried(exec, "print(1)", {"__builtins__": 123}))
print(tried(eval, "superglobal", {"__builtins__": types.MappingProxyType({"superglobal": 1})}))
print(tried(eval, "superglobal", {"__builtins__": types.MappingProxyType({})}))
class Custom(dict): pass
print(tried(eval, "superglobal", {"__builtins__": Custom(superglobal=2)}))
print(tried(exec, "class A: pass", {"__builtins__": {}}))
print(tried(exec, "import foo.bar", {"__builtins__": types.MappingProxyType({})}))
print(tried(eval, "f.__builtins__", {"f": exec, "__builtins__": {}}))
class Failing(dict):
    def __getitem__(self, key): raise LookupError(f"no {key}")
print(tried(eval, "name", Failing(name=1)))
print(tried(eval, "name", {"__builtins__": Failing(name=1)}))
class Frozen(dict):
    def __setitem__(self, key, value): raise RuntimeError(f"{key} is frozen")
print(tried(exec, "x = 1", Frozen()))
print(tried(exec, "__builtins__['x'] = 1", {"__builtins__": Frozen()}))
class Default(dict):
    def __missing__(self, key): return key.upper()
print(eval("a + b", Default()))

import sys
shown = []
sys.displayhook = shown.append
exec(compile("42; 'a'; None", "f", "single"))
print(shown)
sys.displayhook = sys.__displayhook__
exec(compile("43", "f", "single"))
del sys.displayhook
print(tried(exec, compile("44", "f", "single")))
sys.displayhook = sys.__displayhook__

def hook(*args, **keywords):
    print("hook", args, keywords)
    return "back"
sys.breakpointhook = hook
print(breakpoint(1, two=2))
sys.breakpointhook = sys.__breakpointhook__
import os, warnings
warnings.simplefilter("error")
os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint())
os.environ["PYTHONBREAKPOINT"] = "int"
print(breakpoint("7"))
for name in ".", "..", ".foo", "int.", "nosuch", "nosuch.name", "sys.nosuch":
    os.environ["PYTHONBREAKPOINT"] = name
    print(tried(breakpoint))
del sys.breakpointhook
print(tried(breakpoint))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    T = type("T", (), {1: 2})
print([(w.category.__name__, str(w.message)) for w in seen])
