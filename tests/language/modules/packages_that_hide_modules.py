# What `import a.b as c` binds is the package's attribute; a package may be loaded again meanwhile, or take no attributes.
import importlib.machinery
import types
import warnings

import _taken._inner as inner
from _taken import _inner as again

print(inner.attr, again is inner)  # expect: the package's own True

import _gone._first

print(_gone._first._second.__name__)  # expect: _gone._second

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    from _closed._inner import x
print(x, caught[0].message)  # expect: 3 Cannot set an attribute on '_closed' for child module '_inner'

module = types.ModuleType("name")
loader = importlib.machinery.NamespaceLoader("name", ["place"], "finder")
module.__spec__, module.__loader__ = importlib.machinery.ModuleSpec("name", loader), loader
print(module)  # expect: <module 'name' (namespace) from ['place']>
