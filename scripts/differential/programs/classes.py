"""Sections about classes: hierarchies and `super`, special methods that misbehave, descriptors and slots, metaclasses."""


def hierarchy(grammar, number):
    """Classes with several bases, cooperative methods and a name that is mangled."""
    random, names, lines = grammar.random, [], []
    for at in range(random.randint(2, 6)):
        bases = random.sample(names, min(len(names), random.choice([0, 1, 1, 2, 2, 3])))
        if random.random() < 0.15:
            bases.append(random.choice(["object", "dict", "int", "list", "Exception", "str"]))
        name = f"K{at}"
        body = []
        if random.random() < 0.7:
            body += [f"    def m(self, n=0):", f"        print('{name}.m', n, end=' ')",
                     f"        return [{random.choice(['n', '1', 'self.__secret()', 'type(self).__name__'])}] + ({random.choice(['super().m(n + 1)', f'super({name}, self).m()', '[]'])}"
                     f" if hasattr(super(), 'm') else [])"]
        if random.random() < 0.4:
            body += [f"    def __secret(self): return '{name}s'"]
        if random.random() < 0.4:
            body += [f"    def __init__(self, *a, **k):", f"        print('{name}.init', a, k, end=' ')",
                "        super().__init__(" + random.choice(["", "*a, **k", "*a"]) + ")"]
        if random.random() < 0.25:
            body += ["    def __new__(cls, *a, **k):", f"        print('{name}.new', cls.__name__, end=' ')",
                f"        return super().__new__(cls{random.choice(['', ', *a', ', *a, **k'])})"]
        if random.random() < 0.3:
            body += [f"    @classmethod", f"    def make(cls, v=1): return (cls.__name__, v, '{name}')"]
        if random.random() < 0.3:
            body += [f"    @property", f"    def p(self): return ('{name}', getattr(super(), 'p', None))"]
        if random.random() < 0.2:
            body += [f"    def __init_subclass__(cls, /, tag=None, **k):", f"        print('sub', cls.__name__, tag, end=' ')",
                "        super().__init_subclass__(**k)"]
        if random.random() < 0.2:
            body += [f"    x{at} = {grammar.expression('item', 1)}"]
        keyword = random.choice(["", "", "", "", "tag=1", "other=2"])
        inside = ", ".join(bases + ([keyword] if keyword else []))
        lines += ["try:", f"    class {name}({inside}):", *("    " + line for line in body or ["    pass"]),
            f"except Exception as e: print(type(e).__name__, e)", "else:",
                  f"    print({name}.__name__, [c.__name__ for c in {name}.__mro__])"]
        names.append(name)
        lines.append(f"if '{name}' not in globals(): {name} = type('{name}', (), {{}})")
    for _ in range(random.randint(2, 6)):
        name = random.choice(names)
        lines.append(f"show(lambda: {random.choice(['{n}().m()', '{n}(1).m(2)', '{n}.make()', '{n}().p', '{n}().make(3)', '{n}().__secret()', 'isinstance({n}(), {o})', 'issubclass({n}, {o})', '{n}(a=1)', '{n}().q', '{n}.m(5)', '{n}.__bases__', '{n}() == {n}()', 'super({n}, {o}()).m()', '{n}.__subclasses__()', '{n}.p', '{n}._K0__secret'])})".replace("{n}", name).replace("{o}", random.choice(names)))
    return lines


#: Special methods and what they may give, right or wrong.
METHODS = {
    "__len__": ["0", "3", "-1", "'x'", "True", "2**70", "1.5"], "__bool__": ["True", "False", "1", "None"],
        "__iter__": ["iter([1, 2])", "self", "[1]", "None", "(q for q in 'ab')"],
    "__next__": ["next(ticks)", "next(iter([]))", "1 // 0"], "__getitem__": ["a[0]", "[1, 2][a[0]]", "{}[a[0]]", "None"],
        "__contains__": ["True", "3", "None", "[]"],
    "__repr__": ["'R'", "3", "None", "'é\\n'"], "__str__": ["'S'", "b'x'", "None"], "__format__": ["'F' + a[0]", "None", "5"],
        "__hash__": ["1", "-1", "'h'", "2**80", "True"],
    "__eq__": ["True", "False", "NotImplemented", "[]", "1 // 0"], "__ne__": ["True", "NotImplemented", "3"],
        "__lt__": ["True", "NotImplemented", "0", "'lt'"], "__gt__": ["True", "NotImplemented", "5"],
    "__le__": ["NotImplemented", "1"], "__ge__": ["NotImplemented", "1"],
    "__add__": ["('add', a)", "NotImplemented", "a[0]"], "__radd__": ["('radd', a)", "NotImplemented"],
        "__iadd__": ["('iadd', a)", "NotImplemented", "self"], "__sub__": ["NotImplemented", "1"],
        "__rsub__": ["'rsub'", "NotImplemented"],
    "__mul__": ["NotImplemented", "'mul'"], "__rmul__": ["'rmul'", "NotImplemented"], "__matmul__": ["'mm'"],
        "__truediv__": ["1 / 0"], "__floordiv__": ["NotImplemented"], "__mod__": ["'mod'", "NotImplemented"],
        "__rmod__": ["'rmod'"],
    "__pow__": ["('pow', a)", "NotImplemented"], "__rpow__": ["('rpow', a)"], "__and__": ["'and'", "NotImplemented"],
        "__ror__": ["'ror'"], "__or__": ["NotImplemented", "'or'"], "__lshift__": ["'<<'"], "__divmod__": ["('dm', a)"],
        "__rdivmod__": ["NotImplemented"],
    "__neg__": ["-1", "None"], "__pos__": ["'+'"], "__invert__": ["'~'"], "__abs__": ["-5", "'abs'"],
        "__int__": ["3", "3.5", "True", "'3'"], "__float__": ["1.5", "2", "'x'"], "__complex__": ["1j", "2", "1.5"],
        "__index__": ["2", "1.0", "True", "-1", "2**70", "None"],
    "__round__": ["('round', a)"], "__trunc__": ["9"], "__floor__": ["8"], "__ceil__": ["7"], "__call__": ["('call', a, k)"],
        "__getattr__": ["('attr', a)", "1 // 0", "object.__getattribute__(self, a[0])"], "__getattribute__": ["('gattr', a)"],
    "__enter__": ["5", "1 // 0"], "__exit__": ["True", "False", "0"], "__reversed__": ["iter('cba')", "3"],
        "__missing__": ["('missing', a)"], "__dir__": ["['b', 'a']", "('z', 1)", "3"],
        "__length_hint__": ["3", "-1", "'x'", "NotImplemented"],
    "__bytes__": ["b'B'", "'x'"], "__delitem__": ["None"], "__setitem__": ["None", "1 // 0"], "__instancecheck__": ["True"],
        "__class_getitem__": ["('cgi', a)"], "__copy__": ["1"], "__del__": ["None"],
    "__await__": ["iter([])", "3"], "__aiter__": ["self", "3"], "__anext__": ["3"], "__fspath__": ["'p'"], "__sizeof__": ["1"],
        "__prepare__": ["{}"], "__set_name__": ["None"], "__get__": ["('get', a[1:])"], "__set__": ["None"],
        "__delete__": ["None"],
}
USES = ["len(v)", "bool(v)", "not v", "list(v)", "iter(v)", "next(v)", "v[1]", "v['k']", "v[1:2]", "1 in v", "repr(v)", "str(v)",
    "f'{v}'", "f'{v:>5}'", "f'{v!r}'", "'%s %r' % (v, v)", "'{}'.format(v)", "hash(v)", "v == 1", "v == v", "v != v", "v < 1",
    "v < v",
        "1 < v", "v <= v", "v > w", "v == w", "v + 1", "1 + v", "v + v", "v + w", "v - 1", "1 - v", "v * 2", "2 * v", "[1] * v",
            "'ab' * v", "v @ v", "v / 1", "v // 1", "v % 2", "'%d' % v", "'%s' % v", "2 % v", "v ** 2", "2 ** v", "pow(v, 2, 3)",
            "v & v", "1 | v", "v | 1", "v << 1", "divmod(v, 1)", "divmod(1, v)",
        "-v", "+v", "~v", "abs(v)", "int(v)", "float(v)", "complex(v)", "range(v)", "[1, 2, 3][v]", "[1, 2, 3][:v]", "bin(v)",
            "hex(v)", "chr(v)", "round(v)", "round(v, 1)", "v()", "v(1, b=2)", "v.foo", "getattr(v, 'foo', 5)",
            "hasattr(v, 'foo')", "reversed(v)", "list(reversed(v))", "dir(v)",
        "bytes(v)", "bytearray(v)", "sorted([v, v])", "sorted([v, w])", "max(v, w)", "min([v, 1])", "sum([v, 1])", "sum(v)",
            "{v: 1}", "{v, v}", "{v: 1}[v]", "v in [v]", "v in [1]", "v in (w, v)", "[v].index(1)", "[w].count(v)", "[v] == [w]",
            "(v,) < (w,)", "[*v]", "{**v}", "dict(v)", "set(v)", "tuple(v)", "f(*v)", "f(**v)",
        "isinstance(1, v)", "issubclass(int, v)", "isinstance(v, W)", "W[1]", "W[1, 2]", "any(v)", "all(v)", "zip(v, v)",
            "list(zip(v, 'ab'))", "enumerate(v)", "list(map(v, [1]))", "list(filter(v, [0, 1]))", "''.join(v)", "'a'.join([v])",
            "'x'.startswith(v)", "print(v)", "print(end=v)", "print(sep=v)", "str(v, 'ascii')", "int('5', v)", "memoryview(v)",
            "ord(v)",
        "(lambda a, *b: (a, b))(*v)", "type(v)(1)", "v.__class__.__name__", "vars(v)", "v.__dict__", "[].extend(v)",
            "{}.update(v)", "set().union(v)", "slice(v).indices(5)", "'abc'.find('c', v)", "'abc'[v]", "b'abc'[v]",
            "(1).to_bytes(v, 'big')", "round(2.567, v)", "format(v, '>4')", "format(v)", "ascii(v)", "exec('v.z = 1')",
            "v.__add__(1)", "v.__eq__(w)", "v.__lt__(w)", "W()", "W(1)", "W.__name__", "{}.get(v)", "'a' + v", "[1] + v",
            "(1,) + v", "b'a' + v", "1.5 + v", "v < 1.5", "1j * v", "'a' < v", "[1] == v", "str.__str__(v)", "range(3)[v]",
            "range(0, 9, v)", "list(range(v, 5))", "pow(2, v)", "'{:{}}'.format(1, v)", "input(v)", "complex(1, v)",
            "float.__add__(1.5, v)", "object.__repr__(v) and 1", "bool([v])", "v and 1", "v or 1", "1 if v else 2", "v is v",
            "callable(v)", "iter(v, 1)", "eval('v[0]')", "isinstance(v, (int, W))"]
STATEMENTS = ["v[1] = 2", "del v[1]", "v[1:2] = 3", "v += 1", "v -= w", "v |= 1", "v *= 2", "for q in v: print(q, end=' ')",
    "with v as q: print(q, end=' '); 1 // 0", "a, b = v", "a, *b = v", "[a, [b]] = v", "v.x = 1; print(v.x)", "del v.x",
    "raise v", "raise ValueError from v",
              "match v:\n        case [a, b]: print('seq', a)\n        case {'k': a}: print('map', a)\n        case W(): print('cls')", "assert v, v", "while v: break", "x = [1, 2, 3]; x[v] = 5; print(x)", "x = [1, 2, 3]; del x[v]; print(x)", "x = [3, 4]; x += v; print(x)", "class Z(v): pass", "x = {}; x[v] = 1; print(len(x))", "try: raise E1\n    except v: pass", "def g(): yield from v\n    print(list(g()))", "x = bytearray(3); x[0] = v; print(x)",
              "x = [1, 2]; x[v:] = v; print(x)", "print(*v)", "x = [1]; x *= v; print(x)",
                  "from sys import path as v; print('i')", "x = 5; x += v; print(x)", "x = 'a'; x *= v; print(x)",
                  "x = [1, 2]; x.insert(v, 0); print(x)", "global gl; gl = v; print(type(gl))", "del v; v"]


def protocol(grammar, number):
    """Classes with special methods that give right or wrong things, and operators, functions and statements that use them."""
    random = grammar.random
    lines = []
    for name in ("W", "X"):
        base = random.choice(["", "", "", "", "", "int", "list", "str", "dict", "float", "tuple", "set", "Exception",
            "W" if name == "X" else "", "W" if name == "X" else ""])
        lines.append(f"class {name}({base}):")
        if random.random() < 0.1 and base not in ("int", "tuple", "str"):
            lines.append("    __slots__ = ('a',)")
        for method in random.sample(sorted(METHODS), random.randint(1, 6)):
            decorated = ["    @classmethod"] if method == "__class_getitem__" and random.random() < 0.2 else []
            logged = "" if method in ("__getattribute__", "__getattr__", "__del__",
                "__hash__") else f"        print('{method[2:-2]}', end=' ')\n"
            value = random.choice(METHODS[method])
            if method == "__getitem__":
                logged += "        if a[0] == 4: raise IndexError(a[0])\n"
            if random.random() < 0.06:
                lines.append(f"    {method} = {random.choice(['None', '5', 'len', 'staticmethod(lambda *a: a)', 'classmethod(lambda *a: a)'])}" if method != "__del__" else "    z = 1")
            else:
                lines += [*decorated, f"    def {method}(self, *a, **k):\n{logged}        return {value}"]
        lines.append("    pass")
    lines += ["ticks = iter(range(9))", "v, w = W(), " + random.choice(["W()", "X()", "X()", "1", "'a'", "1.5"])]
    for _ in range(random.randint(6, 14)):
        if random.random() < 0.8:
            use = random.choice(USES)
            if random.random() < 0.3:
                use = use.replace("v",
                    "w") if "lambda" not in use and "vars" not in use and "reversed" not in use and "eval" not in use and "divmod" not in use and "view" not in use and "index" not in use else use
            lines.append(f"show(lambda: {use})")
        else:
            lines += ["try:", f"    {random.choice(STATEMENTS)}", "except Exception as e:",
                "    print(type(e).__name__, e, repr(e.__cause__))", "v = W()"]
    return lines


def attributes(grammar, number):
    """Descriptors, properties, slots, and the order in which an attribute is looked for."""
    random = grammar.random
    lines = ["class D:", "    def __init__(self, n=0): self.n = n",
        "    def __set_name__(self, o, n): print('named', o.__name__, n, end=' '); self.n = n"]
    if random.random() < 0.9:
        lines.append(f"    def __get__(self, o, c=None): print('get', o is None, c and c.__name__, end=' '); {random.choice(['return self.n', 'return self', 'raise AttributeError(self.n)', 'raise ValueError', 'return o.__dict__[self.n]'])}")
    if random.random() < 0.6:
        lines.append(f"    def __set__(self, o, v): print('set', v, end=' '); {random.choice(['pass', 'o.__dict__[self.n] = v', 'raise AttributeError(7)'])}")
    if random.random() < 0.4:
        lines.append("    def __delete__(self, o): print('delete', end=' ')")
    body = ["    d = D()"]
    if random.random() < 0.3:
        body.append(f"    __slots__ = {random.choice(['()', '(`a`,)', '(`a`, `__dict__`)', '`a`', '(`d`,)', '(`a`, `a`)', '(`1`,)', '(`__x`,)', '5', '(`a`, `__weakref__`)']).replace('`', chr(39))}")
    if random.random() < 0.7:
        body += ["    @property", "    def p(self): print('pget', end=' '); return self.__dict__.get('_p', 0)"]
        if random.random() < 0.6:
            body += ["    @p.setter", "    def p(self, v): print('pset', end=' '); self._p = v"]
        if random.random() < 0.3:
            body += ["    @p.deleter", "    def p(self): print('pdel', end=' '); del self._p"]
    if random.random() < 0.3:
        body.append("    def __getattr__(self, k): print('getattr', k, end=' '); return 'dyn' if k != 'no' else super().no")
    if random.random() < 0.15:
        body.append("    def __getattribute__(self, k): print('ga', k, end=' '); return super().__getattribute__(k)")
    if random.random() < 0.2:
        body.append("    def __setattr__(self, k, v): print('sa', k, end=' '); super().__setattr__(k, v)")
    body += ["    def m(self): return 'm'", "    @staticmethod", "    def s(*a): return a", "    @classmethod",
        "    def c(cls, *a): return cls.__name__, a", f"    a1: int = {grammar.expression('item', 1)}", "    b1: 'str'"]
    lines += ["try:", "    class P:", *("    " + line for line in body),
        "    class Q(P): " + random.choice(["pass", "d = 5", "__slots__ = ()", "p = 3", "m = property(lambda s: 9)", "m = D()",
        "__slots__ = ('z',)"]), "    v = Q()",
              "except Exception as e:", "    print(type(e).__name__, e)", "    class Q: pass", "    P = Q; v = Q()"]
    names = ["d", "p", "a", "m", "s", "c", "a1", "b1", "no", "n", "z", "__dict__", "__class__", "_p", "__slots__",
        "__annotations__", "__weakref__", "__module__", "__qualname__"]
    for _ in range(random.randint(5, 14)):
        name = random.choice(names)
        lines.append(f"show(lambda: {random.choice(['v.{n}', 'v.{n}', 'Q.{n}', 'P.{n}', 'v.{n}()', 'setattr(v, `{n}`, 5)', 'setattr(v, `{n}`, 5)', 'delattr(v, `{n}`)', 'hasattr(v, `{n}`)', 'getattr(v, `{n}`, 0)', 'setattr(Q, `{n}`, 6)', 'delattr(Q, `{n}`)', 'v.__dict__', 'P.c(1)', 'v.c(2)', 'v.s(3)', 'P.m(v)', 'P.m()', 'P.p.fget.__name__', 'type(P.__dict__.get(`{n}`)).__name__', 'object.__getattribute__(v, `{n}`)', 'sorted(vars(v))', 'Q.__mro__', 'super(Q, v).{n}', 'super(Q, Q).{n}'])})".replace("{n}", name).replace("`", "'"))
    return lines


def metaclass(grammar, number):
    """A metaclass that prints what is asked of it."""
    random = grammar.random
    lines = [f"class M({random.choice(['type', 'type', 'type', 'object', 'int'])}):"]
    options = ["    def __new__(m, name, bases, ns, **k):\n        print('new', name, bases, [q for q in ns if not q.startswith('__')], k, end=' ')\n        return " + random.choice(["super().__new__(m, name, bases, ns)", "type.__new__(m, name, bases, ns, **k)", "5", "type(name, bases, ns)"]),
               "    def __init__(c, name, bases, ns, **k): print('init', name, k, end=' ')" + random.choice(["",
                   "; super().__init__(name, bases, ns)", "; return 5"]),
               "    @classmethod\n    def __prepare__(m, name, bases, **k): print('prepare', name, k, end=' '); return " + random.choice(["{}", "dict(zero=0)", "None", "[]"]),
               "    def __call__(c, *a, **k): print('call', a, k, end=' '); return " + random.choice(["super().__call__(*a, **k)",
                   "a", "object.__new__(c)"]),
               "    def __getattr__(c, k): return 'meta.' + k", "    def __iter__(c): return iter('meta')",
                   "    def __len__(c): return 4", "    def __getitem__(c, k): return ('item', k)",
                   "    def __instancecheck__(c, o): return o == 5", "    def __subclasscheck__(c, o): return o is int",
               "    def __repr__(c): return f'<{c.__name__}>'", "    def __eq__(c, o): return True",
                   "    def __contains__(c, o): return o", "    def __add__(c, o): return 'added'",
                   "    def __bool__(c): return False", "    x = 'meta x'", "    p = property(lambda c: 'meta p')",
                   "    def mro(c): print('mro', end=' '); return super().mro()",
                   "    def __setattr__(c, k, v): print('mset', k, end=' '); super().__setattr__(k, v)",
                   "    def __dir__(c): return ['b', 'a']"]
    lines += random.sample(options, random.randint(1, 6))
    keyword = random.choice(["", "", ", a=1"])
    lines += ["try:", f"    class A(metaclass=M{keyword}):", f"        x1 = {grammar.expression('item', 1)}",
        "        def m(self): return __class__.__name__",
        f"    class B(A{random.choice(['', ', metaclass=type', ', metaclass=M', ', k=3'])}): {random.choice(['x = 5', 'pass', 'p = 1'])}",
              "except Exception as e:", "    print(type(e).__name__, e)", "    class A: pass", "    class B(A): pass"]
    for _ in range(random.randint(4, 10)):
        lines.append(f"show(lambda: {random.choice(['A', 'B', 'A()', 'B(1)', 'B().m()', 'A.m', 'A.x', 'B.x', 'A().x', 'A.p', 'A().p', 'A.foo', 'A().foo', 'list(A)', 'len(B)', 'A[1]', 'isinstance(5, A)', 'isinstance(A(), A)', 'issubclass(int, A)', 'issubclass(B, A)', 'repr(A)', 'A == 1', 'hash(A) and 1', '3 in A', 'A + 1', '1 + A', 'bool(A)', 'type(A)', 'A.__class__', 'B.__mro__', 'dir(A)', 'setattr(A, `q`, 1)', 'A | None', 'type(`Z`, (A,), {})', 'M(`Z`, (), {})', 'M(`Z`, (A,), dict(y=1))', 'M(5)', 'type(B)', 'A < B', 'iter(A())', 'A.mro()', 'type(1, 2, 3)', 'type(`Z`, (int, str), {})', 'type(`Z`, (bool,), {})', 'B.__base__', 'A.__name__', 'setattr(A, `__name__`, 5)', 'setattr(B, `__bases__`, (object,))', 'setattr(B, `__class__`, int)', 'setattr(int, `x`, 1)', 'del_ if 0 else A.__qualname__'])})".replace("`", "'"))
    return lines
