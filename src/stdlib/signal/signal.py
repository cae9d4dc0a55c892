"""Names for the signals of the system, and what is called when one comes."""

from math import ceil as _ceil
from operator import index as _index
from time import monotonic as _now
import _signal
import _thread
from _signal import NSIG, default_int_handler, pause, raise_signal
from _named_numbers import named as _named_numbers
from _fields import fields as _fields

_NUMBERS = {
    'SIGHUP': 1, 'SIGINT': 2, 'SIGQUIT': 3, 'SIGILL': 4, 'SIGTRAP': 5, 'SIGABRT': 6, 'SIGBUS': 7, 'SIGFPE': 8,
    'SIGKILL': 9, 'SIGUSR1': 10, 'SIGSEGV': 11, 'SIGUSR2': 12, 'SIGPIPE': 13, 'SIGALRM': 14, 'SIGTERM': 15,
    'SIGSTKFLT': 16, 'SIGCHLD': 17, 'SIGCONT': 18, 'SIGSTOP': 19, 'SIGTSTP': 20, 'SIGTTIN': 21, 'SIGTTOU': 22,
    'SIGURG': 23, 'SIGXCPU': 24, 'SIGXFSZ': 25, 'SIGVTALRM': 26, 'SIGPROF': 27, 'SIGWINCH': 28, 'SIGIO': 29,
    'SIGPWR': 30, 'SIGSYS': 31, 'SIGRTMIN': 34, 'SIGRTMAX': 64, 'SIGCLD': 17, 'SIGPOLL': 29, 'SIGIOT': 6,
}

_TEXTS = {
    1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 4: 'Illegal instruction', 5: 'Trace/breakpoint trap', 6: 'Aborted',
    7: 'Bus error', 8: 'Floating point exception', 9: 'Killed', 10: 'User defined signal 1', 11: 'Segmentation fault',
    12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated', 16: 'Stack fault',
    17: 'Child exited', 18: 'Continued', 19: 'Stopped (signal)', 20: 'Stopped', 21: 'Stopped (tty input)',
    22: 'Stopped (tty output)', 23: 'Urgent I/O condition', 24: 'CPU time limit exceeded',
    25: 'File size limit exceeded', 26: 'Virtual timer expired', 27: 'Profiling timer expired', 28: 'Window changed',
    29: 'I/O possible', 30: 'Power failure', 31: 'Bad system call',
}

Signals = _named_numbers('Signals', _NUMBERS, __name__)
Handlers = _named_numbers('Handlers', {'SIG_DFL': 0, 'SIG_IGN': 1}, __name__)
globals().update(Signals.__members__)
SIG_DFL = Handlers.SIG_DFL
SIG_IGN = Handlers.SIG_IGN


def _named(handler):
    return Handlers(handler) if type(handler) is int and handler in (0, 1) else handler


def signal(signalnum, handler):
    """Set the handler of a signal; return the one before."""
    return _named(_signal.signal(signalnum, handler))


def getsignal(signalnum):
    """Return the current handler of a signal."""
    return _named(_signal.getsignal(signalnum))


def strsignal(signalnum, /):
    """Return the system's description of a signal."""
    number = int(signalnum)
    if not 1 <= number < NSIG:
        raise ValueError('signal number out of range')
    if number in _TEXTS:
        return _TEXTS[number]
    return f'Real-time signal {number - 34}' if number >= 34 else f'Unknown signal {number}'


def valid_signals():
    """Return the set of signals that there are."""
    names = {signal.value: signal for signal in Signals}
    return {names.get(number, number) for number in range(1, NSIG) if number not in (32, 33)}


def siginterrupt(signalnum, flag, /):
    """Calls of the system are always restarted after a signal."""


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Have the number of each signal written to a descriptor; return the one before, or -1."""
    return _signal._set_wakeup_fd(fd)


ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = range(3)


class ItimerError(OSError):
    """A timer of the process is refused."""


ItimerError.__name__ = ItimerError.__qualname__ = 'itimer_error'


class _Alarm:
    """The timer of the process: each setting has a thread that sleeps and sends the signal, unless it is called off."""

    def __init__(self):
        self.due, self.interval, self.bell = None, 0.0, None

    def left(self):
        return (0.0, 0.0) if self.due is None else (max(self.due - _now(), 0.0), self.interval)

    def set(self, seconds, interval):
        if self.bell is not None:
            self.bell.release()
        self.due, self.interval, self.bell = None, float(interval), None
        if seconds > 0:
            self.due, self.bell = _now() + seconds, _thread.allocate_lock()
            self.bell.acquire()
            _thread.start_new_thread(self.wait, (self.bell,))

    def wait(self, bell):
        while bell is self.bell:
            if bell.acquire(True, max(self.due - _now(), 0.0)) or bell is not self.bell:
                return
            if self.interval > 0:
                self.due += self.interval
            else:
                self.due = self.bell = None
            raise_signal(SIGALRM)


_alarm = _Alarm()


def setitimer(which, seconds, interval=0.0, /):
    """Have SIGALRM sent after some seconds, and then again and again; return what was set before."""
    before = getitimer(which)
    for value in (seconds, interval):
        if value < 0:
            raise ItimerError(22, 'Invalid argument')
    _alarm.set(seconds, interval)
    return before


def getitimer(which, /):
    """Return how many seconds are left, and the interval."""
    if which in (ITIMER_VIRTUAL, ITIMER_PROF):
        raise NotImplementedError('timers that count the time of the processor are not supported: use ITIMER_REAL')
    if which != ITIMER_REAL:
        raise ItimerError(22, 'Invalid argument')
    return _alarm.left()


def alarm(seconds, /):
    """Have SIGALRM sent after some seconds; 0 takes that back. Return how many were left."""
    seconds = _index(seconds)
    return _ceil(setitimer(ITIMER_REAL, seconds)[0])


Sigmasks = _named_numbers('Sigmasks', {'SIG_BLOCK': 0, 'SIG_UNBLOCK': 1, 'SIG_SETMASK': 2}, __name__)
globals().update(Sigmasks.__members__)


def _bits(signals):
    bits = 0
    for number in signals:
        number = _index(number)
        if not 1 <= number < NSIG:
            raise ValueError(f'signal number {number} out of range [1; {NSIG - 1}]')
        if number < 63:
            bits |= 1 << number
    return bits


def _signals(bits):
    return {_signal_named(number) for number in range(1, 63) if bits >> number & 1}


def _signal_named(number):
    try:
        return Signals(number)
    except ValueError:
        return number


def pthread_sigmask(how, mask):
    """Change which signals are held back; return those that were."""
    if how not in (SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK):
        raise OSError(22, 'Invalid argument')
    return _signals(_signal._mask(how, _bits(mask)))


def sigpending():
    """Return the signals that have come and are held back."""
    return _signals(_signal._pending())


def sigwait(sigset, /):
    """Wait until one of some signals has come that are held back; return it."""
    return _signal_named(_signal._wait(_bits(sigset), None))


struct_siginfo = _fields(
    'signal', 'struct_siginfo', ['si_signo', 'si_code', 'si_errno', 'si_pid', 'si_uid', 'si_status', 'si_band'],
    doc='What is known of a signal that was waited for.')


def pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0, /):
    """Send a signal to a process that a descriptor refers to."""
    import posix
    posix._pidfd_send_signal(pidfd, signalnum)


def _information(number):
    # Who sent it is not told by the system's handlers.
    return struct_siginfo((number, 0, 0, 0, 0, 0, 0))


def sigwaitinfo(sigset, /):
    """Wait until one of some signals has come that are held back; return what is known of it."""
    return _information(_signal._wait(_bits(sigset), None))


def sigtimedwait(sigset, timeout, /):
    """As sigwaitinfo(), for some seconds at most; None if none comes."""
    if timeout < 0:
        raise ValueError('timeout must be non-negative')
    number = _signal._wait(_bits(sigset), timeout)
    return _information(number) if number else None


def pthread_kill(thread_id, signalnum, /):
    """Let a thread have a signal."""
    if signalnum:
        raise_signal(signalnum)
