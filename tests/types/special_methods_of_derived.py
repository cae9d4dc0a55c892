# Special methods of a class count whatever built-in class it derives from, exceptions and metaclasses as well.
import collections, types, io
bases = [object, Exception, dict, list, set, frozenset, tuple, str, bytes, bytearray, float, int, complex, property, classmethod, staticmethod, type, collections.deque, collections.OrderedDict, collections.defaultdict, types.SimpleNamespace, types.ModuleType, BaseExceptionGroup, enumerate, zip, map, filter, io.StringIO, io.BytesIO]
def mk(base):
    class W(base):
        def __index__(self): return 2
        def __int__(self): return 5
        def __float__(self): return 2.5
        def __complex__(self): return 1j
        def __bool__(self): return False
        def __len__(self): return 7
        def __hash__(self): return 9
        def __call__(self, *a): return 'called'
        def __getitem__(self, k): return ('item', k)
        def __setitem__(self, k, v): print('setitem', k, v)
        def __delitem__(self, k): print('delitem', k)
        def __contains__(self, k): return k == 3
        def __iter__(self): return iter([1, 2])
        def __reversed__(self): return 'rev'
        def __enter__(self): return 'enter'
        def __exit__(self, *a): return True
        def __add__(self, o): return 'add'
        def __radd__(self, o): return 'radd'
        def __iadd__(self, o): return 'iadd'
        def __neg__(self): return 'neg'
        def __invert__(self): return 'inv'
        def __abs__(self): return 'abs'
        def __round__(self, n=None): return 'round'
        def __trunc__(self): return 'trunc'
        def __divmod__(self, o): return 'dm'
        def __pow__(self, o, m=None): return 'pow'
        def __matmul__(self, o): return 'mm'
        def __rmul__(self, o): return 'rmul'
        def __rmod__(self, o): return 'rmod'
        def __lt__(self, o): return 'lt'
        def __eq__(self, o): return 'eq'
        def __format__(self, s): return 'fmt' + s
        def __str__(self): return 'str'
        def __repr__(self): return 'repr'
        def __bytes__(self): return b'bytes'
        def __fspath__(self): return '/tmp'
        def __dir__(self): return ['a']
        def __sizeof__(self): return 1
        def __length_hint__(self): return 3
        def __next__(self): return 'next'
        def __await__(self): return iter(())
        def __getattr__(self, n): return 'attr ' + n
        def __instancecheck__(self, o): return True
        def __missing__(self, k): return 'missing'
    return W
import operator, math, os
for base in bases:
    W = mk(base)
    try:
        if base is enumerate: v = W([])
        elif base in (map, filter): v = W(None, [])
        elif base in (classmethod, staticmethod, types.ModuleType): v = W('x')
        elif base is type: v = W('x', (), {})
        elif base is BaseExceptionGroup: v = W('x', [ValueError()])
        else: v = W()
    except Exception as e: print(base, 'no', e); continue
    for name, f in {
        'index': lambda: [1, 2, 3][v], 'str index': lambda: 'abc'[v], 'range': lambda: range(v), 'slice': lambda: [1,2,3][v:], 'bin': lambda: bin(v), 'int': lambda: int(v), 'float': lambda: float(v), 'complex': lambda: complex(v),
        'bool': lambda: bool(v), 'len': lambda: len(v), 'hash': lambda: hash(v), 'call': lambda: v(1), 'get': lambda: v[1], 'set': lambda: operator.setitem(v, 1, 2), 'del': lambda: operator.delitem(v, 1), 'in': lambda: 3 in v,
        'list': lambda: list(v), 'rev': lambda: reversed(v), 'add': lambda: v + 1, 'radd': lambda: 1 + v, 'iadd': lambda: operator.iadd(v, 1), 'neg': lambda: -v, 'inv': lambda: ~v, 'abs': lambda: abs(v), 'round': lambda: round(v), 'round2': lambda: round(v, 1),
        'trunc': lambda: math.trunc(v), 'floor': lambda: math.floor(v), 'dm': lambda: divmod(v, 1), 'pow': lambda: pow(v, 2), 'pow3': lambda: pow(v, 2, 3), 'mm': lambda: v @ 1, 'rmul': lambda: [1] * v, 'rmul2': lambda: None * v, 'rmod': lambda: None % v, 'lt': lambda: v < 1, 'gt': lambda: 1 > v, 'eq': lambda: v == 1, 'ne': lambda: v != 1,
        'fmt': lambda: f'{v:>3}', 'str': lambda: str(v), 'repr': lambda: repr(v), 'pct': lambda: '%s %r %d %x' % (v, v, v, v), 'bytes': lambda: bytes(v), 'fs': lambda: os.fspath(v), 'dir': lambda: dir(v), 'hint': lambda: operator.length_hint(v), 'next': lambda: next(v), 'attr': lambda: v.zork, 'dict': lambda: {v: 1}, 'sum': lambda: sum(v), 'mul': lambda: 'a' * v, 'chr': lambda: chr(v), 'shift': lambda: 1 << operator.index(v), 'join': lambda: ','.join(v), 'zip': lambda: list(zip(v, v)), 'star': lambda: [*v], 'isinst': lambda: isinstance(1, v), 'to_bytes': lambda: (1).to_bytes(v, 'big'), 'sqrt': lambda: math.sqrt(v), 'unpack': lambda: (lambda a, b: a)(*v), 'sorted': lambda: sorted(v), 'min': lambda: min(v), 'any': lambda: any(v), 'bytearr': lambda: bytearray(v), 'tuple': lambda: tuple(v), 'set2': lambda: set(v), 'dict2': lambda: dict(v), 'ord': lambda: ord(v), 'not': lambda: not v, 'divz': lambda: 1 / v, 'index2': lambda: operator.index(v), 'hex': lambda: hex(v), 'roundint': lambda: (5).__round__(v), 'enum': lambda: list(enumerate(v, v)), 'print': lambda: print(v), 'fstr': lambda: f'{v!s} {v!r} {v}', 'fmt2': lambda: '{0[a]} {0.x}'.format(v), 'replace': lambda: 'aaa'.replace('a', 'b', v), 'split': lambda: 'a a a a'.split(None, v), 'center': lambda: 'a'.center(v), 'pop': lambda: [1,2,3].pop(v), 'insert': lambda: [].insert(v, 1), 'type': lambda: type(v).__name__,
    }.items():
        try: r = f(); print(base.__name__, name, r if isinstance(r, (str, int, float, bytes, tuple, list, complex, bool)) and type(r) is not W else type(r))
        except Exception as e: print(base.__name__, name, type(e).__name__, str(e))
    with v as q: print(q)
    try:
        del v.x
    except Exception as e: print(base.__name__, type(e).__name__, e)
    try:
        v.x = 1; print(v.x); del v.x; del v.x
    except Exception as e: print(base.__name__, type(e).__name__, e)
