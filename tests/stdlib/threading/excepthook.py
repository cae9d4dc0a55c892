import threading


def fail():
    raise ValueError("in a thread")


def leave():
    raise SystemExit(3)


thread = threading.Thread(target=fail, name="first")
thread.start()
thread.join()
thread = threading.Thread(target=leave)
thread.start()
thread.join()


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook
thread = threading.Thread(target=fail, name="second")
thread.start()
thread.join()
# expect: ValueError in a thread second
threading.excepthook = threading.__excepthook__
print("end")  # expect: end
