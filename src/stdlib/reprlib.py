"""Texts of objects that stay short, and a guard for those that hold themselves."""
from itertools import islice

__all__ = ['Repr', 'repr', 'recursive_repr']


def recursive_repr(fillvalue='...'):
    """A decorator for __repr__ that gives fillvalue where an object shows itself inside itself."""

    def decorate(shown):
        running = set()

        def guarded(self):
            mark = id(self)
            if mark in running:
                return fillvalue
            running.add(mark)
            try:
                return shown(self)
            finally:
                running.discard(mark)

        for name in ('__module__', '__doc__', '__name__', '__qualname__'):
            setattr(guarded, name, getattr(shown, name))
        guarded.__type_params__ = getattr(shown, '__type_params__', ())
        guarded.__wrapped__ = shown
        return guarded

    return decorate


class Repr:
    """Makes texts no longer than its attributes say."""

    _modules = {
        'tuple': 'builtins', 'list': 'builtins', 'array': 'array', 'set': 'builtins', 'frozenset': 'builtins',
        'deque': 'collections', 'dict': 'builtins', 'str': 'builtins', 'int': 'builtins',
    }

    def __init__(
        self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6, maxdeque=6,
        maxstring=30, maxlong=40, maxother=30, fillvalue='...', indent=None,
    ):
        for name, value in locals().items():
            if name != 'self':
                setattr(self, name, value)

    def repr(self, x):
        """The short text of an object."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """The short text of an object inside others, level deep at most."""
        kind = type(x)
        name = kind.__name__
        if ' ' in name:
            name = '_'.join(name.split())
        special = getattr(self, f'repr_{name}', None)
        # Another class may have the name of one of those known here.
        home = self._modules.get(name)
        if special is None or home is not None and getattr(kind, '__module__', None) != home:
            special = self.repr_instance
        return special(x, level)

    def _join(self, pieces, level):
        """The pieces on one line, or each on a line of its own."""
        step = self.indent
        if step is None or not pieces:
            return ', '.join(pieces)
        if isinstance(step, int):
            if step < 0:
                raise ValueError(f'Repr.indent cannot be negative int (was {step!r})')
            step = ' ' * step
        try:
            inner = '\n' + (self.maxlevel - level + 1) * step
        except TypeError as error:
            raise TypeError(f'Repr.indent must be a str, int or None, not {type(step)}') from error
        text = ''.join(f'{inner}{piece},' for piece in pieces) + inner
        return text[:-len(step) or None]

    def _repr_iterable(self, x, level, left, right, maxiter, trail=''):
        """The first items, made short in turn, between two brackets."""
        size = len(x)
        if size and level <= 0:
            return f'{left}{self.fillvalue}{right}'
        pieces = [self.repr1(item, level - 1) for item in islice(x, maxiter)]
        if size > maxiter:
            pieces.append(self.fillvalue)
        if size != 1 or self.indent is not None:
            trail = ''
        return f'{left}{self._join(pieces, level)}{trail}{right}'

    def repr_list(self, x, level):
        return self._repr_iterable(x, level, '[', ']', self.maxlist)

    def repr_tuple(self, x, level):
        return self._repr_iterable(x, level, '(', ')', self.maxtuple, ',')

    def repr_deque(self, x, level):
        return self._repr_iterable(x, level, 'deque([', '])', self.maxdeque)

    def repr_array(self, x, level):
        if not x:
            return f"array('{x.typecode}')"
        return self._repr_iterable(x, level, f"array('{x.typecode}', [", '])', self.maxarray)

    def repr_set(self, x, level):
        if not x:
            return 'set()'
        return self._repr_iterable(_possibly_sorted(x), level, '{', '}', self.maxset)

    def repr_frozenset(self, x, level):
        if not x:
            return 'frozenset()'
        return self._repr_iterable(_possibly_sorted(x), level, 'frozenset({', '})', self.maxfrozenset)

    def repr_dict(self, x, level):
        if x and level <= 0:
            return '{' + self.fillvalue + '}'
        pieces = []
        for key in islice(_possibly_sorted(x), self.maxdict):
            shown = self.repr1(key, level - 1)
            pieces.append(f'{shown}: {self.repr1(x[key], level - 1)}')
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return f'{{{self._join(pieces, level)}}}'

    def _cut(self, s, most):
        i = max(0, (most - 3) // 2)
        j = max(0, most - 3 - i)
        return s[:i] + self.fillvalue + s[len(s) - j:]

    def repr_str(self, x, level):
        most = self.maxstring
        whole = _repr(x[:most])
        if len(whole) <= most:
            return whole
        before = max(0, (most - 3) // 2)
        behind = max(0, most - 3 - before)
        return self._cut(_repr(x[:before] + x[len(x) - behind:]), most)

    def repr_int(self, x, level):
        try:
            s = _repr(x)
        except ValueError as error:
            if 'sys.set_int_max_str_digits()' not in str(error):
                raise
            import math
            k = 1 + int(math.log10(abs(x)))
            return f'<{x.__class__.__name__} instance with roughly {k} digits at 0x{id(x):x}>'
        return self._cut(s, self.maxlong) if len(s) > self.maxlong else s

    def repr_instance(self, x, level):
        try:
            s = _repr(x)
        except Exception:
            return f'<{x.__class__.__name__} instance at {id(x):#x}>'
        return self._cut(s, self.maxother) if len(s) > self.maxother else s


_repr = repr


def _possibly_sorted(x):
    """The items in order, if they have one."""
    try:
        items = sorted(x)
    except Exception:
        items = list(x)
    return items


# The one that is used where none is made.
aRepr = Repr()
repr = aRepr.repr
