"""Names for the signals of the system, and what is called when one comes."""

import _signal
from _signal import NSIG, default_int_handler, raise_signal
from _named_numbers import named as _named_numbers

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
    """There is no need for a descriptor that wakes up: give -1, as if none had been set."""
    return -1
