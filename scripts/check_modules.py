#!/usr/bin/env python3
"""Run pure-Python modules of CPython's `Lib` from their place, as a test of the language.

    scripts/check_modules.py [--snakelet PATH] [--lib FOLDER] [MODULE …]

Each module's file is executed under its own name in place of the module that the interpreter has, then used a little; both
interpreters run the same program, and what it prints is compared. The status is 1 if any differs. Run it with CPython 3.13.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import sysconfig

ADDRESS = re.compile(r"0x[0-9a-f]+")
HERE = pathlib.Path(__file__).resolve().parent

#: What takes a module's place: its parts in C are hidden, its file is read, and the module is known by its name.
LOADER = '''
import sys, importlib.util
import importlib.machinery
class Behind:
    def find_spec(name, path, target=None):
        return importlib.machinery.PathFinder.find_spec(name, path or [{lib!r}])
sys.meta_path.append(Behind)
def load(name, without=()):
    for hidden in without:
        sys.modules[hidden] = None
    path = {lib!r} + '/' + name.replace('.', '/')
    folder = None
    import os
    if os.path.isdir(path):
        folder, path = [path], path + '/__init__'
    spec = importlib.util.spec_from_file_location(name, path + '.py', submodule_search_locations=folder)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
'''

#: What is done with each module.
USES = {
    "textwrap": "m = load('textwrap'); print(m.fill('The quick brown fox jumps over the lazy dog ' * 3, 30)); print(repr(m.dedent('  a\\n   b\\n'))); print(m.shorten('Hello  wide world', 12), m.indent('a\\nb', '> '))",
    "heapq": "m = load('heapq', ['_heapq']); h = [5, 1, 9, 3]; m.heapify(h); print(h, m.heappop(h), m.heappushpop(h, 4), m.nlargest(2, h), m.nsmallest(2, h), list(m.merge([1, 4], [2, 3])))",
    "bisect": "m = load('bisect', ['_bisect']); a = [1, 3, 5]; m.insort(a, 4); print(a, m.bisect(a, 3), m.bisect_left(a, 3, key=lambda v: v))",
    "string": "m = load('string'); print(m.Template('$a ${b} $$').substitute(a=1, b=2), m.capwords('a bc'), m.Formatter().format('{0!r:>5} {x[0]}', 'q', x=[1]))",
    "fractions": "m = load('fractions'); F = m.Fraction; print(F('3/4') + F(1, 3), F(2.5), F('1.25') ** 2, f'{F(22, 7):.3f}', F(7, 3).limit_denominator(2), hash(F(1, 2)), divmod(F(7, 2), 1))",
    "statistics": "m = load('statistics'); d = [2, 4, 4, 5, 7, 9]; print(m.mean(d), m.median(d), m.mode(d), m.pstdev(d), m.quantiles(d), m.NormalDist(1, 2).cdf(2), m.linear_regression([1, 2, 3], [2, 4, 7]))",
    "graphlib": "m = load('graphlib'); print(list(m.TopologicalSorter({'d': 'bc', 'b': 'a', 'c': 'a'}).static_order()))\ntry: list(m.TopologicalSorter({1: [2], 2: [1]}).static_order())\nexcept m.CycleError as e: print(e.args)",
    "difflib": "m = load('difflib'); print(*m.unified_diff('a b c'.split(), 'a c d'.split(), lineterm=''), *m.ndiff(['ab'], ['ac'])); print(m.get_close_matches('appel', ['ape', 'apple', 'peach']), m.SequenceMatcher(None, 'abcd', 'bcde').ratio())",
    "pprint": "m = load('pprint'); m.pprint({'b': list(range(30)), 'a': {'x': 'y' * 50, 'z': ('w' * 30,)}}, width=60)",
    "shlex": "m = load('shlex'); print(m.split('a \"b c\" d\\\\ e # f', comments=True), m.quote('a b'), m.join(['x y', 'z']))",
    "colorsys": "m = load('colorsys'); print(m.rgb_to_hsv(.2, .4, .6), m.hls_to_rgb(.1, .5, .9), m.yiq_to_rgb(.3, .1, .2))",
    "html": "m = load('html'); print(m.escape('<a href=\"x\">'), m.unescape('&lt;&eacute;&#x41;&notit;'))",
    "html.parser": "m = load('html.parser')\nclass P(m.HTMLParser):\n    def handle_starttag(self, tag, attrs): print(tag, attrs)\n    def handle_data(self, data): print(repr(data))\nP().feed('<p class=a>x &amp; <b>y</b></p><!-- c -->')",
    "json": "m = load('json'); print(m.dumps({'a': [1, 2.5, None, 'é\\n'], 'b': {'c': True}}, indent=1), m.loads('[1, {\"x\": -2.5e3, \"y\": \"\\\\u00e9\"}]'))\ntry: m.loads('[1,]')\nexcept ValueError as e: print(e)",
    "dataclasses": "m = load('dataclasses')\n@m.dataclass(order=True, slots=True)\nclass P:\n    x: int\n    y: list = m.field(default_factory=list, compare=False)\nprint(P(1), P(1) < P(2), m.asdict(P(1, [2])), m.replace(P(1), x=5), [f.name for f in m.fields(P)])",
    "enum": "m = load('enum')\nclass C(m.Enum):\n    A = m.auto()\n    B = 'x'\nclass F(m.Flag):\n    R = m.auto()\n    W = m.auto()\nprint(list(C), C('x'), C['A'].value, F.R | F.W, ~F.R, repr(F(0)))",
    "functools": "m = load('functools', ['_functools'])\n@m.lru_cache(maxsize=2)\ndef f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nprint(f(20), f.cache_info(), m.reduce(lambda a, b: a * b, [1, 2, 3]), m.partial(int, base=2)('101'))\n@m.singledispatch\ndef g(x): return 'any'\n@g.register\ndef _(x: int): return 'int'\nprint(g(1), g('a'))",
    "collections": "m = load('collections'); print(m.OrderedDict(a=1), m.Counter('abca').most_common(1), m.ChainMap({'a': 1}, {'b': 2})['b'], m.namedtuple('P', 'x y')(1, 2), m.UserList([1]) + [2])",
    "contextlib": "m = load('contextlib')\n@m.contextmanager\ndef c():\n    print('in')\n    try: yield 1\n    finally: print('out')\nwith c() as v, m.suppress(KeyError): print(v); {}[1]\nwith m.ExitStack() as s: s.callback(print, 'done')",
    "abc": "m = load('abc')\nclass A(m.ABC):\n    @m.abstractmethod\n    def f(self): pass\ntry: A()\nexcept TypeError as e: print(e)",
    "_py_abc": "m = load('_py_abc')\nclass A(metaclass=m.ABCMeta): pass\nA.register(int); print(isinstance(1, A), issubclass(str, A))",
    "argparse": "m = load('argparse'); p = m.ArgumentParser(prog='x'); p.add_argument('n', type=int, help='number'); p.add_argument('-v', '--verbose', action='store_true'); print(p.parse_args(['3', '-v'])); print(p.format_help())",
    "asyncio.queues": "import asyncio; m = load('asyncio.queues')\nasync def main():\n    q = m.Queue(1)\n    async def put():\n        for n in range(3): await q.put(n); print('put', n)\n    t = asyncio.create_task(put())\n    for _ in range(3): print('got', await q.get())\n    await t; print(q)\nasyncio.run(main())",
    "asyncio.locks": "import asyncio; m = load('asyncio.locks')\nasync def main():\n    lock, event = m.Lock(), m.Event()\n    async def work(n):\n        async with lock: print(n); await asyncio.sleep(0)\n        event.set()\n    await asyncio.gather(*map(work, range(3))); print(await event.wait(), lock)\nasyncio.run(main())",
    "asyncio.taskgroups": "import asyncio; m = load('asyncio.taskgroups')\nasync def bad(): raise ValueError(1)\nasync def main():\n    try:\n        async with m.TaskGroup() as g: g.create_task(bad()); g.create_task(asyncio.sleep(9))\n    except* ValueError as e: print(e.exceptions)\nasyncio.run(main())",
    "_collections_abc": "m = load('_collections_abc'); print(isinstance([], m.Sequence), issubclass(dict, m.Mapping), m.Callable[[int], str])",
    "types": "m = load('types'); print(m.SimpleNamespace(a=1), m.new_class('X', (), {}).__name__, m.resolve_bases((int,)))",
    "operator": "m = load('operator', ['_operator']); print(m.itemgetter(1, 0)('ab'), m.attrgetter('real')(3), m.methodcaller('upper')('a'), m.concat([1], [2]), m.length_hint(iter([1])))",
    "copy": "m = load('copy'); a = [1, [2]]; b = m.deepcopy(a); b[1].append(3); print(a, b, m.copy((1, 2)))",
    "reprlib": "m = load('reprlib'); print(m.repr(list(range(100))), m.repr('x' * 100), m.Repr(maxlist=2).repr([1, 2, 3]))",
    "random": "m = load('random'); r = m.Random(5); print(r.random(), r.randint(1, 9), r.sample(range(20), 4), r.gauss(0, 1), r.choices('abc', [1, 2, 3], k=4))",
    "datetime": "load('_pydatetime'); m = load('datetime', ['_datetime']); d = m.datetime(2024, 2, 29, 12, 30); print(d, d + m.timedelta(days=366), d.strftime('%a %d %b'), m.date.fromisoformat('2024-W09-4'), d.isocalendar())",
    "_pydecimal": "m = load('_pydecimal'); D = m.Decimal; print(D('1.10') + D('2.25'), D(2).sqrt(), D(1) / D(7), D('1e3').normalize(), round(D('2.675'), 2))",
    "calendar": "m = load('calendar'); print(m.month(2024, 2)); print(m.monthrange(2023, 2), m.isleap(1900))",
    "csv": "import io; m = load('csv'); o = io.StringIO(); m.writer(o).writerows([['a', 'b,c'], [1, None]]); print(repr(o.getvalue()), list(m.DictReader(['x,y', '1,2'])))",
    "configparser": "m = load('configparser'); c = m.ConfigParser(); c.read_string('[a]\\nx = 1\\ny = %(x)s2\\n'); print(c['a']['y'], c.sections(), c.getint('a', 'x'))",
    "urllib.parse": "m = load('urllib.parse'); print(m.urlsplit('http://u@h:8/p?q=1#f'), m.quote('a b/é'), m.urljoin('http://a/b/c', '../d'), m.parse_qs('a=1&a=2'))",
    "fnmatch": "m = load('fnmatch'); print(m.filter(['a.py', 'b.txt'], '*.py'), m.translate('a[!b]*?'))",
    "posixpath": "m = load('posixpath'); print(m.join('a', '/b', 'c'), m.normpath('a//b/../c'), m.splitext('x.tar.gz'), m.relpath('/a/b', '/a/c'), m.commonpath(['/a/b', '/a/c']))",
    "genericpath": "m = load('genericpath'); print(m.commonprefix(['abc', 'abd']), m.exists('/'))",
    "keyword": "m = load('keyword'); print(m.iskeyword('async'), m.softkwlist)",
    "token": "m = load('token'); print(m.tok_name[1], m.ISTERMINAL(3))",
    "tokenize": "import io; m = load('tokenize'); print([t.string for t in m.generate_tokens(io.StringIO('x = (1 +\\n 2)  # c\\n').readline)])",
    "inspect": "m = load('inspect')\ndef f(a, /, b: int = 1, *c, d, **e) -> str: 'doc'\nprint(m.signature(f), m.getdoc(f), m.isfunction(f), m.signature(f).bind(1, d=2).arguments)",
    "typing": "m = load('typing'); T = m.TypeVar('T'); print(m.Optional[int], m.List[T][str], m.get_type_hints(type('A', (), {'__annotations__': {'x': 'int'}})), m.Callable[[int], str])",
    "traceback": "m = load('traceback')\ntry: 1 / 0\nexcept ZeroDivisionError as e: print(m.format_exception_only(e), m.extract_tb(e.__traceback__)[0].name)",
    "warnings": "m = load('warnings', ['_warnings'])\nwith m.catch_warnings(record=True) as seen:\n    m.simplefilter('always'); m.warn('careful', UserWarning); print([str(w.message) for w in seen])",
    "weakref": "m = load('weakref')\nclass A: pass\na = A(); d = m.WeakValueDictionary(x=a); print(dict(d) == {'x': a}); del a; print(len(d)); r = m.finalize(A(), print, 'gone')",
    "queue": "m = load('queue', ['_queue']); q = m.PriorityQueue(); q.put(3); q.put(1); print(q.get(), q.qsize(), q.empty())",
    "sched": "m = load('sched'); s = m.scheduler(lambda: 0, lambda n: None); s.enter(0, 2, print, ('b',)); s.enter(0, 1, print, ('a',)); s.run()",
    "timeit": "m = load('timeit'); print(m.timeit('pass', number=3) >= 0)",
    "tomllib": "m = load('tomllib'); print(m.loads('a = [1, 2.5]\\n[b]\\nc = \"x\"\\nd = 2024-01-02\\n'))",
    "uuid": "m = load('uuid'); print(m.uuid5(m.NAMESPACE_DNS, 'python.org'), m.UUID(int=5).hex)",
    "numbers": "m = load('numbers'); print(isinstance(1, m.Integral), issubclass(complex, m.Number))",
    "ipaddress": "m = load('ipaddress'); print(list(m.ip_network('10.0.0.0/30').hosts()), m.ip_address('::1').is_loopback)",
    "base64": "m = load('base64'); print(m.b64encode(b'hello'), m.b32decode('NBSWY3DP'), m.a85encode(b'abc'), m.b85decode(m.b85encode(b'xyz')))",
    "hmac": "m = load('hmac'); print(m.new(b'k', b'm', 'sha256').hexdigest())",
    "pickle": "m = load('pickle', ['_pickle']); print(m.loads(m.dumps([1, 'a', {2: (3,)}, None, 2.5])), len(m.dumps({1}, 0)))",
    "getopt": "m = load('getopt'); print(m.getopt(['-a', '-b', 'x', '--long=1', 'rest'], 'ab:', ['long=']))",
    "optparse": "m = load('optparse'); p = m.OptionParser(prog='x'); p.add_option('-n', type='int', default=3); print(p.parse_args(['-n', '4', 'y'])); print(p.format_help())",
    "glob": "m = load('glob'); print(m.escape('a*b'), m.has_magic('a?'), m.translate('**/*.py', recursive=True))",
    "struct": "m = load('struct'); print(m.pack('<hI', 1, 2), m.unpack('>H', b'ab'))",
    "concurrent.futures._base": "m = load('concurrent.futures._base'); f = m.Future(); f.add_done_callback(lambda f: print('done', f.result())); f.set_result(3); print(f)",
}


def outcome(interpreter, program):
    """What a program prints, its status, and the last line of its error."""
    done = subprocess.run([interpreter, "-c", program], capture_output=True, text=True, timeout=60)
    last = done.stderr.strip().rsplit("\n", 1)[-1] if done.returncode else ""
    return ADDRESS.sub("0x...", done.stdout), done.returncode, last


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--snakelet", default=str(HERE.parent / "target" / "release" / "snakelet"), metavar="PATH")
    parser.add_argument("--lib", default=sysconfig.get_path("stdlib"), metavar="FOLDER", help="CPython 3.13's Lib")
    parser.add_argument("module", nargs="*", help="only these")
    options = parser.parse_args()
    loader = LOADER.replace("{lib!r}", repr(options.lib))
    same = 0
    chosen = options.module or list(USES)
    for name in chosen:
        program = loader + USES[name]
        reference, own = outcome(sys.executable, program), outcome(options.snakelet, program)
        if own == reference and not own[1]:
            same += 1
            print(f"{name}: runs")
        elif reference[1]:
            print(f"{name}: not in the reference ({reference[2]})")
        else:
            print(f"{name}: {own[2] or 'prints something else'}")
            if not own[2]:
                print(f"    reference: {reference[0]!r}\n    here:      {own[0]!r}")
    print(f"{same} of {len(chosen)} run as in the reference")
    return same < len(chosen)


if __name__ == "__main__":
    sys.exit(main())
