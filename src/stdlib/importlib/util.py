"""What finders and loaders are made with."""
import sys
import types
from _importlib import ModuleSpec, SourceFileLoader, absolute as _absolute, module_from_spec
from importlib._names import find as _find, resolve as _resolve

__all__ = [
    'LazyLoader', 'Loader', 'MAGIC_NUMBER', 'cache_from_source', 'decode_source', 'find_spec', 'module_from_spec',
    'resolve_name', 'source_from_cache', 'source_hash', 'spec_from_file_location', 'spec_from_loader',
]

MAGIC_NUMBER = (3571).to_bytes(2, 'little') + b'\r\n'

_not_given = object()


class Loader:
    """What a loader has to offer at least."""

    def create_module(self, spec):
        """None: a plain module will do."""
        return None

    def load_module(self, fullname):
        """Make the module and run its code."""
        if not hasattr(self, 'exec_module'):
            raise ImportError
        module = module_from_spec(spec_from_loader(fullname, self))
        sys.modules[fullname] = module
        try:
            self.exec_module(module)
        except BaseException:
            sys.modules.pop(fullname, None)
            raise
        return sys.modules[fullname]


def resolve_name(name, package):
    """The full name for one that may have leading dots."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    return _resolve(name, package)


def find_spec(name, package=None):
    """The spec of a module, which is not imported for that; the packages around it are."""
    name_in_full = resolve_name(name, package) if name.startswith('.') else name
    if name_in_full in sys.modules:
        module = sys.modules[name_in_full]
        if module is None:
            return None
        spec = getattr(module, '__spec__', _not_given)
        if spec is _not_given:
            raise ValueError(f'{name}.__spec__ is not set')
        if spec is None:
            raise ValueError(f'{name}.__spec__ is None')
        return spec
    parent = name_in_full.rpartition('.')[0]
    if not parent:
        return _find(name_in_full)
    package = __import__(parent, fromlist=['__path__'])
    try:
        path = package.__path__
    except AttributeError as error:
        raise ModuleNotFoundError(
            f'__path__ attribute not found on {parent!r} while trying to find {name_in_full!r}',
            name=name_in_full,
        ) from error
    return _find(name_in_full, path)


def _location_by_loader(loader, name):
    try:
        return loader.get_filename(name) if hasattr(loader, 'get_filename') else '<unknown>'
    except ImportError:
        return '<unknown>'


def spec_from_file_location(name, location=None, *, loader=_not_given, submodule_search_locations=_not_given):
    """The spec of a module that is a file."""
    if location is None:
        location = _location_by_loader(loader, name)
    else:
        if hasattr(location, '__fspath__'):
            location = location.__fspath__()
        location = _absolute(location)
    if loader is _not_given or loader is None:
        if not location.endswith('.py'):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if submodule_search_locations is _not_given:
        submodule_search_locations = None
        if hasattr(loader, 'is_package'):
            try:
                if loader.is_package(name):
                    submodule_search_locations = []
            except ImportError:
                pass
    if submodule_search_locations == [] and '/' in location:
        submodule_search_locations = [location.rpartition('/')[0]]
    spec.submodule_search_locations = submodule_search_locations
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """The spec of a module, by what its loader tells."""
    if origin is None and hasattr(loader, 'get_filename'):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        places = [] if is_package else None
        return spec_from_file_location(name, loader=loader, submodule_search_locations=places)
    if is_package is None:
        is_package = False
        if hasattr(loader, 'is_package'):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where the reference keeps what it has compiled."""
    if hasattr(path, '__fspath__'):
        path = path.__fspath__()
    folder, slash, file = path.rpartition('/')
    stem, dot, end = file.rpartition('.')
    name = f'{stem if dot else end}.{sys.implementation.cache_tag or "cpython-313"}'
    if optimization is None:
        optimization = sys.flags.optimize or ''
    if optimization != '':
        if not str(optimization).isalnum():
            raise ValueError(f'{optimization!r} is not alphanumeric')
        name = f'{name}.opt-{optimization}'
    return f'{folder}{slash}__pycache__/{name}.pyc'


def source_from_cache(path):
    """The file that `cache_from_source` gives this path for."""
    if hasattr(path, '__fspath__'):
        path = path.__fspath__()
    folder, _, file = path.rpartition('/')
    folder, slash, last = folder.rpartition('/')
    if last != '__pycache__':
        raise ValueError(f'__pycache__ not bottom-level directory in {path!r}')
    dots = file.count('.')
    if dots not in (2, 3):
        raise ValueError(f"expected only 2 or 3 dots in {file!r}")
    return f'{folder}{slash}{file.partition(".")[0]}.py'


def source_hash(source_bytes):
    """A number for a source text."""
    return hash(bytes(source_bytes)).to_bytes(8, 'little', signed=True)


def decode_source(source_bytes):
    """A source text from its bytes, with plain line ends."""
    text = bytes(source_bytes).decode('utf-8-sig')
    return text.replace('\r\n', '\n').replace('\r', '\n')


class _LazyModule(types.ModuleType):
    """A module whose code runs when an attribute is first asked for."""

    def __getattribute__(self, name):
        names = object.__getattribute__(self, '__dict__')
        spec = names['__spec__']
        if object.__getattribute__(self, '__class__') is _LazyModule:
            before = spec.loader_state
            if names.get('__name__') is spec.name and name in ('__spec__', '__dict__', '__class__') and before is None:
                return object.__getattribute__(self, name)
            changed = {key: value for key, value in names.items() if key not in before or before[key] is not value}
            object.__setattr__(self, '__class__', types.ModuleType)
            spec.loader.exec_module(self)
            names.update(changed)
        return getattr(self, name)

    def __delattr__(self, name):
        getattr(self, name)
        delattr(self, name)


class LazyLoader(Loader):
    """Lets the loader run a module's code when that is first needed."""

    def __init__(self, loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        """What makes lazy loaders as `loader` makes others."""
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        """As the loader inside does."""
        return self.loader.create_module(spec)

    def exec_module(self, module):
        """Run nothing yet."""
        spec = module.__spec__
        spec.loader = module.__loader__ = self.loader
        spec.loader_state = dict(module.__dict__)
        module.__class__ = _LazyModule
