# `interrupt_main` in the main thread interrupts at once, and not at all where the signal is ignored.
import _thread
import signal
import threading
import time
import warnings
import weakref

try:
    _thread.interrupt_main()
    print("not reached")
except KeyboardInterrupt:
    print("interrupted")  # expect: interrupted
own = signal.signal(signal.SIGINT, signal.SIG_IGN)
_thread.interrupt_main()
_thread.interrupt_main(signal.SIGTERM)
signal.signal(signal.SIGINT, own)

main = threading.current_thread()
thread = threading.Thread(target=lambda: (main.join(), print("after the main thread")))
thread.start()
lock = threading.Lock()
print(weakref.ref(lock)() is lock)  # expect: True
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    threading.RLock(1)
print(caught[0].message)  # expect: Passing arguments to RLock is deprecated and will be removed in 3.15
time.sleep(0.01)
print("end of the main thread")  # expect: end of the main thread
# expect: after the main thread
