"""The part of os that starts other programs and says how they ended."""

import posix as _posix
from posix import fspath, strerror, waitpid
import errno as _errno
import sys as _sys

P_NOWAIT = P_NOWAITO = 1
P_WAIT = 0


def WIFEXITED(status):
    """Whether the child ended of itself."""
    return status & 0x7F == 0


def WEXITSTATUS(status):
    """The status that the child ended with."""
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    """Whether a signal ended the child."""
    return 0 < status & 0x7F < 0x7F


def WTERMSIG(status):
    """Which signal ended the child."""
    return status & 0x7F


def WCOREDUMP(status, /):
    """Whether the child left a core file."""
    return status & 0x80 != 0


def WIFCONTINUED(status):
    """Whether the child goes on after it was stopped."""
    return status == 0xFFFF


def WIFSTOPPED(status):
    """Whether the child was stopped."""
    return status & 0xFF == 0x7F


def WSTOPSIG(status):
    """Which signal stopped the child."""
    return status >> 8 & 0xFF


def waitstatus_to_exitcode(status):
    """What became of a child, as one number: negative for signals."""
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    if WIFSTOPPED(status):
        raise ValueError(f"process stopped by delivery of signal {WSTOPSIG(status)}")
    raise ValueError(f"invalid wait status: {status}")


def wait():
    """Wait until any child has ended."""
    return waitpid(-1, 0)


def _with_usage(pid, options):
    from resource import struct_rusage
    before = _posix._usage(-1)
    pid, status = waitpid(pid, options)
    used = [now - then for now, then in zip(_posix._usage(-1), before)]
    return pid, status, struct_rusage(used)


def wait3(options):
    """Wait for completion of a child process, and say what it used."""
    return _with_usage(-1, options)


def wait4(pid, options):
    """Wait for completion of a specific child process, and say what it used."""
    return _with_usage(pid, options)


def waitid(idtype, id, options, /):
    """Return what is known of a child that has changed, or None."""
    from _os_system import waitid_result
    found = _posix._waitid(idtype, id, options)
    if found is None:
        return None
    pid, status, code = found
    return waitid_result((pid, _posix.getuid(), 17, status, code))


def _words(function, argv):
    if not isinstance(argv, (list, tuple)):
        raise TypeError(f"{function}() arg 2 must be a tuple or list")
    if not argv:
        raise ValueError(f"{function}() arg 2 must not be empty")
    if not fspath(argv[0]):
        raise ValueError(f"{function}() arg 2 first element cannot be empty")
    return argv


def _pairs(env):
    if not hasattr(env, "keys"):
        raise TypeError("execve: environment must be a mapping object")
    pairs = [(fspath(key), fspath(env[key])) for key in env.keys()]
    for text in (text for pair in pairs for text in pair):
        if (b"\0" if isinstance(text, bytes) else "\0") in text:
            raise ValueError("embedded null byte")
    for key, _ in pairs:
        if not key or (b"=" if isinstance(key, bytes) else "=") in key[1:]:
            raise ValueError("illegal environment variable name")
    return pairs


def _environment():
    from os import _exported
    return _exported


def execv(path, argv, /):
    """Go on as another program."""
    _posix._become(path, _words("execv", argv), _pairs(_environment()))


def execve(path, argv, env):
    """Execute an executable path with arguments and environment, replacing current process."""
    words = _words("execve", argv)
    _posix._become(f"/proc/self/fd/{path}" if isinstance(path, int) else path, words, _pairs(env))


def execvp(file, args):
    """Execute a program that is looked for along the path, replacing current process."""
    _searched(file, args, None)


def execvpe(file, args, env):
    """Execute a program that is looked for along the path, with an environment, replacing current process."""
    _searched(file, args, env)


def _searched(file, args, env):
    from os import get_exec_path, path

    def run(program):
        execv(program, args) if env is None else execve(program, args, env)

    if path.dirname(file):
        return run(file)
    first = last = None
    for folder in get_exec_path(env):
        if isinstance(file, bytes):
            folder = folder.encode("utf-8", "surrogateescape")
        try:
            run(path.join(folder, file))
        except (FileNotFoundError, NotADirectoryError) as error:
            last = error
        except OSError as error:
            last = error
            first = first or error
    raise first or last


def execl(file, *args):
    """Execute a program with arguments, replacing current process."""
    execv(file, args)


def execle(file, *args):
    """Execute a program with arguments and an environment, which is the last argument, replacing current process."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """Execute a program that is looked for along the path, replacing current process."""
    execvp(file, args)


def execlpe(file, *args):
    """Execute a program that is looked for along the path; the last argument is its environment."""
    execvpe(file, args[:-1], args[-1])


#: What a child gets if nothing is said: its own group, session, mask, user, groups, descriptors, signals.
_PLAIN = (None, False, None, None, None, None, None, False)


def _start(program, args, env, settings=_PLAIN, before=None):
    from _subprocess import spawn
    pairs = None if env is None else _pairs(env)
    if pairs is None:
        pairs = _pairs(_environment())
    return spawn(list(args), program, None, pairs, -1, -1, -1, settings, before)


def _found(file, env):
    """The first place along the path where a program is."""
    from os import X_OK, access, get_exec_path, path
    if path.dirname(file):
        return file
    places = [path.join(folder, file) for folder in get_exec_path(env)]
    return next((place for place in places if access(place, X_OK)), file)


def _spawned(mode, program, args, env):
    if not isinstance(args, (tuple, list)):
        raise TypeError("argv must be a tuple or a list")
    if not args or not args[0]:
        raise ValueError("argv first element cannot be empty")
    try:
        pid = _start(program, args, env)
    except OSError:
        # The child tells of it by its status, as a copy of this process would.
        pid = _start("/bin/sh", ["sh", "-c", "exit 127"], {})
    if mode == P_NOWAIT:
        return pid
    while True:
        status = waitpid(pid, 0)[1]
        if not WIFSTOPPED(status):
            return waitstatus_to_exitcode(status)


def spawnv(mode, file, args):
    """Execute a program in a new process; return its number, or how it ended."""
    return _spawned(mode, file, args, None)


def spawnve(mode, file, args, env):
    """Execute a program in a new process with an environment; return its number, or how it ended."""
    return _spawned(mode, file, args, env)


def spawnvp(mode, file, args):
    """Execute a program that is looked for along the path in a new process."""
    return _spawned(mode, _found(file, None), args, None)


def spawnvpe(mode, file, args, env):
    """Execute a program that is looked for along the path in a new process with an environment."""
    return _spawned(mode, _found(file, env), args, env)


def spawnl(mode, file, *args):
    """Execute a program with arguments in a new process."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """Execute a program with arguments and an environment, which is the last argument, in a new process."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """Execute a program that is looked for along the path in a new process."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """Execute a program that is looked for along the path; the last argument is its environment."""
    return spawnvpe(mode, file, args[:-1], args[-1])


def _before(actions):
    """What a child does with its descriptors before its program."""
    from os import POSIX_SPAWN_CLOSE, POSIX_SPAWN_CLOSEFROM, POSIX_SPAWN_DUP2, POSIX_SPAWN_OPEN
    steps = []
    for action in actions:
        if not isinstance(action, tuple) or not action:
            raise TypeError("Each file_actions element must be a non-empty tuple")
        kind, *rest = action
        if kind == POSIX_SPAWN_OPEN and len(rest) == 4:
            steps.append(("open", *rest))
        elif kind == POSIX_SPAWN_CLOSE and len(rest) == 1:
            steps.append(("close", *rest))
        elif kind == POSIX_SPAWN_DUP2 and len(rest) == 2:
            steps.append(("dup2", *rest))
        elif kind == POSIX_SPAWN_CLOSEFROM and len(rest) == 1:
            steps.append(("closefrom", *rest))
        elif kind in (POSIX_SPAWN_OPEN, POSIX_SPAWN_CLOSE, POSIX_SPAWN_DUP2, POSIX_SPAWN_CLOSEFROM):
            raise TypeError("A file_actions tuple has the wrong number of elements")
        else:
            raise TypeError("Unknown file_actions identifier")

    def take():
        for what, *rest in steps:
            if what == "open":
                number, place, flags, mode = rest
                opened = _posix.open(place, flags, mode)
                if opened != number:
                    _posix.dup2(opened, number)
                    _posix.close(opened)
                else:
                    _posix.set_inheritable(number, True)
            elif what == "close":
                _posix.close(*rest)
            elif what == "dup2":
                _posix.dup2(*rest)
            else:
                _posix.closerange(rest[0], 1 << 16)

    return take


def posix_spawn(path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(),
                setsigdef=(), scheduler=None):
    """Start a program."""
    if not isinstance(argv, (list, tuple)):
        raise TypeError("posix_spawn: argv must be a tuple or list")
    if not argv:
        raise ValueError("posix_spawn: argv must not be empty")
    if not fspath(argv[0]):
        raise ValueError("posix_spawn: argv first element cannot be empty")
    if env is not None and not hasattr(env, "keys"):
        raise TypeError("posix_spawn: environment must be a mapping object or None")
    if scheduler is not None:
        raise NotImplementedError("posix_spawn: scheduler is not supported")
    who = (_posix.getuid(), _posix.getgid()) if resetids else (None, None)
    settings = (setpgroup, setsid, None, *who, None, None, bool(setsigdef))
    steps = _before(file_actions or ())

    def before():
        steps()
        if setsigmask:
            import signal
            signal.pthread_sigmask(signal.SIG_SETMASK, setsigmask)

    pid = _start(path, argv, env, settings, before if file_actions or setsigmask else None)
    if pid is None:
        raise OSError(_errno.EBADF, strerror(_errno.EBADF), path)
    return pid


def posix_spawnp(path, argv, env, /, **settings):
    """Execute the program specified by path, which is looked for along the path, in a new process."""
    return posix_spawn(_found(path, None), argv, env, **settings)


def system(command):
    """Let a shell run a command, and wait for its end."""
    _sys.audit("os.system", command)
    _sys.stdout.flush()
    import signal
    old = {}
    try:
        for number in (signal.SIGINT, signal.SIGQUIT):
            try:
                old[number] = signal.signal(number, signal.SIG_IGN)
            except ValueError:
                # Handlers are set by the main thread alone.
                pass
        return waitpid(_start("/bin/sh", ["sh", "-c", command], None, (*_PLAIN[:7], True)), 0)[1]
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)


def popen(cmd, mode="r", buffering=-1):
    """Open a pipe to or from a command; return a file that closes with its status."""
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import io
    import subprocess
    side = {"stdout" if mode == "r" else "stdin": subprocess.PIPE}
    child = subprocess.Popen(cmd, shell=True, bufsize=buffering, **side)
    return _Pipe(io.TextIOWrapper(child.stdout if mode == "r" else child.stdin), child)


class _Pipe:
    """A pipe to or from a command."""

    def __init__(self, stream, child):
        self._stream = stream
        self._proc = child

    def close(self):
        """Close the pipe and wait for the command; return its status, or None if that is 0."""
        self._stream.close()
        code = self._proc.wait()
        return None if code == 0 else code << 8 if code > 0 else code

    def __iter__(self):
        return iter(self._stream)

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __exit__(self, *args):
        self.close()

    def __enter__(self):
        return self


__all__ = [name for name in list(globals()) if name[0] != "_" and name not in ("fspath", "strerror", "waitpid")]
