# get_type_hints, TypedDict, and decorators that only mark.
import typing
from typing import (
    Annotated, Any, ClassVar, Dict, Final, ForwardRef, Generic, List, Literal, NewType, NotRequired, Optional, ReadOnly,
    Required, TypedDict, TypeVar, Union, clear_overloads, dataclass_transform, final, get_overloads, get_type_hints,
    is_typeddict, no_type_check, overload, override,
)
def show(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
T = TypeVar('T')
def f(a: 'int', b: Optional['str'] = None, *c: List['C'], d: Annotated[int, 'x'], e: 'List[T]', g: None) -> 'C': pass
class C:
    x: 'C'
    y: ClassVar['int'] = 3
    z: 'Optional[C]'
    w: Annotated['int', 5]
    def m(self, o: 'C') -> List['D']: pass
class D(C):
    q: 'D'
    x: int
show(get_type_hints, f); show(lambda: get_type_hints(f, include_extras=True)); show(get_type_hints, C); show(get_type_hints, D); show(get_type_hints, C.m)
show(get_type_hints, 5); show(get_type_hints, len); show(get_type_hints, typing); show(lambda: get_type_hints(C, {'C': int, 'Optional': Optional}))
def bad(x: 'undefined'): pass
show(get_type_hints, bad); show(lambda: get_type_hints(bad, {'undefined': int}))
def bad2(x: '1 +'): pass
show(get_type_hints, bad2)
def gen[U](x: 'U', y: 'list[U]') -> 'U': pass
show(get_type_hints, gen)
class G[V]:
    a: 'V'
    b: 'list[V]'
    c: dict[str, 'V']
show(get_type_hints, G)
def nn(x: 'int | None', y: list['int'], z: 'dict[str, list["C"]]'): pass
show(get_type_hints, nn)
# TypedDict
class M(TypedDict):
    name: str
    year: 'int'
class M2(M, total=False):
    extra: bool
    req: Required[int]
    ro: ReadOnly[str]
class M3(TypedDict):
    n: NotRequired[int]
    a: Annotated[Required[int], 4]
print(M(name='x', year=1), M.__annotations__, sorted(M.__required_keys__), M.__optional_keys__, M.__total__, M.__bases__, M.__mro__, M.__module__, type(M).__name__)
print(sorted(M2.__required_keys__), sorted(M2.__optional_keys__), M2.__readonly_keys__, sorted(M2.__mutable_keys__), M2.__total__, M2.__annotations__, M3.__required_keys__, M3.__optional_keys__)
show(get_type_hints, M2); show(lambda: get_type_hints(M2, include_extras=True)); show(get_type_hints, M3)
for s in ['isinstance({}, M)', 'issubclass(dict, M)', 'TypedDict("X", {"a": int})', 'TypedDict("X", {"a": int}).__annotations__', 'TypedDict("X", {"a": int}, total=False).__optional_keys__', 'TypedDict("X")', 'TypedDict("X", None)', 'TypedDict("X", a=int)', 'TypedDict("X", {"in": int})(**{"in": 3})', 'TypedDict("X", {"a": (1, 2)})', 'is_typeddict(M)', 'is_typeddict(TypedDict)', 'is_typeddict(3)', 'M()', 'M({"a": 1})' , 'M == M', 'M | None', 'Optional[M]']:
    print(s, end=' => '); show(eval, s)
for s in ['class X(TypedDict, dict): pass', 'class X(M, Generic[T]):\n  t: T\nprint(X[int], X.__parameters__, X(t=1))', 'class X[T](TypedDict):\n  t: T\nprint(X[int], X[int](t=3), X.__mro__)', 'class X(M):\n  name: ReadOnly[str]', 'class X(TypedDict):\n  def m(self): pass\nprint(X())', 'class X(M2):\n  req: NotRequired[int]\nprint(X.__optional_keys__)', 'class X(TypedDict, foo=3): pass', 'class X(TypedDict):\n  a: ClassVar[int]', 'class X(TypedDict):\n  a: Final', 'class X(metaclass=type(M)): pass\nprint(X)']:
    print(s, end=' => '); show(exec, s)
# others
@overload
def ov(x: int) -> int: ...
@overload
def ov(x: str) -> str: ...
def ov(x): return x
print(len(get_overloads(ov)), get_overloads(len), ov(3)); clear_overloads(); print(get_overloads(ov))
@overload
def only(x): ...
show(only, 1)
@final
class Fin: pass
@override
def ovr(self): pass
print(Fin.__final__, ovr.__override__, final(3), override(4))
@no_type_check
def ntc(x: 'whatever'): pass
@no_type_check
class Ntc:
    def m(self, x: 'zzz'): pass
print(get_type_hints(ntc), get_type_hints(Ntc), get_type_hints(Ntc.m), Ntc.m.__no_type_check__)
@dataclass_transform(kw_only_default=True, zzz=3)
def dt(cls): return cls
print(dt.__dataclass_transform__)
UserId = NewType('UserId', int)
print(UserId, UserId(5), UserId.__name__, UserId.__module__, UserId.__supertype__, UserId | None, Optional[UserId], type(UserId)); show(lambda: isinstance(5, UserId)); show(lambda: type('X', (UserId,), {}))
def dd(x: int = None): pass
print(get_type_hints(dd))
print(ForwardRef('int') == ForwardRef('int'), hash(ForwardRef('int')) == hash(ForwardRef('int')), ForwardRef('int', module='m'))
for s in ["ForwardRef('int')._evaluate({}, {}, recursive_guard=frozenset())", "ForwardRef('List[X]')._evaluate(globals(), {'X': int}, type_params=(), recursive_guard=frozenset())", "typing._eval_type(List['int'], globals(), {}, ())", "typing._type_check(5, 'msg')", "typing._type_check((1,), 'msg')", "typing._type_repr(int)", "typing.foo", "typing.T", "typing.KT", "typing.CT_co.__bound__", "typing._SpecialForm", "typing._GenericAlias", "type(List[int])", "type(Union[int, str])", "type(Literal[1])", "typing._UnionGenericAlias", "type(Optional)", "type(List)", "type(Any)", "typing.ForwardRef.__mro__", "type('Q', (typing._GenericAlias,), {})", "typing._Final"]:
    print(s, '=>', end=' '); show(eval, s)
