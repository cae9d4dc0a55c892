"""Tracebacks on demand. A crash of the interpreter itself would be a bug of Snakelet, which tells it by other means, so that
being enabled changes nothing."""
import sys
import threading

__all__ = ["cancel_dump_traceback_later", "disable", "dump_traceback", "dump_traceback_later", "enable", "is_enabled", "register",
           "unregister"]

_state = {"is_enabled": False, "timer": None}


def enable(file=sys.stderr, all_threads=True):
    """Take note that tracebacks of crashes are wanted."""
    _state["is_enabled"] = True


def disable():
    """Take note that they are not; tells whether they were."""
    was_enabled, _state["is_enabled"] = _state["is_enabled"], False
    return was_enabled


def is_enabled():
    """Whether tracebacks of crashes are wanted."""
    return _state["is_enabled"]


def _write(file, text):
    if isinstance(file, int):
        import os
        os.write(file, text.encode("ascii", "backslashreplace"))
    else:
        file.write(text)
        file.flush()


def _stack(frame):
    while frame is not None:
        yield f'  File "{frame.f_code.co_filename}", line {frame.f_lineno} in {frame.f_code.co_name}\n'
        frame = frame.f_back


def dump_traceback(file=None, all_threads=True):
    """Writes where this thread stands, the innermost call first."""
    frame = sys._getframe(0)
    _write(sys.stderr if file is None else file, "Stack (most recent call first):\n" + "".join(_stack(frame)))


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Writes after so many seconds that they have gone by, once or again and again, and may end the process."""
    if timeout <= 0:
        raise ValueError("timeout must be greater than 0")
    cancel_dump_traceback_later()

    def late():
        _write(sys.stderr if file is None else file, f"Timeout ({timeout} s)!\n")
        if exit:
            import os
            os._exit(1)
        if repeat:
            start()

    def start():
        timer = _state["timer"] = threading.Timer(timeout, late)
        timer.daemon = True
        timer.start()

    start()


def cancel_dump_traceback_later():
    """Takes `dump_traceback_later` back."""
    timer, _state["timer"] = _state["timer"], None
    if timer is not None:
        timer.cancel()


def register(signum, file=None, all_threads=True, chain=False):
    """Writes where the program stands whenever a signal comes."""
    import signal
    before = signal.getsignal(signum)

    def told(number, frame):
        _write(sys.stderr if file is None else file, "Stack (most recent call first):\n" + "".join(_stack(frame)))
        if chain and callable(before):
            before(number, frame)

    _registered[signum] = before
    signal.signal(signum, told)


def unregister(signum):
    """Takes `register` back; tells whether there was anything to take back."""
    import signal
    if signum not in _registered:
        return False
    signal.signal(signum, _registered.pop(signum))
    return True


_registered = {}
