"""How names are resolved and looked for; shared by the modules of the package."""
import sys


def resolve(name, package):
    """The full name for one with leading dots."""
    rest = name.lstrip('.')
    level = len(name) - len(rest)
    parts = package.split('.')
    if level > len(parts):
        raise ImportError('attempted relative import beyond top-level package')
    base = '.'.join(parts[:len(parts) - level + 1])
    return f'{base}.{rest}' if rest else base


def find(name, path=None, target=None):
    """What the first finder that knows the module says of it."""
    for finder in sys.meta_path:
        ask = getattr(finder, 'find_spec', None)
        spec = ask(name, path, target) if ask is not None else None
        if spec is not None:
            return spec
    return None
