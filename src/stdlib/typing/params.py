"""What the native type parameters and `Generic` leave to Python code: arguments put in the place of parameters."""
__name__ = 'typing'
import typing
from _types import GenericAlias
from typing import (
    Generic, ParamSpec, TypeVar, TypeVarTuple, Unpack, _cached, _collect_type_parameters, _GenericAlias,
    _is_generic_base, _is_param_expr, _is_unpacked_typevartuple, _type_check, _type_convert, _unpack_args,
)


def _typevar_subst(self, arg):
    arg = _type_check(arg, 'Parameters to generic types must be types.')
    unpacked = isinstance(arg, GenericAlias) and arg.__unpacked__
    if unpacked or isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack:
        raise TypeError(f'{arg} is not valid as type argument')
    return arg


def _typevartuple_prepare_subst(self, alias, args):
    """Give a TypeVarTuple all arguments that the parameters around it leave."""
    params = alias.__parameters__
    place = params.index(self)
    if any(isinstance(param, TypeVarTuple) for param in params[place + 1:]):
        raise TypeError(f'More than one TypeVarTuple parameter in {alias}')
    before, behind = place, len(params) - place - 1
    left, right = before, behind
    # A tuple of any length fills whatever parameters it meets.
    endless = filler = None
    for index, arg in enumerate(args):
        if isinstance(arg, type):
            continue
        inner = getattr(arg, '__typing_unpacked_tuple_args__', None)
        if inner and len(inner) == 2 and inner[-1] is ...:
            if endless is not None:
                raise TypeError('More than one unpacked arbitrary-length tuple argument')
            endless, filler = index, inner[0]
    if endless is not None:
        left = min(left, endless)
        right = min(right, len(args) - endless - 1)
    elif left + right > len(args):
        raise TypeError(
            f'Too few arguments for {alias}; actual {len(args)}, expected at least {len(params) - 1}')
    end = len(args) - right
    if left == end and self.has_default():
        own = _unpack_args(self.__default__)
    else:
        own = tuple(args[left:end])
    fill = [filler]
    return (*args[:left], *fill * (before - left), own, *fill * (behind - right), *args[end:])


def _paramspec_subst(self, arg):
    if isinstance(arg, (list, tuple)):
        return tuple(_type_check(each, 'Expected a type.') for each in arg)
    if not _is_param_expr(arg):
        raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')
    return arg


def _paramspec_prepare_subst(self, alias, args):
    """Make one argument of what a ParamSpec stands for."""
    params = alias.__parameters__
    place = params.index(self)
    if place == len(args) and self.has_default():
        args = (*args, self.__default__)
    if place >= len(args):
        raise TypeError(f'Too few arguments for {alias}')
    if len(params) == 1 and not _is_param_expr(args[0]):
        return (args,)
    if isinstance(args[place], list):
        return (*args[:place], tuple(args[place]), *args[place + 1:])
    return args


@_cached
def _generic_class_getitem(cls, args):
    """cls[args] of a class that derives from Generic, and of Generic itself."""
    if not isinstance(args, tuple):
        args = (args,)
    args = tuple(map(_type_convert, args))
    if _is_generic_base(cls):
        if not args:
            raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
        if not all(isinstance(arg, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(arg) for arg in args):
            raise TypeError(
                f'Parameters to {cls.__name__}[...] must all be type variables '
                'or parameter specification variables.')
        if len(set(args)) != len(args):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
        return _GenericAlias(cls, args)
    params = cls.__parameters__
    for param in params:
        prepare = getattr(param, '__typing_prepare_subst__', None)
        if prepare is not None:
            args = prepare(cls, args)
    _check_argument_count(cls, params, len(args))
    given = []
    for param, arg in zip(params, args):
        if isinstance(param, TypeVarTuple):
            given.extend(arg)
        else:
            given.append(arg)
    return _GenericAlias(cls, tuple(given))


def _check_argument_count(cls, params, count):
    if not params:
        raise TypeError(f'{cls} is not a generic class')
    if count == len(params):
        return
    if count > len(params):
        raise TypeError(f'Too many arguments for {cls}; actual {count}, expected {len(params)}')
    # Whatever follows a parameter with a default has one too.
    if params[count].has_default():
        return
    least = len(params) - sum(param.has_default() for param in params)
    raise TypeError(f'Too few arguments for {cls}; actual {count}, expected at least {least}')


def _generic_init_subclass(cls, *args, **kwargs):
    """Find the type parameters of a new class."""
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    bases = cls.__dict__.get('__orig_bases__')
    if bases is not None:
        plain = Generic in bases
    else:
        plain = Generic in cls.__bases__ and cls.__name__ != 'Protocol' and type(cls) is not typing._typed_dict_meta
    if plain:
        raise TypeError('Cannot inherit from plain Generic')
    params = ()
    if bases is not None:
        params = _collect_type_parameters(bases)
        listed = None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if listed is not None:
                    raise TypeError('Cannot inherit from Generic[...] multiple times.')
                listed = base.__parameters__
        if listed is not None:
            missing = [str(param) for param in params if param not in listed]
            if missing:
                raise TypeError(
                    f'Some type variables ({", ".join(missing)}) are not listed in '
                    f'Generic[{", ".join(map(str, listed))}]')
            params = listed
    cls.__parameters__ = tuple(params)
