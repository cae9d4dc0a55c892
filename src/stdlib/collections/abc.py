"""The abstract base classes of containers, iterators and what can be awaited."""
from _collections_abc import *
from _collections_abc import __all__
from _collections_abc import _CallableGenericAlias
