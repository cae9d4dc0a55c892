"""Tracebacks as text, and the frames in them."""
import sys
import _traceback

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'

# How often one line is shown when a function calls itself over and over.
_RECURSIVE_CUTOFF = 3


class _Implicit:
    def __repr__(self):
        return '<implicit>'


_implicit = _Implicit()


def _parse(exc, value, tb):
    """Value and traceback behind the arguments of functions that take one or three."""
    if (value is _implicit) != (tb is _implicit):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _implicit:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def _write(lines, file):
    print(''.join(lines), file=sys.stderr if file is None else file, end='')


def _described(exc, value, tb, **options):
    value, tb = _parse(exc, value, tb)
    return TracebackException(type(value), value, tb, compact=True, **options)


def print_exception(exc, /, value=_implicit, tb=_implicit, limit=None, file=None, chain=True, **kwargs):
    """Print an exception with its traceback."""
    colorize = kwargs.get('colorize', False)
    _described(exc, value, tb, limit=limit).print(file=file, chain=chain, colorize=colorize)


def format_exception(exc, /, value=_implicit, tb=_implicit, limit=None, chain=True, **kwargs):
    """The lines for an exception with its traceback."""
    colorize = kwargs.get('colorize', False)
    return list(_described(exc, value, tb, limit=limit).format(chain=chain, colorize=colorize))


def format_exception_only(exc, /, value=_implicit, *, show_group=False, **kwargs):
    """The lines for an exception without its traceback."""
    if value is _implicit:
        value = exc
    described = TracebackException(type(value), value, None, compact=True)
    return list(described.format_exception_only(show_group=show_group, colorize=kwargs.get('colorize', False)))


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The text for the exception that is being handled."""
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the exception that was not caught last."""
    if hasattr(sys, 'last_exc'):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
    elif hasattr(sys, 'last_type'):
        print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)
    else:
        raise ValueError('no last exception')


class FrameSummary:
    """What is known of a frame of a traceback."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_lines', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None, **kwargs):
        self.filename, self.name, self._lines = filename, name, line
        self.lineno, self.end_lineno = lineno, lineno if end_lineno is None else end_lineno
        self.colno, self.end_colno = colno, end_colno
        if lookup_line:
            self.line
        self.locals = None if locals is None else {key: _shown(value, '<local repr() failed>', repr)
                                                   for key, value in locals.items()}

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return all(getattr(self, name) == getattr(other, name) for name in ('filename', 'lineno', 'name', 'locals'))
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return tuple(self)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def __len__(self):
        return 4

    def _text(self):
        """The text of all its lines; None: it is in no line."""
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            import linecache
            numbers = range(self.lineno, self.end_lineno + 1)
            self._lines = '\n'.join(linecache.getline(self.filename, number).rstrip() for number in numbers)
        return self._lines

    @property
    def line(self):
        """The text of its first line."""
        text = self._text()
        return None if text is None else text.partition('\n')[0].strip()


def _shown(value, otherwise, how):
    try:
        return how(value)
    except:
        return otherwise


def _summary(row, locals):
    file, line, name, text, end_line, column, end_column = row
    return FrameSummary(file, line, name, line=text, locals=locals, end_lineno=end_line, colno=column,
                        end_colno=end_column)


def _limited(items, limit):
    """The first items, or the last ones for a negative limit; without one, what sys.tracebacklimit says."""
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is None:
            return items
        limit = max(limit, 0)
    return items[:limit] if limit >= 0 else items[limit:]


class StackSummary(list):
    """The frames of a traceback, outermost first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """The frames that an iterator of frames and lines gives."""
        found = klass()
        names = set()
        for frame, line in _limited(list(frame_gen), limit):
            code = frame.f_code
            if code.co_filename not in names:
                names.add(code.co_filename)
                import linecache
                linecache.lazycache(code.co_filename, frame.f_globals)
            found.append(FrameSummary(code.co_filename, line, code.co_name, lookup_line=False,
                                      locals=frame.f_locals if capture_locals else None))
        if lookup_lines:
            import linecache
            for name in names:
                linecache.checkcache(name)
            for frame in found:
                frame.line
        return found

    @classmethod
    def _of_traceback(klass, tb, limit, capture_locals):
        if tb is not None and type(tb).__name__ != 'traceback':
            # Something that has the attributes of one.
            return klass.extract(walk_tb(tb), limit=limit, capture_locals=capture_locals)
        rows = _traceback.entries(tb)
        frames = [frame for frame, _ in walk_tb(tb)] if capture_locals else [None] * len(rows)
        chosen = _limited(list(zip(rows, frames)), limit)
        return klass([_summary(row, frame.f_locals if capture_locals else None) for row, frame in chosen])

    @classmethod
    def from_list(klass, a_list):
        """The frames that tuples of file, line, name and text describe."""
        found = klass()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                file, line, name, text = frame
                frame = FrameSummary(file, line, name, line=text)
            found.append(frame)
        return found

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text for one frame."""
        colorize = kwargs.get('colorize', False)
        file = frame_summary.filename
        if file.startswith('<stdin>-'):
            file = '<stdin>'
        text = _traceback.frame(file, frame_summary.lineno, frame_summary.name, frame_summary._text(),
                                frame_summary.colno, frame_summary.end_colno, colorize)
        for name, value in sorted((frame_summary.locals or {}).items()):
            text += f'    {name} = {value}\n'
        return text

    def format(self, **kwargs):
        """The text for each frame; repetitions are counted instead of shown."""
        colorize = kwargs.get('colorize', False)
        result = []
        last = None
        count = 0
        for frame in self:
            if colorize:
                text = self.format_frame_summary(frame, colorize=True)
            else:
                text = self.format_frame_summary(frame)
            if text is None:
                continue
            key = (frame.filename, frame.lineno, frame.name)
            if key != last or None in key[:2]:
                _count_repeated(result, count)
                last = key
                count = 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        _count_repeated(result, count)
        return result


def _count_repeated(result, count):
    if count > _RECURSIVE_CUTOFF:
        more = count - _RECURSIVE_CUTOFF
        result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')


def extract_tb(tb, limit=None):
    """The frames of a traceback."""
    return StackSummary._of_traceback(tb, limit, False)


def extract_stack(f=None, limit=None):
    """The running frames, or those that called a frame."""
    rows = _limited(_traceback.stack(f), limit)
    rows.reverse()
    return StackSummary([_summary(row, None) for row in rows])


def format_list(extracted_list):
    """The text for each of some frames."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Print some frames."""
    for text in format_list(extracted_list):
        _write([text], file)


def format_tb(tb, limit=None):
    """The text for each frame of a traceback."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Print the frames of a traceback."""
    print_list(extract_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    """The text for each running frame."""
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Print the running frames."""
    print_list(extract_stack(f, limit), file)


def walk_stack(f):
    """Each frame and its line, from a frame to its callers."""
    if f is None:
        f = sys._getframe()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Each frame and its line, from the outermost frame of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def clear_frames(tb):
    """Let go of what the frames of a traceback hold."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass  # It still runs.
        tb = tb.tb_next


class TracebackException:
    """An exception as it will be shown, without holding on to it."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._of_traceback(exc_traceback, limit, capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._qualname, self._module = None, None
        if exc_type is not None:
            self._qualname, self._module = exc_type.__qualname__, exc_type.__module__
        self._has_type = exc_type is not None
        self._describe(exc_type, exc_value)
        self.__cause__ = self.__context__ = self.exceptions = None
        self.__suppress_context__ = False if exc_value is None else exc_value.__suppress_context__
        if _seen is None:
            self._link(exc_value, compact, {
                'limit': limit, 'lookup_lines': lookup_lines, 'capture_locals': capture_locals,
                'max_group_width': max_group_width, 'max_group_depth': max_group_depth,
            })

    def _describe(self, exc_type, exc_value):
        self.__notes__ = None
        if exc_value is None:
            self._str = 'None'
            self._only = self._only_coloured = [f'{self.exc_type_str}: None\n' if self._has_type else 'None\n']
            return
        self._str, self._only, self._only_coloured = _traceback.describe(exc_value)
        try:
            self.__notes__ = getattr(exc_value, '__notes__', None)
        except Exception as error:
            self.__notes__ = [f'Ignored error getting __notes__: {_shown(error, "<__notes__ repr() failed>", repr)}']
        if exc_type is not None and issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.text = exc_value.text
            self.offset, self.end_offset, self.msg = exc_value.offset, exc_value.end_offset, exc_value.msg

    def _link(self, exc_value, compact, options):
        """Describes what led to the exception and the members of a group, each once."""
        seen = {id(exc_value)}
        pending = [(self, exc_value)]

        def described(other):
            if other is None or id(other) in seen:
                return None
            seen.add(id(other))
            result = TracebackException(type(other), other, other.__traceback__, **options, _seen=seen)
            pending.append((result, other))
            return result

        while pending:
            description, exception = pending.pop()
            if exception is None:
                continue
            description.__cause__ = described(exception.__cause__)
            if not compact or description.__cause__ is None and not exception.__suppress_context__:
                description.__context__ = described(exception.__context__)
            if isinstance(exception, BaseExceptionGroup):
                description.exceptions = [described(member) for member in exception.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """What there is to show of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        """The exception's class."""
        import warnings
        warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        """The name of the exception's class, with its module unless that goes without saying."""
        if not self._has_type:
            return None
        if self._module in ('__main__', 'builtins'):
            return self._qualname
        module = self._module if isinstance(self._module, str) else '<unknown>'
        return f'{module}.{self._qualname}'

    def __str__(self):
        return self._str

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, TracebackException) else NotImplemented

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """The lines without the frames."""
        margin = 3 * _depth * ' '
        for text in self._only_coloured if kwargs.get('colorize', False) else self._only:
            if margin:
                yield from (margin + line for line in text.splitlines(True))
            else:
                yield text
        if show_group:
            for member in self.exceptions or ():
                if member is not None:
                    yield from member.format_exception_only(show_group=True, _depth=_depth + 1, **kwargs)

    def format(self, *, chain=True, _depth=0, **kwargs):
        """All lines."""
        printer = _Printer(kwargs.get('colorize', False))
        printer.chain(self, chain)
        yield from printer.lines

    def print(self, *, file=None, chain=True, **kwargs):
        """Print all lines."""
        for line in self.format(chain=chain, colorize=kwargs.get('colorize', False)):
            _write([line], file)


class _Printer:
    """Collects the lines of an exception and of the groups in it."""

    def __init__(self, colorize):
        self.colorize = colorize
        self.lines = []
        self.depth = 0
        self.closes = False

    def margin(self):
        return '  ' * self.depth

    def add(self, text, sign='|'):
        if self.depth:
            start = f'{self.margin()}{sign} '
            text = ''.join(start + line for line in text.splitlines(True))
        self.lines.append(text)

    def chain(self, described, all_of_it):
        steps = [(described, None)]
        while all_of_it:
            last = steps[-1][0]
            if last.__cause__ is not None:
                steps.append((last.__cause__, _CAUSE))
            elif last.__context__ is not None and not last.__suppress_context__:
                steps.append((last.__context__, _CONTEXT))
            else:
                break
        for step, between in reversed(steps):
            if step.exceptions is None:
                self.one(step, 'Traceback (most recent call last):\n', '|')
            elif self.depth > described.max_group_depth:
                self.add(f'... (max_group_depth is {described.max_group_depth})\n')
            else:
                self.group(step, all_of_it)
            if between is not None:
                self.add(between)

    def one(self, described, title, sign):
        if described.stack:
            self.add(title, sign)
            for text in described.stack.format(colorize=self.colorize):
                self.add(text)
        for text in described.format_exception_only(colorize=self.colorize):
            self.add(text)

    def group(self, described, all_of_it):
        is_outermost = self.depth == 0
        self.depth += is_outermost
        self.one(described, 'Exception Group Traceback (most recent call last):\n', '+' if is_outermost else '|')
        members = described.exceptions
        width = described.max_group_width
        shown = min(len(members), width + 1)
        self.closes = False
        for index in range(shown):
            is_last = index + 1 == shown
            # A group that is the last member closes this one too.
            self.closes = self.closes or is_last
            title = str(index + 1) if index < width else '...'
            corner = '  ' if index else '+-'
            self.lines.append(f'{self.margin()}{corner}+---------------- {title} ----------------\n')
            self.depth += 1
            if index >= width:
                rest = len(members) - width
                self.add(f'and {rest} more exception{"s" if rest > 1 else ""}\n')
            elif members[index] is not None:
                # Members are shown without colours.
                colorize, self.colorize = self.colorize, False
                self.chain(members[index], all_of_it)
                self.colorize = colorize
            if is_last and self.closes:
                self.lines.append(f'{self.margin()}+------------------------------------\n')
                self.closes = False
            self.depth -= 1
        self.depth -= is_outermost
