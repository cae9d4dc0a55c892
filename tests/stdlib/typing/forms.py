# Special forms and aliases: what they show, refuse and become.
import typing
from typing import (
    Annotated, Any, AnyStr, ClassVar, Concatenate, Dict, Final, ForwardRef, Generic, List, Literal, LiteralString,
    NewType, NoDefault, NoReturn, NotRequired, Optional, ParamSpec, ReadOnly, Required, Self, Text, Tuple, Type,
    TypeAliasType, TypeGuard, TypeIs, TypeVar, TypeVarTuple, TYPE_CHECKING, Union, Unpack, assert_never, assert_type,
    cast, get_args, get_origin, is_typeddict,
)
def show(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
for x in ['Any', 'Union', 'Optional', 'List', 'NoReturn', 'Self', 'Literal', 'Annotated', 'ClassVar', 'NoDefault','Unpack']:
    o = getattr(typing, x)
    for f in [repr, lambda o: o[int], lambda o: o[int, str], lambda o: o[()], lambda o: o(), lambda o: isinstance(3, o), lambda o: issubclass(int, o), lambda o: o[5], lambda o: o['x'], lambda o: o | int, lambda o: int | o, lambda o: type('X', (o,), {}) , lambda o: o.__module__, lambda o: o.__name__, lambda o: o.__origin__]:
        print(x, end=' '); show(f, o)
T = TypeVar('T'); U = TypeVar('U'); Ts = TypeVarTuple('Ts'); P = ParamSpec('P')
exprs = '''Union[int, str] | Union[int, str, int] | Union[int, Union[str, float]] | Optional[int] | Optional[None] | Union[int, None] | Union[None] | Union[T, int][str] | Union[T, int][int]
List[int] | List[T][int] | Dict[str, T][int] | Dict[T, U][int, str] | Dict[int] | List[int, str] | List[int][str] | Tuple[int, ...] | Tuple[()] | Tuple[int, str] | Tuple[T, ...][int] | Type[int] | Type['x']
Literal[1] | Literal[1, True] | Literal['a', 'b', 'a'] | Literal[Literal[1], 2] | Literal[[1]] | Literal[1] == Literal[True] | Literal[1,2] == Literal[2,1] | Literal[None]
Annotated[int, 1] | Annotated[int] | Annotated[Annotated[int, 1], 2] | Annotated[T, 'x'][int] | Annotated[int, 1].__metadata__ | Annotated[int,1].__origin__ | Annotated[int,1] == Annotated[int,2]
ClassVar[int] | Final[int] | Final[ClassVar[int]] | ClassVar[Final[int]] | ClassVar[int, str] | List[ClassVar[int]] | Required[int] | NotRequired[int] | ReadOnly[int] | TypeGuard[int] | TypeIs[int] | Required[int, str]
Unpack[Ts] | Unpack[Tuple[int, str]] | Tuple[Unpack[Ts]] | Tuple[int, Unpack[Ts]][str, float] | Tuple[*Ts][int, str] | Tuple[*Ts][()] | Tuple[T, *Ts][()]
Concatenate[int, P] | Concatenate[int] | Concatenate[int, ...] | Concatenate[()]
Generic[T] | Generic[T, U] | Generic[T, T] | Generic[int] | Generic[()] | Generic[T][int] | Generic[P] | Generic[Unpack[Ts]] | Generic[Ts]
ForwardRef('int') | ForwardRef('x y') | ForwardRef(5) | List['int'] | List['int'].__args__ | Union['int', str] | T | 'x' | int | T | T | int | P | int | 'int' | T
get_origin(List[int]) | get_origin(int) | get_origin(Union[int, str]) | get_origin(int | str) | get_origin(Annotated[int, 1]) | get_origin(Literal[1]) | get_origin(list[int]) | get_origin(Generic[T]) | get_origin(Generic) | get_origin(P.args)
get_args(List[int]) | get_args(int) | get_args(Union[int, Union[T, int], str][int]) | get_args(int | str) | get_args(Annotated[int, 1]) | get_args(Literal[1, 2]) | get_args(Tuple[int, ...]) | get_args(Tuple[()])
TypeVar('A', int) | TypeVar('A', int, str) | TypeVar('A', int, str, bound=int) | TypeVar('A', bound='x').__bound__ | TypeVar('A', bound=5).__bound__ | TypeVar('A', covariant=True, contravariant=True) | TypeVar('A', infer_variance=True, covariant=True) | TypeVar(5) | TypeVar('A', default=int).__default__ | TypeVar('A').__default__ | TypeVar('A', bound=Union) | TypeVar('A', default=int).has_default() | TypeVar('A', 1, 2).__constraints__
P.args | P.kwargs | P.args == P.args | P.args == P.kwargs | P.args.__origin__ | ParamSpec('Q', default=[int]).__default__ | P.__name__ | repr(ParamSpec('A', covariant=True)) | ParamSpec(3)
TypeVarTuple('Ts') | [*TypeVarTuple('Ts')] | TypeVarTuple('Ts', default=Unpack[Tuple[int, str]]).__default__ | TypeVarTuple(3)
TypeAliasType('A', int) | TypeAliasType('A', int).__value__ | TypeAliasType('A', List[T], type_params=(T,))[int] | TypeAliasType('A', int)[int] | TypeAliasType('A', int, type_params=5) | TypeAliasType('A', int) | int | TypeAliasType(1, 2) | TypeAliasType('A', int).__type_params__
NewType('N', int) | NewType('N', int)(5) | NewType('a.N', int).__name__ | NewType('N', int).__supertype__ | NewType('N', int) | str | NewType('N', int).__module__
cast(int, 'x') | assert_type(1, str) | assert_never(5) | is_typeddict(dict)
list[T][int] | dict[T, U][int, str] | dict[T, U][int] | list[int][str] | tuple[T, ...][int] | tuple[*Ts][int, str] | tuple[T, *Ts][int] | list[T] | int | list[T] | T | type[T][int] | list['x'] | dict[str, list[T]][int] | tuple[int, *tuple[T, ...]][str] | list[T][T] | (int | list[T])[str] | list[T].__parameters__ | dict[T, list[U]].__parameters__ | tuple[*Ts].__parameters__
isinstance(1, Union[int, str]) | isinstance(1, List[int]) | isinstance([], List) | issubclass(list, List) | isinstance(1, Optional[int]) | isinstance(1, int | T) | isinstance([], list[int])
List[int] == List[int] | hash(List[int]) == hash(List[int]) | List[int] is List[int] | Union[int, str] == Union[str, int] | Union[int, str] == int | str | List[int] == list[int] | hash(Union[int,str]) == hash(Union[str,int])
List[int]() | List() | Dict() | Tuple() | List[int].append | List.append | List[int].__name__ | List.__name__ | Union[int,str].__name__ | Optional[int].__name__ | Literal[1].__name__ | List[int]._name
Any() | Any | list[Any] | type(Any) | isinstance(3, Any)
Text | TYPE_CHECKING | AnyStr | AnyStr.__constraints__ | NoDefault | type(NoDefault)() | type(NoDefault)(1) | type(NoDefault)'''
for line in exprs.splitlines():
    for e in line.split(' | '):
        print(e, '->', end=' '); show(eval, e)
