import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    got = asyncio.Queue()
    loop.add_signal_handler(signal.SIGUSR1, got.put_nowait, "usr1")
    signal.raise_signal(signal.SIGUSR1)
    print(await got.get())  # expect: usr1
    loop.call_later(0.01, signal.raise_signal, signal.SIGUSR1)
    print(await got.get())  # expect: usr1
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))  # expect: True False
    for wrong in [lambda: loop.add_signal_handler(signal.SIGKILL, print), lambda: loop.add_signal_handler("x", print),
                  lambda: loop.add_signal_handler(1000, print), lambda: loop.add_signal_handler(10, main)]:
        try:
            wrong()
        except Exception as error:
            print(type(error).__name__, error)
    # expect: RuntimeError sig 9 cannot be caught
    # expect: TypeError sig must be an int, not 'x'
    # expect: ValueError invalid signal number 1000
    # expect: TypeError coroutines cannot be used with add_signal_handler()


asyncio.run(main())

calls = []
old = signal.signal(signal.SIGTERM, lambda number, frame: calls.append((number, frame is not None)))
print(old == signal.SIG_DFL)  # expect: True
signal.raise_signal(signal.SIGTERM)
print(calls)  # expect: [(15, True)]
print(signal.getsignal(signal.SIGTERM) is not None, signal.SIGTERM.name, int(signal.SIGTERM))  # expect: True SIGTERM 15
signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.raise_signal(signal.SIGTERM)
print(signal.getsignal(signal.SIGTERM) == signal.SIG_IGN)  # expect: True
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)  # expect: True
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")  # expect: interrupted
signal.signal(signal.SIGINT, lambda number, frame: calls.append(number))
signal.raise_signal(signal.SIGINT)
print(calls[-1] == 2, signal.strsignal(2), signal.Signals(15).name)  # expect: True Interrupt SIGTERM
for wrong in [lambda: signal.signal(1000, print), lambda: signal.signal(15, "x")]:
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(error)
# expect: signal number out of range
# expect: signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
