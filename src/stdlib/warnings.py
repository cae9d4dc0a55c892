"""Warnings: what becomes of them, and how they are issued."""
import sys
from _warnings import warn, warn_explicit, _filters_mutated, _get_filters, _line, _set_filters, _set_hook

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter',
           'resetwarnings', 'catch_warnings', 'deprecated']

filters = _get_filters()
_ACTIONS = ('error', 'ignore', 'always', 'all', 'default', 'module', 'once')


class WarningMessage:
    """A warning with its place."""

    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        details = (message, category, filename, lineno, file, line, source)
        for name, detail in zip(self._WARNING_DETAILS, details):
            setattr(self, name, detail)
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return ('{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self._category_name, self.filename, self.lineno, self.line))


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning as it is shown."""
    return _format(WarningMessage(message, category, filename, lineno, None, line))


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file."""
    _write(WarningMessage(message, category, filename, lineno, file, line))


_own_showwarning = showwarning
_own_formatwarning = formatwarning


def _format(msg):
    text = f'{msg.filename}:{msg.lineno}: {msg._category_name}: {msg.message}\n'
    line = _line(msg.filename, msg.lineno) if msg.line is None else msg.line
    line = line.strip()
    if line:
        text += f'  {line}\n'
    if msg.source is not None:
        text += f'{msg._category_name}: Enable tracemalloc to get the object allocation traceback\n'
    return text


def _write(msg):
    file = sys.stderr if msg.file is None else msg.file
    if file is None:
        return
    if formatwarning is not _own_formatwarning:
        text = formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    else:
        text = _format(msg)
    try:
        file.write(text)
    except OSError:
        pass


def _show(message, category, filename, lineno, source):
    """What the interpreter calls for each warning that is to be shown."""
    msg = WarningMessage(message, category, filename, lineno, source=source)
    if _log is not None:
        _log.append(msg)
    elif showwarning is not _own_showwarning:
        if not callable(showwarning):
            raise TypeError('warnings.showwarning() must be set to a function or method')
        showwarning(message, category, filename, lineno, msg.file, msg.line)
    else:
        _write(msg)


_log = None
_set_hook(_show)


def _insert(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _set_filters(filters)
    _filters_mutated()


def _check(fine, kind, text):
    if not fine:
        raise kind(text)


def _check_line(lineno):
    _check(isinstance(lineno, int), TypeError, 'lineno must be an int')
    _check(lineno >= 0, ValueError, 'lineno must be an int >= 0')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Say what becomes of warnings whose text and module match."""
    is_warning = isinstance(category, type) and issubclass(category, Warning)
    _check(action in _ACTIONS, ValueError, f'invalid action: {action!r}')
    _check(isinstance(message, str), TypeError, 'message must be a string')
    _check(is_warning, TypeError, 'category must be a Warning subclass')
    _check(isinstance(module, str), TypeError, 'module must be a string')
    _check_line(lineno)
    _insert((action, _pattern(message, True), category, _pattern(module, False), lineno), append)


def _pattern(text, ignore_case):
    """A pattern for text: only what is more than letters needs the module of patterns."""
    if not text:
        return None
    if ignore_case and not any(letter in text for letter in '\\.^$*+?{}[]|()'):
        return text
    import re
    return re.compile(text, re.IGNORECASE if ignore_case else 0)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Say what becomes of all warnings of a category."""
    _check(action in _ACTIONS, ValueError, f'invalid action: {action!r}')
    _check_line(lineno)
    _insert((action, None, category, None, lineno), append)


def resetwarnings():
    """Forget all filters."""
    filters[:] = []
    _set_filters(filters)
    _filters_mutated()


class catch_warnings:
    """Restore filters and showwarning at the end; with record=True, collect warnings in a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._module = sys.modules['warnings'] if module is None else module
        self._filter = None if action is None else (action, category, lineno, append)
        self._record, self._entered = record, False

    def __repr__(self):
        shown = ['record=True'] if self._record else []
        if self._module is not sys.modules['warnings']:
            shown.append(f'module={self._module!r}')
        return f'{type(self).__name__}({", ".join(shown)})'

    def __enter__(self):
        global filters, _log, showwarning
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        self._filters = filters
        self._showwarning = showwarning
        self._outer_log = _log
        filters = filters[:]
        _set_filters(filters)
        _filters_mutated()
        log = None
        if self._record:
            log = _log = []
            showwarning = _own_showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global filters, _log, showwarning
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        filters = self._filters
        showwarning = self._showwarning
        _log = self._outer_log
        _set_filters(filters)
        _filters_mutated()


class deprecated:
    """Mark a class or a function as one that will go away; its use is warned about."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f'Expected an object of type str for {"message"!r}, not {type(message).__name__!r}')
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            return _deprecate_class(arg, message, category, stacklevel)
        if not callable(arg):
            raise TypeError('@deprecated decorator with non-None category must be applied to '
                            f'a class or callable, not {arg!r}')

        from functools import wraps
        from inspect import iscoroutinefunction, markcoroutinefunction

        @wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel)
            return arg(*args, **kwargs)

        arg.__deprecated__ = wrapper.__deprecated__ = message
        return markcoroutinefunction(wrapper) if iscoroutinefunction(arg) else wrapper


def _deprecate_class(cls, message, category, stacklevel):
    original = cls.__new__

    def __new__(made, /, *args, **kwargs):
        if made is cls:
            warn(message, category=category, stacklevel=stacklevel)
        if original is not object.__new__:
            return original(made, *args, **kwargs)
        if made.__init__ is object.__init__ and (args or kwargs):
            raise TypeError(f'{made.__name__}() takes no arguments')
        return original(made)

    cls.__new__ = staticmethod(__new__)
    inherited = cls.__init_subclass__
    # A class method of a script is for the class that is made, not for this one.
    function = getattr(inherited, '__func__', None)

    def __init_subclass__(made, /, *args, **kwargs):
        warn(message, category=category, stacklevel=stacklevel)
        return inherited(*args, **kwargs) if function is None else function(made, *args, **kwargs)

    cls.__init_subclass__ = classmethod(__init_subclass__)
    cls.__deprecated__ = message
    return cls


class _OptionError(Exception):
    """A filter given as text that cannot be one."""


def _getaction(action):
    """The action whose name begins so."""
    name = {'': 'default', 'all': 'always'}.get(action, action)
    for each in ('default', 'always', 'ignore', 'module', 'once', 'error'):
        if each.startswith(name):
            return each
    raise _OptionError(f'invalid action: {name!r}')


def _getcategory(category):
    """The class of warnings of a name; a dotted one says its module."""
    module, dot, name = category.rpartition('.')
    if not category:
        return Warning
    try:
        found = getattr(__import__(module if dot else 'builtins', fromlist=[name]), name)
    except ImportError:
        raise _OptionError(f'invalid module name: {module!r}') from None
    except AttributeError:
        raise _OptionError(f'unknown warning category: {category!r}') from None
    if not issubclass(found, Warning):
        raise _OptionError(f'invalid warning category: {category!r}')
    return found


def _setoption(arg):
    """Adds the filter that `-W` would: `action:message:category:module:line`."""
    import re
    parts = [part.strip() for part in arg.split(':')]
    if len(parts) > 5:
        raise _OptionError(f'too many fields (max 5): {arg!r}')
    action, message, category, module, line = parts + [''] * (5 - len(parts))
    action, category = _getaction(action), _getcategory(category)
    try:
        number = int(line or 0)
    except ValueError:
        raise _OptionError(f'invalid lineno {line!r}') from None
    if number < 0:
        raise _OptionError(f'invalid lineno {number!r}')
    module = re.escape(module) + r'\Z' if module else ''
    filterwarnings(action, re.escape(message), category, module, number)
