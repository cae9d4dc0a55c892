"""`Callable[…]` is an alias of a class of its own."""
import collections.abc
import typing

alias = collections.abc.Callable[[int, str], float]
print(alias)  # expect: collections.abc.Callable[[int, str], float]
print(alias.__args__, alias.__origin__)  # expect: (<class 'int'>, <class 'str'>, <class 'float'>) <class 'collections.abc.Callable'>
print(collections.abc.Callable[..., int], alias == collections.abc.Callable[[int, str], float])  # expect: collections.abc.Callable[..., int] True
print(typing.get_args(alias), typing.Callable[[int], str])  # expect: ([<class 'int'>, <class 'str'>], <class 'float'>) typing.Callable[[int], str]
