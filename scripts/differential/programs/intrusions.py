"""Programs whose objects change a container while an operation of it is under way.

`K` is an item and a key, `I` a number, `T` an iterable, `B` a piece of bytes: each of their special methods calls `act`,
which does one of a few changes to the container `v` as long as the operation is running and changes are left. What the
changes say, what the operation gives or raises, and what is in the container afterwards is printed.
"""

SETUP = '''import bisect, collections, functools, heapq, itertools, operator
left, running = 0, False
def act(where):
    global left, running
    if not running or left <= 0: return
    left -= 1
    running = False
    try:
$changes
    except $caught as e:
        print(where, type(e).__name__, e)
    finally:
        running = True
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): act('hash'); return self.n % $modulus
    def __eq__(self, other): act('eq'); return $equal
    def __lt__(self, other): act('lt'); return self.n < getattr(other, 'n', 3)
    def __gt__(self, other): act('gt'); return self.n > getattr(other, 'n', 3)
    def __repr__(self): act('repr'); return f'K{self.n}'
    def __bool__(self): act('bool'); return self.n > 1
    def __add__(self, other): act('add'); return K(self.n + getattr(other, 'n', 1))
    __radd__ = __add__
$finaliserclass I:
    def __init__(self, n): self.n = n
    def __index__(self): act('index'); return self.n
class T:
    def __init__(self, *items): self.items = items
    def __len__(self): act('len'); return len(self.items)
    def __length_hint__(self): act('hint'); return $hint
    def __iter__(self):
        act('iter')
        for item in self.items:
            act('next'); yield item
    def __contains__(self, item): act('contains'); return item in self.items
    def keys(self): act('keys'); return [K(0), K(1)]
    def __getitem__(self, key): act('getitem'); return key
def key(item): act('key'); return getattr(item, 'n', 0)
def pick(item): act('pick'); return getattr(item, 'n', 0) % 2
'''

RUN = '''
v = $made
$more
print('--', $number)
left, running = $left, True
try:
    r = $operation
    print(type(r).__name__, r if type(r) in (int, bool, str, bytes, bytearray) else '')
    if r is not v and type(r) not in (int, bool): print(repr(r).split(' at 0x')[0][:300])
except Exception as e:
    print(type(e).__name__, e)
e = None
running = False
try: print(type(v).__name__, len(v), list(v)[:20], 'left', left)
except Exception as e: print(type(e).__name__, e)
e = r = it = other = None
'''

ITEMS = ["K(0)", "K(1)", "K(2)", "K(3)", "K(4)", "K(5)", "K(6)", "K(7)", "2", "'a'"]
INDICES = ["I(0)", "I(1)", "I(2)", "I(-1)", "I(5)", "I(-9)", "0", "1", "-1"]

#: For each kind of container: how it is made, how it changes meanwhile, and what is done with it.
STORIES = {
    "list": (["[$k, $k, $k, $k]", "[K(n) for n in range($n)]", "[$k, 1, 2.5, 'x', $k, $k]", "list(map(K, (5, 3, 1, 2, 4, 0)))"],
        ["v.clear()", "v.append($k)", "v.pop()", "del v[:]", "v[:] = [$k, $k]", "v.insert(0, $k)", "v.extend([$k, $k, $k])",
            "v.reverse()", "del v[1:]", "v *= 2", "v[0] = $k", "v.__init__()", "v += [$k]", "v.pop(0)"],
        ["v.append($k)", "v.insert($i, $k)", "v.pop($i)", "v.remove($k)", "v.index($k)", "v.index($k, $i, $i)", "v.count($k)", "v.sort()",
            "v.sort(key=key)", "v.sort(key=key, reverse=True)", "v.extend($t)", "v.extend(v)", "v.__iadd__($t)", "v[$i]", "v[$i:$i]",
            "v[$i:$i:$i]", "v.__setitem__($i, $k)", "v.__setitem__(slice($i, $i), $t)", "v.__setitem__(slice($i, $i, $i), $t)",
            "v.__setitem__(slice(None), v)", "v.__delitem__($i)", "v.__delitem__(slice($i, $i))", "v.__delitem__(slice($i, $i, $i))",
            "v * $i", "v.__imul__($i)", "v == [$k, $k, $k, $k]", "v < [$k, $k]", "v != list(v)", "$k in v", "v.clear()", "v.copy()",
            "repr(v)", "str(v)", "list(it)", "next(it)", "it.__length_hint__()", "it.__reduce__()", "it.__setstate__(2)", "sorted(v)",
            "sorted(v, key=key)", "min(v)", "max(v, key=key)", "sum(v, K(0))", "any(v)", "all(v)", "list(filter(None, v))",
            "list(filter(pick, v))", "list(map(key, v))", "list(zip(v, it))", "list(enumerate(v))", "list(reversed(v))", "dict(zip(v, v))",
            "set(v)", "frozenset(v)", "tuple(v)", "[*v, *it]", "v.__init__($t)", "bisect.bisect(v, $k)", "bisect.insort(v, $k)",
            "bisect.insort_left(v, $k, key=key)", "heapq.heapify(v)", "heapq.heappush(v, $k)", "heapq.heappop(v)", "heapq.heapreplace(v, $k)",
            "heapq.heappushpop(v, $k)", "heapq.nsmallest(2, v)", "heapq.nlargest(2, v, key=key)", "list(heapq.merge(v, it))", "functools.reduce(operator.add, v)",
            "list(itertools.groupby(v, key))", "list(itertools.accumulate(v))", "list(itertools.takewhile(pick, v))",
            "list(itertools.dropwhile(pick, v))", "list(itertools.product(v, $t))", "list(itertools.islice(v, 3))",
            "list(itertools.chain(v, it))", "list(itertools.starmap(pick, zip(v)))", "list(itertools.zip_longest(v, it))",
            "list(itertools.compress(v, it))", "list(itertools.batched(v, 2))", "list(itertools.pairwise(v))", "list(itertools.combinations(v, 2))[:3]",
            "operator.countOf(v, $k)", "operator.indexOf(v, $k)", "collections.Counter(v)", "collections.deque(v)", "v == v[:]", "tuple(v) == tuple(it)",
            "v.__contains__($k)", "min(v, default=0)", "operator.concat(v, v)", "'%s' % v", "f'{v}'", "print(v)", "dict.fromkeys(v)"],
        "it = $iter"),
    "dict": (["{K(n): K(n + 1) for n in range($n)}", "{$k: $k, $k: $k, $k: $k}", "dict.fromkeys(map(K, range(6)))", "{'a': $k, 'b': $k, 2: $k}"],
        ["v.clear()", "v[$k] = $k", "v.popitem()", "v.pop(next(iter(v)))", "v.update({$k: 1, $k: 2})", "del v[next(iter(v))]", "v.setdefault($k, 2)",
            "v |= {$k: $k}", "v[next(iter(v))] = $k", "v.__init__(a=1)", "[v.setdefault(n) for n in range(9)]"],
        ["v[$k]", "v.get($k)", "v.get($k, $k)", "v.pop($k)", "v.pop($k, None)", "v.popitem()", "v.setdefault($k, $k)", "v.update($t)",
            "v.update({$k: $k, $k: $k})", "v.update(zip($t, $t))", "v.update(other)", "v.__setitem__($k, $k)", "v.__delitem__($k)", "$k in v", "v == other",
            "v != dict(v)", "v | other", "v.__ior__(other)", "v.__ior__(zip($t, $t))", "v.clear()", "v.copy()", "repr(v)", "list(it)", "next(it)",
            "it.__length_hint__()", "it.__reduce__()", "dict(v)", "{**v, **other}", "dict(**v)", "v.keys() & $t", "v.keys() | $t", "v.keys() - $t", "v.keys() ^ $t",
            "v.items() & other.items()", "v.items() == other.items()", "v.keys() == other.keys()", "v.keys() <= set(other)", "v.keys().isdisjoint($t)",
            "($k, $k) in v.items()", "$k in v.values()", "list(v.values())", "repr(v.items())", "repr(v.keys())", "list(reversed(v))", "sorted(v)",
            "sorted(v.items(), key=lambda p: key(p[1]))", "max(v)", "set(v)", "dict.fromkeys($t, $k)", "dict.fromkeys(v)", "v.__init__($t)",
            "{k: v[k] for k in v}", "[v.get(k) for k in v]", "v.__contains__($k)", "v.items() - $t", "v.items() ^ other.items()", "v.items() < other.items()",
            "dict(v, **{'z': $k})", "other.update(v)", "operator.getitem(v, $k)", "(lambda **a: a)(**v)", "list(map(v.get, it))", "v.values() == v.values()"],
        "it = $iter\nother = $made"),
    "set": (["{K(n) for n in range($n)}", "{$k, $k, $k}", "set(map(K, range(6)))", "{1, 2, $k, 'a'}"],
        ["v.clear()", "v.add($k)", "v.pop()", "v.update([$k, $k])", "v -= {1}", "v.discard($k)", "v |= set(range(9))", "v ^= {$k}", "v &= {$k}",
            "v.__init__([$k])"],
        ["v.add($k)", "v.discard($k)", "v.remove($k)", "v.pop()", "v.update($t)", "v.update(v)", "v.update(other)", "v | other", "v & other", "v - other", "v ^ other",
            "v.__ior__(other)", "v.__iand__(other)", "v.__isub__(other)", "v.__ixor__(other)", "v.union($t)", "v.intersection($t)", "v.difference($t)",
            "v.symmetric_difference($t)", "v.intersection_update($t)", "v.difference_update($t)", "v.symmetric_difference_update($t)", "v <= other", "v < other",
            "v >= other", "v == other", "v != other", "v.issubset($t)", "v.issuperset($t)", "v.isdisjoint($t)", "v.isdisjoint(other)", "$k in v", "$t in v",
            "other in v", "v.clear()", "v.copy()", "repr(v)", "list(it)", "next(it)", "it.__length_hint__()", "it.__reduce__()", "set(v)", "frozenset(v)", "set($t)",
            "v.__init__($t)", "sorted(v)", "min(v)", "{*v, *it}", "dict.fromkeys(v)", "hash(frozenset(v))", "v.difference_update(v)", "v.intersection(other, $t)",
            "other - v", "other & v", "other.update(v)", "frozenset(other) == v", "v.__contains__($k)", "v.__reduce__()", "v.symmetric_difference(dict.fromkeys(v))"],
        "it = iter(v)\nother = $made"),
    "deque": (["collections.deque([$k, $k, $k, $k])", "collections.deque(map(K, range($n)))", "collections.deque(map(K, range(5)), 5)", "collections.deque([$k] * 70)"],
        ["v.clear()", "v.append($k)", "v.appendleft($k)", "v.pop()", "v.popleft()", "v.rotate(1)", "v.extend([$k, $k])", "v.reverse()", "v.insert(1, $k)",
            "del v[0]", "v.__init__([$k])", "v[0] = $k"],
        ["v.append($k)", "v.appendleft($k)", "v.pop()", "v.popleft()", "v.extend($t)", "v.extendleft($t)", "v.extend(v)", "v.insert($i, $k)", "v.remove($k)",
            "v.index($k)", "v.index($k, $i, $i)", "v.count($k)", "v.rotate($i)", "v.reverse()", "v.clear()", "v.copy()", "v[$i]", "v.__setitem__($i, $k)",
            "v.__delitem__($i)", "$k in v", "v == other", "v < other", "v + other", "v * $i", "v.__imul__($i)", "v.__iadd__($t)", "repr(v)", "list(it)", "next(it)",
            "it.__length_hint__()", "list(reversed(v))", "v.__init__($t)", "v.__init__($t, 2)", "sorted(v)", "v.__reduce__()", "min(v)", "v.__iadd__(v)",
            "collections.deque(v, 2)", "v != other", "list(zip(v, it))"],
        "it = $iter\nother = $made"),
    "bytearray": (["bytearray(b'abcabc')", "bytearray(range($n))", "bytearray(b'a b c d e f')", "bytearray(40)"],
        ["v.clear()", "v.append(97)", "v.pop()", "del v[:]", "v[:] = b'zz'", "v.insert(0, 98)", "v.extend(b'abc')", "v.reverse()", "v *= 2", "v += b'q'", "v.__init__(3)"],
        ["v.append($i)", "v.insert($i, $i)", "v.pop($i)", "v.remove($i)", "v.extend($b)", "v.extend(v)", "v.__iadd__(v)", "v[$i]", "v[$i:$i]", "v[$i:$i:$i]",
            "v.__setitem__($i, $i)", "v.__setitem__(slice($i, $i), $b)", "v.__setitem__(slice($i, $i, $i), $b)", "v.__setitem__(slice(None), v)",
            "v.__delitem__($i)", "v.__delitem__(slice($i, $i, $i))", "v * $i", "v.__imul__($i)", "v.find(97, $i, $i)", "v.find($i)", "v.index($i)", "v.count($i, $i)",
            "v.rfind(b'a', $i)", "v.replace(b'a', b'b', $i)", "v.split(None, $i)", "v.rsplit(b' ', $i)", "v.center($i)", "v.ljust($i, b'x')", "v.expandtabs($i)",
            "v.zfill($i)", "$i in v", "v.join($b)", "v.join([b'a', v, b'b'])", "bytes($b)", "bytearray($b)", "v.hex(':', $i)", "v.startswith(b'a', $i)", "v.endswith(b'a', $i, $i)", "list(it)",
            "it.__length_hint__()", "next(it)", "v.__init__($b)", "v.__init__($i)", "bytes($i)", "v.strip()", "v.translate(None, v)", "v.partition(b'b')", "int.from_bytes($b)", "(5).to_bytes($i)",
            "v == bytes(it)", "v.splitlines($i)", "v % ()", "b'%b' % v", "memoryview(v)[$i]", "memoryview(v)[$i:$i].tobytes()", "memoryview(v).__setitem__($i, $i)", "memoryview(v).__setitem__(slice($i, $i), b'a')"],
        "it = iter(v)"),
    "view": (["bytearray(b'abcdefgh')", "bytearray(8)"],
        ["m.release()", "v.append(1)", "v.clear()", "m[0] = 5", "m.__init__", "v[0] = 3", "m = None"],
        ["m[$i]", "m[$i:$i].tobytes()", "m.__setitem__($i, $i)", "m.__setitem__(slice($i, $i), m[:1])", "m.tolist()", "m.tobytes()", "m.hex(':', $i)", "m == v", "m == m[:]", "list(m)", "list(it)", "next(it)",
            "$i in m", "bytes(m)", "m.cast('B').tolist()", "m.toreadonly()[$i]", "bytes(m[$i:$i:$i])", "v.extend(m)", "v.__setitem__(slice(None), m)", "m.__enter__()", "b''.join([m, b'x'])", "m[::-1].tobytes()",
            "m.__delitem__($i)", "m.format", "m.shape", "sorted(m)", "bytearray(m)", "int.from_bytes(m)", "m.count($i)", "m.index($i)"],
        "m = memoryview(v)\nit = iter(m)"),
    "ordered": (["collections.OrderedDict((K(n), K(n + 1)) for n in range($n))", "collections.OrderedDict([($k, $k), ($k, $k), ($k, 1)])"],
        ["v.clear()", "v[$k] = $k", "v.popitem()", "v.popitem(False)", "v.pop(next(iter(v)))", "v.move_to_end(next(iter(v)))", "v.update({$k: 1})", "del v[next(iter(v))]"],
        ["v[$k]", "v.get($k)", "v.pop($k)", "v.pop($k, None)", "v.popitem()", "v.popitem(False)", "v.setdefault($k, $k)", "v.update($t)", "v.update(other)", "v.move_to_end($k)", "v.move_to_end($k, False)",
            "v.__setitem__($k, $k)", "v.__delitem__($k)", "$k in v", "v == dict(other)", "v | other", "v.__ior__(other)", "v.clear()", "v.copy()", "repr(v)", "list(it)", "next(it)", "list(v.items())",
            "list(reversed(v))", "collections.OrderedDict(v)", "collections.OrderedDict.fromkeys($t, 1)", "v.keys() & $t", "sorted(v)", "dict(v)", "$k in v.values()"],
        "it = $iter\nother = $made"),
    "other": (["collections.defaultdict(lambda: act('missing') or K(1), {K(n): n for n in range(3)})", "collections.Counter({K(n): n + 1 for n in range(4)})", "collections.ChainMap({K(1): K(2)}, {K(2): 1}, {})", "collections.UserList([$k, $k, $k])"],
        ["v.clear()", "v[$k] = 5", "v.popitem()", "v.pop(next(iter(v)))", "v.update({$k: 1})", "v.append($k)", "del v[next(iter(v))]"],
        ["v[$k]", "v.get($k)", "v.pop($k)", "v.update($t)", "v.update(other)", "v.setdefault($k, 1)", "v == other", "v + other", "v - other", "v & other", "v | other", "v.most_common(2)", "list(v.elements())", "v.subtract($t)",
            "repr(v)", "list(it)", "v.copy()", "$k in v", "sorted(v)", "v.total()", "v.new_child()", "v.remove($k)", "v.count($k)", "v.index($k)", "v.sort(key=key)", "v.extend($t)", "v.insert($i, $k)", "dict(v)", "len(v)", "v.__missing__($k)", "+v", "-v"],
        "it = iter(v)\nother = $made"),
    "text": (["[$k, $k]", "['a', 'b', 'c']", "list('abc')"],
        ["v.clear()", "v.append('z')", "v.pop()", "v[:] = ['q', 'r']", "v.append($k)", "del v[0]"],
        ["'-'.join(v)", "'-'.join($s)", "','.join(map(str, v))", "'abc'.find('b', $i, $i)", "'abcabc'.replace('b', 'x', $i)", "'a b c'.split(None, $i)", "'abc' * $i", "'abc'[$i]", "'abc'[$i:$i]", "'abc'.center($i)",
            "str.maketrans(dict(zip(v, v)))", "'abc'.translate(T('x', 'y'))", "'{}{}'.format(*v)", "'%s %s' % tuple(v)", "'{0!r:>5}'.format(v)", "f'{v!r:.5}'", "b'-'.join($b)", "print(*v)", "print(*$s, sep='-')",
            "int('12', $i)", "round(2.5, $i)", "range($i, $i, $i)", "slice($i, $i).indices($i)", "chr($i)", "hex($i)", "tuple($t)", "sum($t, K(0))", "max($t)", "min($t, key=key)", "sorted($t)", "any($t)", "zip(*$t)", "dict($t)",
            "[*$t]", "{*$t}", "(lambda *a: a)(*$t)", "operator.length_hint($t)", "len($t)", "list(reversed(v))", "list(enumerate($t, $i))", "list(itertools.islice($t, $i))", "list(itertools.repeat(v, $i))", "math_comb($i)",
            "isinstance(1, tuple(map(type, v)))", "[*itertools.tee(it)[0]]", "collections.namedtuple('N', 'a b')._make($t)", "functools.lru_cache(key)($k)", "list(itertools.chain.from_iterable([v, $t]))", "eval('v', {'v': v})",
            "getattr($t, 'items')", "type('C', (), {'v': v}).v", "a if (a := v) else 0", "bytes(v)", "complex(I(1))", "divmod(7, 2)", "pow(2, 3, 5)"],
        "it = iter(v)\nmath_comb = __import__('math').factorial"),
}
ITERABLES = ["T($k, $k)", "T($k)", "T()", "T($k, $k, $k, $k, $k)", "[$k, $k]", "v", "{$k: $k}", "{$k, $k}", "T(($k, $k), ($k, $k))", "($k, $k, $k)", "T(v)"]
BYTES = ["T(I(65), I(66))", "T(65, 66, 67)", "[I(65), 66]", "v", "b'xy'", "T(I(300))", "memoryview(v)", "iter([I(1)])", "T(b'a', b'b')"]
TEXTS = ["T('a', 'b')", "T('a', $k)", "v", "it", "T()"]
EQUAL = ["self.n == getattr(other, 'n', -1)"] * 3 + ["True", "False", "K(self.n)"]


def write(grammar):
    """A few operations of one kind of container, each upon a new one."""
    kind = grammar.one_of(list(STORIES))
    made, changes, operations, more = STORIES[kind]

    def filled(text):
        while "$" in text:
            for hole, choices in (("$it", None), ("$made", made), ("$t", ITERABLES), ("$s", TEXTS), ("$b", BYTES), ("$k", ITEMS), ("$i", INDICES), ("$n", ["3", "5", "8"])):
                if hole == "$it":
                    text = text.replace("$iter", grammar.one_of(["iter(v)", "iter(v)", "reversed(v)"]))
                while choices and hole in text:
                    text = text.replace(hole, grammar.one_of(choices), 1)
        return text

    steps = [filled(grammar.one_of(changes)) for _ in range(grammar.random.randint(1, 2))]
    if grammar.maybe(0.1):
        steps.append("raise LookupError('from within')")
    setup = SETUP
    for hole, text in {
        "$finaliser": "    def __del__(self): act('del')\n" if grammar.maybe(0.25) else "", "$changes": "\n".join(f"        {step}" for step in steps),
        "$caught": grammar.one_of(["Exception", "Exception", "ZeroDivisionError"]), "$modulus": grammar.one_of(["1", "3", "5", "8"]),
        "$equal": grammar.one_of(EQUAL), "$hint": grammar.one_of(["len(self.items)", "0", "50", "NotImplemented"]),
    }.items():
        setup = setup.replace(hole, text)
    setup = setup.replace("    global left, running\n", "    global left, running, v, m\n", 1)
    texts = [setup]
    for number in range(grammar.random.randint(3, 8)):
        run = RUN.replace("$number", str(number))
        for hole, text in {"$made": filled(grammar.one_of(made)), "$more": filled(more), "$left": grammar.one_of(["1", "1", "2", "4", "12"]),
                           "$operation": filled(grammar.one_of(operations))}.items():
            run = run.replace(hole, text)
        texts.append(run)
    return "".join(texts)
