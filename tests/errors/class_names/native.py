# Messages name the classes of native modules with their module, other classes without it.
import collections, contextvars, datetime, functools, io, itertools, operator, os, re, threading, time, types, weakref


class Mine(collections.deque):
    pass


def show(f):
    try:
        print(f())
    except Exception as e:
        print(e)


for each in [collections.deque(), collections.defaultdict(), collections.OrderedDict(), collections.Counter(),
             re.compile('a'), re.match('a', 'a'), io.StringIO(), io.BytesIO(), itertools.chain(), functools.partial(len),
             operator.itemgetter(1), datetime.date(2020, 1, 1), datetime.timedelta(1), datetime.timezone.utc,
             contextvars.ContextVar('a'), threading.Lock(), threading.Event(), weakref.ref(Mine),
             types.SimpleNamespace(), time.localtime(), os.stat('.'), Mine(), {}]:
    show(lambda: 1 - each)
# expect: unsupported operand type(s) for -: 'int' and 'collections.deque'
# expect: unsupported operand type(s) for -: 'int' and 'collections.defaultdict'
# expect: unsupported operand type(s) for -: 'int' and 'collections.OrderedDict'
# expect: unsupported operand type(s) for -: 'int' and 'Counter'
# expect: unsupported operand type(s) for -: 'int' and 're.Pattern'
# expect: unsupported operand type(s) for -: 'int' and 're.Match'
# expect: unsupported operand type(s) for -: 'int' and '_io.StringIO'
# expect: unsupported operand type(s) for -: 'int' and '_io.BytesIO'
# expect: unsupported operand type(s) for -: 'int' and 'itertools.chain'
# expect: unsupported operand type(s) for -: 'int' and 'functools.partial'
# expect: unsupported operand type(s) for -: 'int' and 'operator.itemgetter'
# expect: unsupported operand type(s) for -: 'int' and 'datetime.date'
# expect: unsupported operand type(s) for -: 'int' and 'datetime.timedelta'
# expect: unsupported operand type(s) for -: 'int' and 'datetime.timezone'
# expect: unsupported operand type(s) for -: 'int' and '_contextvars.ContextVar'
# expect: unsupported operand type(s) for -: 'int' and '_thread.lock'
# expect: unsupported operand type(s) for -: 'int' and 'Event'
# expect: unsupported operand type(s) for -: 'int' and 'weakref.ReferenceType'
# expect: unsupported operand type(s) for -: 'int' and 'types.SimpleNamespace'
# expect: unsupported operand type(s) for -: 'int' and 'time.struct_time'
# expect: unsupported operand type(s) for -: 'int' and 'os.stat_result'
# expect: unsupported operand type(s) for -: 'int' and 'Mine'
# expect: unsupported operand type(s) for -: 'int' and 'dict'
d = collections.deque()
show(lambda: d.foo)                     # expect: 'collections.deque' object has no attribute 'foo'
show(lambda: collections.deque.foo)     # expect: type object 'collections.deque' has no attribute 'foo'
show(lambda: hash(d))                   # expect: unhashable type: 'collections.deque'
show(lambda: d())                       # expect: 'collections.deque' object is not callable
show(lambda: [][d])                     # expect: list indices must be integers or slices, not collections.deque
show(lambda: 'a' + d)                   # expect: can only concatenate str (not "collections.deque") to str
show(lambda: int(d))
# expect: int() argument must be a string, a bytes-like object or a real number, not 'collections.deque'
show(lambda: open(d))                   # expect: expected str, bytes or os.PathLike object, not deque
show(lambda: str(b'', collections.Counter()))
# expect: str() argument 'encoding' must be str, not collections.Counter
