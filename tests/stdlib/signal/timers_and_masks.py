# Alarms, timers of the process, and signals that are held back.
# options: --clock=real
import os
import signal
import threading
import time


def handler(number, frame): print('got', signal.Signals(number).name)


print(repr(signal.signal(signal.SIGALRM, handler)))  # expect: <Handlers.SIG_DFL: 0>
print(signal.alarm(9), signal.alarm(0))  # expect: 0 9
print(signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02))  # expect: (0.0, 0.0)
for _ in range(3):
    signal.pause()
# expect: got SIGALRM
# expect: got SIGALRM
# expect: got SIGALRM
print(signal.setitimer(signal.ITIMER_REAL, 0)[1], signal.getitimer(signal.ITIMER_REAL))  # expect: 0.02 (0.0, 0.0)
for which, seconds in (signal.ITIMER_REAL, -1), (9, 1):
    try:
        signal.setitimer(which, seconds)
    except OSError as error:
        print(type(error), error)
# expect: <class 'signal.itimer_error'> [Errno 22] Invalid argument
# expect: <class 'signal.itimer_error'> [Errno 22] Invalid argument


class Enough(Exception): pass
def stop(number, frame): raise Enough


def spin():
    while True: pass


signal.signal(signal.SIGALRM, stop)
for wait in spin, lambda: time.sleep(9), lambda: threading.Event().wait(9), threading.Event().wait, signal.pause:
    signal.setitimer(signal.ITIMER_REAL, 0.03)
    try:
        wait()
    except Enough:
        print('enough')
# expect: enough
# expect: enough
# expect: enough
# expect: enough
# expect: enough

print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2]))  # expect: set()
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR2)
time.sleep(0.02)
print(sorted(signal.sigpending()))  # expect: [<Signals.SIGUSR1: 10>, <Signals.SIGUSR2: 12>]
print(repr(signal.sigwait([signal.SIGUSR2])), signal.sigpending())  # expect: <Signals.SIGUSR2: 12> {<Signals.SIGUSR1: 10>}
signal.signal(signal.SIGUSR1, handler)
print(sorted(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])))
# expect: got SIGUSR1
# expect: [<Signals.SIGUSR1: 10>, <Signals.SIGUSR2: 12>]
print(signal.pthread_sigmask(signal.SIG_SETMASK, []))  # expect: {<Signals.SIGUSR2: 12>}
print(signal.sigtimedwait([signal.SIGUSR2], 0.01))  # expect: None

out, into = os.pipe()
os.set_blocking(into, False)
print(signal.set_wakeup_fd(into))  # expect: -1
signal.raise_signal(signal.SIGUSR1)  # expect: got SIGUSR1
print(os.read(out, 10), signal.set_wakeup_fd(-1) == into)  # expect: b'\n' True
for call, *args in (signal.set_wakeup_fd, out), (signal.alarm, 'x'), (signal.pthread_sigmask, 7, []), (signal.sigwait, [99]):
    try:
        call(*args)
    except Exception as error:
        print(type(error).__name__, str(error).replace(str(out), 'FD'))
# expect: ValueError the fd FD must be in non-blocking mode
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OSError [Errno 22] Invalid argument
# expect: ValueError signal number 99 out of range [1; 64]
