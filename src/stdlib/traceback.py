"""Tracebacks as text, and the frames in them."""
import sys
import _traceback

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_ABSENT = object()


def _parse(exc, value, tb):
    """The exception behind the arguments of functions that take one or three."""
    if (value is _ABSENT) != (tb is _ABSENT):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _ABSENT:
        return value
    if exc is None or isinstance(exc, BaseException):
        return exc
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def _write(lines, file):
    print(''.join(lines), file=sys.stderr if file is None else file, end='')


def print_exception(exc, /, value=_ABSENT, tb=_ABSENT, limit=None, file=None, chain=True, **kwargs):
    """Print an exception with its traceback."""
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exception(exc, /, value=_ABSENT, tb=_ABSENT, limit=None, chain=True, **kwargs):
    """The lines for an exception with its traceback."""
    exception = _parse(exc, value, tb)
    if exception is None:
        return ['NoneType: None\n']
    if tb is not _ABSENT and tb is not exception.__traceback__ and tb is None:
        return _traceback.exception_only(exception)
    return _traceback.exception(exception, limit, chain)


def format_exception_only(exc, /, value=_ABSENT, *, show_group=False, **kwargs):
    """The lines for an exception without its traceback."""
    exception = exc if value is _ABSENT else value
    if exception is None:
        return ['NoneType: None\n']
    return _traceback.exception_only(exception)


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The text for the exception that is being handled."""
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the exception that was not caught last."""
    if not hasattr(sys, 'last_exc') and not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


class FrameSummary:
    """What is known of a frame of a traceback."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_text', '_whole', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._text = line
        self._whole = None
        self.locals = {key: repr(value) for key, value in locals.items()} if locals else None

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and
                    self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def __len__(self):
        return 4

    @property
    def line(self):
        """The text of the line."""
        if self._text is None:
            if self.lineno is None:
                return None
            import linecache
            self._text = linecache.getline(self.filename, self.lineno)
        return self._text.strip()

    def _lines(self):
        if self._whole is not None:
            return self._whole
        text = f'  File "{self.filename}", line {self.lineno}, in {self.name}\n'
        try:
            line = self.line
        except ImportError:
            line = None
        if line:
            text += f'    {line}\n'
        return text


def _summary(row):
    file, line, name, text, whole, end_line, column, end_column = row
    frame = FrameSummary(file, line, name, line=text, end_lineno=end_line, colno=column, end_colno=end_column)
    frame._whole = whole
    return frame


_REPEATED = 3


class StackSummary(list):
    """The frames of a traceback, outermost first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """The frames that an iterator of frames and lines gives."""
        frames = [(frame, line) for frame, line in frame_gen]
        if limit is not None:
            frames = frames[:limit] if limit >= 0 else frames[limit:]
        return klass([FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name,
                                   locals=frame.f_locals if capture_locals else None)
                      for frame, line in frames])

    @classmethod
    def from_list(klass, a_list):
        """The frames that tuples of file, line, name and text describe."""
        return klass([frame if isinstance(frame, FrameSummary) else
                      FrameSummary(frame[0], frame[1], frame[2], line=frame[3]) for frame in a_list])

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text for one frame."""
        return frame_summary._lines()

    def format(self, **kwargs):
        """The text for each frame; repetitions are counted instead of shown."""
        result = []
        last = None
        count = 0
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            key = (frame.filename, frame.lineno, frame.name)
            if key != last:
                _count_repeated(result, count)
                last = key
                count = 0
            count += 1
            if count <= _REPEATED:
                result.append(text)
        _count_repeated(result, count)
        return result


def _count_repeated(result, count):
    if count > _REPEATED:
        more = count - _REPEATED
        result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')


def extract_tb(tb, limit=None):
    """The frames of a traceback."""
    return StackSummary([_summary(row) for row in _traceback.entries(tb, limit)])


def extract_stack(f=None, limit=None):
    """The running frames, or those that called a frame."""
    return StackSummary([_summary(row) for row in _traceback.stack(f, limit)])


def format_list(extracted_list):
    """The text for each of some frames."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Print some frames."""
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    """The text for each frame of a traceback."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Print the frames of a traceback."""
    _write(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    """The text for each running frame."""
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Print the running frames."""
    _write(format_stack(f, limit), file)


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
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.stack = extract_tb(exc_traceback, limit)
        self._exc_type = exc_type if save_exc_type else None
        self.exc_type_str = exc_type.__qualname__ if exc_type is not None else None
        self._str = str(exc_value)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False

        def linked(other):
            if other is None or id(other) in seen:
                return None
            return TracebackException(type(other), other, other.__traceback__, limit=limit, _seen=seen)

        self.__cause__ = linked(exc_value.__cause__) if exc_value is not None else None
        self.__context__ = linked(exc_value.__context__) if exc_value is not None else None
        members = getattr(exc_value, 'exceptions', None) if isinstance(exc_value, BaseExceptionGroup) else None
        self.exceptions = None if members is None else [linked(member) for member in members]
        self._only = format_exception_only(exc_value)
        self._whole = [] if exc_value is None else _traceback.exception(exc_value, limit, True)
        self._alone = [] if exc_value is None else _traceback.exception(exc_value, limit, False)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """What there is to show of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        """The exception's class."""
        return self._exc_type

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, **kwargs):
        """The lines without the frames."""
        yield from self._only

    def format(self, *, chain=True, **kwargs):
        """All lines."""
        yield from (self._whole if chain else self._alone)

    def print(self, *, file=None, chain=True, **kwargs):
        """Print all lines."""
        _write(self.format(chain=chain), file)
