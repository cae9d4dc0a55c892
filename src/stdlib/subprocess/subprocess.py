"""Child processes."""

import _subprocess
import os
import io
import sys
import time

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output', 'run',
           'CalledProcessError', 'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess']

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    """What goes wrong with child processes."""


_same_as_output = property(
    lambda self: self.output, lambda self, value: setattr(self, 'output', value), doc='The same as output.')


class CalledProcessError(SubprocessError):
    """A child has ended with a status other than zero."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.cmd, self.returncode, self.output, self.stderr = cmd, returncode, output, stderr

    stdout = _same_as_output

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                import signal
                return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
            except (ImportError, ValueError):
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."


class TimeoutExpired(SubprocessError):
    """A child has not ended in time."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

    stdout = _same_as_output

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


class CompletedProcess:
    """What run() gives."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode = args, returncode
        self.stdout, self.stderr = stdout, stderr

    def __repr__(self):
        parts = [f'args={self.args!r}', f'returncode={self.returncode!r}']
        if self.stdout is not None:
            parts.append(f'stdout={self.stdout!r}')
        if self.stderr is not None:
            parts.append(f'stderr={self.stderr!r}')
        return f'{type(self).__name__}({", ".join(parts)})'

    def check_returncode(self):
        """Raise CalledProcessError if the status is not zero."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def _account(kind, value, file):
    """The number of a user or group, which can be given by name; None if none is given."""
    if value is None:
        return None
    if isinstance(value, str):
        with open(file) as lines:
            for line in lines:
                name, _, number, *_ = line.split(':')
                if name == value:
                    return int(number)
        call = 'getpwnam' if kind == 'User' else 'getgrnam'
        raise KeyError(f'{call}(): name not found: {value!r}')
    if not isinstance(value, int):
        if kind == 'User':
            raise TypeError('User must be a string or an integer')
        what = 'Items in extra_groups must be a string or' if kind == 'Groups' else 'Group must be a string or an'
        raise TypeError(f'{what} integer, not {type(value)}')
    if kind != 'Groups':
        _check_account(kind, value)
    return value


def _check_account(kind, number):
    if number < 0:
        raise ValueError(f'{kind} ID cannot be negative, got {number}')
    if number >= 1 << 32:
        raise OverflowError(f'{"uid" if kind == "User" else "gid"} is greater than maximum')


def _more_groups(groups):
    if groups is None:
        return None
    if isinstance(groups, str):
        raise ValueError('Groups must be a list, not a string')
    numbers = tuple(_account('Groups', group, '/etc/group') for group in groups)
    for number in numbers:
        if number >= 1 << 32:
            raise ValueError('invalid group id')
        _check_account('Group', number)
    return numbers


def _kept_descriptors(close_fds, pass_fds):
    """The descriptors that a child keeps; None: all that may be inherited."""
    if not close_fds and not pass_fds:
        return None
    numbers = tuple(sorted({int(number) for number in pass_fds}))
    if numbers and numbers[0] < 0:
        raise ValueError('bad value(s) in fds_to_keep')
    return numbers


def _without_null(word):
    word = os.fspath(word)
    if (b'\0' if isinstance(word, bytes) else '\0') in word:
        raise ValueError('embedded null byte')
    return word


def _checked(key, value):
    """A variable of the environment of a child."""
    key, value = _without_null(key), _without_null(value)
    if (b'=' if isinstance(key, bytes) else '=') in key:
        raise ValueError('illegal environment variable name')
    return key, value


def _plain(text):
    return text.replace('\r\n', '\n').replace('\r', '\n')


class Popen:
    """A child process."""

    _child_created = False

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError('bufsize must be an integer')
        if startupinfo is not None:
            raise ValueError('startupinfo is only supported on Windows platforms')
        if creationflags != 0:
            raise ValueError('creationflags is only supported on Windows platforms')
        if pass_fds and not close_fds:
            import warnings
            warnings.warn('pass_fds overriding close_fds.', RuntimeWarning)
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are supplied but '
                                  'different. Pass one or the other.')
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        self._communication_started = False
        if isinstance(args, (str, bytes)) or hasattr(args, '__fspath__'):
            args = [args]
        else:
            args = list(args)
        if bufsize == 1 and not self.text_mode:
            import warnings
            warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be "
                          "used", RuntimeWarning, stacklevel=2)
            bufsize = -1
        if shell:
            args = ['/bin/sh', '-c'] + args
            if executable:
                args[0] = executable
        env = [_checked(key, value) for key, value in (os._exported if env is None else env).items()]
        for word in args:
            _without_null(word)
        if process_group is not None and not isinstance(process_group, int):
            raise TypeError(f"'{type(process_group).__name__}' object cannot be interpreted as an integer")
        settings = (process_group, start_new_session, None if umask < 0 else umask, _account('User', user, '/etc/passwd'),
                    _account('Group', group, '/etc/group'), _more_groups(extra_groups),
                    _kept_descriptors(close_fds, pass_fds), restore_signals)
        mine, theirs = [], []
        try:
            ends = self._streams(stdin, stdout, stderr, mine, theirs)
            self.pid = _subprocess.spawn(args, executable, cwd, env, *ends, settings, preexec_fn)
            if self.pid is None:
                raise SubprocessError('Exception occurred in preexec_fn.')
            self._child_created = True
        except BaseException:
            for fd in mine:
                _subprocess.close(fd)
            raise
        finally:
            for fd in theirs:
                _subprocess.close(fd)
        # A file does not equal a number, and says so without being asked more.
        wants = [isinstance(stream, int) and stream == PIPE for stream in (stdin, stdout, stderr)]
        ends = iter(mine)
        for name, mode, is_wanted in zip(('stdin', 'stdout', 'stderr'), ('wb', 'rb', 'rb'), wants):
            if is_wanted:
                setattr(self, name, self._file(next(ends), mode, bufsize))

    def _file(self, fd, mode, bufsize):
        if self.text_mode and bufsize == 1:
            bufsize = -1
            by_lines = True
        else:
            by_lines = False
        file = io.open(fd, mode, bufsize)
        if not self.text_mode:
            return file
        if mode == 'rb':
            return io.TextIOWrapper(file, encoding=self.encoding, errors=self.errors)
        return io.TextIOWrapper(file, encoding=self.encoding, errors=self.errors, write_through=True,
                                line_buffering=by_lines)

    def _streams(self, stdin, stdout, stderr, mine, theirs):
        """The descriptors that the child gets; -1 is this process's own."""
        ends = []
        for index, stream in enumerate((stdin, stdout, stderr)):
            if stream is None:
                end = -1
            elif isinstance(stream, int) and stream == PIPE:
                reading, writing = _subprocess.pipe()
                own, end = (writing, reading) if index == 0 else (reading, writing)
                mine.append(own)
                theirs.append(end)
            elif isinstance(stream, int) and stream == DEVNULL:
                end = _subprocess.null(index > 0)
                theirs.append(end)
            elif isinstance(stream, int) and stream == STDOUT and index == 2:
                end = ends[1] if ends[1] != -1 else 1
            elif isinstance(stream, int):
                end = stream
            else:
                end = stream.fileno()
            ends.append(end)
        return ends

    def __repr__(self):
        args = f'{self.args!r}'
        if len(args) > 80:
            args = args[:76] + '...' + args[-1]
        return f'<{self.__class__.__name__}: returncode: {self.returncode} args: {args}>'

    __class_getitem__ = classmethod(type(list[int]))

    @property
    def universal_newlines(self):
        """The same as text_mode."""
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for file in (self.stdout, self.stderr, self.stdin):
            if file:
                file.close()
        self.wait()

    def __del__(self):
        if self._child_created and self.returncode is None:
            import warnings
            warnings.warn(f'subprocess {self.pid} is still running', ResourceWarning, source=self)

    def poll(self):
        """Return the status if the child has ended, else None."""
        if self.returncode is None:
            try:
                self.returncode = _subprocess.status(self.pid)
            except ChildProcessError:
                # Somebody else has asked how it ended: another thread by this object, or nobody knows.
                if self.returncode is None:
                    self.returncode = 0
        return self.returncode

    def wait(self, timeout=None):
        """Wait until the child has ended; return the status."""
        if self.returncode is None:
            try:
                status = _subprocess.wait(self.pid, timeout)
            except ChildProcessError:
                status = 0 if self.returncode is None else self.returncode
            if status is None:
                raise TimeoutExpired(self.args, timeout)
            self.returncode = status
        return self.returncode

    def communicate(self, input=None, timeout=None):
        """Write the input, read both outputs to their ends, and wait for the child."""
        if self._communication_started and input:
            raise ValueError('Cannot send input after starting communication')
        if not self._communication_started:
            self._communication_started = True
            self._parts = {1: [], 2: []}
            if self.stdin and input is not None:
                if self.text_mode:
                    input = input.encode(self.stdin.encoding, self.stdin.errors)
                self._input = memoryview(input).cast('B')
            else:
                self._input = memoryview(b'')
                if self.stdin:
                    self.stdin.close()
            self._open = {fd: file for fd, file in ((1, self.stdout), (2, self.stderr)) if file}
        end = None if timeout is None else time.monotonic() + timeout
        self._exchange(end, timeout)
        left = None if end is None else max(end - time.monotonic(), 0)
        try:
            self.wait(left)
        except TimeoutExpired:
            raise TimeoutExpired(self.args, timeout, *self._so_far()) from None
        found = []
        for fd, file in ((1, self.stdout), (2, self.stderr)):
            data = b''.join(self._parts[fd]) if file else None
            if file and self.text_mode:
                data = _plain(data.decode(file.encoding, file.errors))
            found.append(data)
        return tuple(found)

    def _so_far(self):
        return [b''.join(self._parts[fd]) or None for fd in (1, 2)]

    def _exchange(self, end, timeout):
        import select
        if self.stdin and not self.stdin.closed:
            _subprocess.set_blocking(self.stdin.fileno(), False)
        while self._open or self.stdin and not self.stdin.closed:
            if self.stdin and not self.stdin.closed and not self._input:
                self.stdin.close()
                continue
            writers = [self.stdin] if self.stdin and not self.stdin.closed else []
            left = None
            if end is not None:
                left = end - time.monotonic()
                if left <= 0:
                    raise TimeoutExpired(self.args, timeout, *self._so_far())
            readable, writable, _ = select.select(list(self._open.values()), writers, [], left)
            if writable:
                try:
                    count = _subprocess.write(self.stdin.fileno(), self._input[:4096])
                    self._input = self._input[count:]
                except BrokenPipeError:
                    self._input = self._input[:0]
                except BlockingIOError:
                    pass
            for fd, file in list(self._open.items()):
                if file in readable:
                    data = _subprocess.read(file.fileno(), 1 << 16)
                    if data:
                        self._parts[fd].append(data)
                    else:
                        file.close()
                        del self._open[fd]

    def send_signal(self, sig):
        """Send a signal to the child, unless it has ended."""
        self.poll()
        if self.returncode is None:
            try:
                _subprocess.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        """Send SIGTERM."""
        self.send_signal(15)

    def kill(self):
        """Send SIGKILL."""
        self.send_signal(9)


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a child to its end; return a CompletedProcess."""
    taken = {name for name in ('stdin', 'stdout', 'stderr') if kwargs.get(name) is not None}
    if input is not None:
        if 'stdin' in taken:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if taken - {'stdin'}:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs.update(stdout=PIPE, stderr=PIPE)
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        status = process.poll()
        if check and status:
            raise CalledProcessError(status, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, status, stdout, stderr)


def check_call(*popenargs, **kwargs):
    """Run a child to its end; raise CalledProcessError if the status is not zero."""
    status = call(*popenargs, **kwargs)
    if not status:
        return 0
    told = kwargs.get('args')
    raise CalledProcessError(status, popenargs[0] if told is None else told)


def call(*popenargs, timeout=None, **kwargs):
    """Run a child to its end; return the status."""
    with Popen(*popenargs, **kwargs) as child:
        try:
            status = child.wait(timeout=timeout)
        except:
            child.kill()
            raise
    return status


def check_output(*popenargs, timeout=None, **kwargs):
    """Run a child to its end; return what it has printed."""
    for name in ('stdout', 'check'):
        if name in kwargs:
            raise ValueError(f'{name} argument not allowed, it will be overridden.')
    if 'input' in kwargs and kwargs['input'] is None:
        kwargs['input'] = '' if kwargs.get('text') or kwargs.get('universal_newlines') or kwargs.get('encoding') else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Run a command by the shell; return the status and what it has printed."""
    done = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT, encoding=encoding, errors=errors)
    output = done.stdout
    if output[-1:] == '\n':
        output = output[:-1]
    return done.returncode, output


def getoutput(cmd, *, encoding=None, errors=None):
    """Run a command by the shell; return what it has printed."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """Quote arguments as the other system's shell does."""
    return ' '.join(_quoted(os.fsdecode(word)) for word in seq)


def _quoted(word):
    """A word as that shell reads it: backslashes count before quotation marks alone."""
    import re
    word = re.sub(r'(\\*)"', r'\1\1\"', word)
    if word and ' ' not in word and '\t' not in word:
        return word
    return f'"{word}{word[len(word.rstrip(chr(92))):]}"'


def _cleanup():
    """Children that nobody waits for are waited for when they are dropped: there is nothing to do."""


def _optim_args_from_interpreter_flags():
    """The options that a child with this optimisation is started with."""
    level = sys.flags.optimize
    return ["-" + "O" * level] if level > 0 else []


def _args_from_interpreter_flags():
    """The options that a child like this interpreter is started with."""
    flags = sys.flags
    options = _optim_args_from_interpreter_flags()
    repeated = (("d", flags.debug), ("B", flags.dont_write_bytecode), ("S", flags.no_site), ("v", flags.verbose),
                ("b", flags.bytes_warning), ("q", flags.quiet))
    options += ["-" + letter * count for letter, count in repeated if count > 0]
    if flags.isolated:
        options.append("-I")
    else:
        alone = (("-E", flags.ignore_environment), ("-s", flags.no_user_site), ("-P", flags.safe_path))
        options += [option for option, is_set in alone if is_set]
    for filter in sys.warnoptions:
        options.append("-W" + filter)
    for name, value in sys._xoptions.items():
        options += ["-X", name if value is True else f"{name}={value}"]
    return options
