# One activation has one frame object, which follows it while it runs and keeps its variables afterwards.
import sys


def f():
    frame = sys._getframe()
    print(frame is sys._getframe())  # expect: True
    first = frame.f_lineno
    second = frame.f_lineno
    print(second - first)  # expect: 1
    return frame


frame = f()
print(frame.f_code.co_name, frame.f_lineno - f.__code__.co_firstlineno)  # expect: f 6
print(sorted(frame.f_locals))  # expect: ['first', 'frame', 'second']
print(frame.f_back is sys._getframe(), frame.f_back.f_code.co_name)  # expect: True <module>
frame.clear()
print(dict(frame.f_locals))  # expect: {}


def raised():
    inner = 'kept'
    try:
        1 / 0
    except ZeroDivisionError as error:
        print(error.__traceback__.tb_frame is sys._getframe())  # expect: True
        try:
            sys._getframe().clear()
        except RuntimeError as fault:
            print(fault)  # expect: cannot clear an executing frame
        return error.__traceback__


tb = raised()
print(tb.tb_frame.f_locals)  # expect: {'inner': 'kept'}
tb.tb_frame.clear()
print(tb.tb_frame.f_locals, tb.tb_frame.f_back is sys._getframe())  # expect: {} True
try:
    sys._getframe().f_lineno = 3
except ValueError as fault:
    print(fault)  # expect: f_lineno can only be set in a trace function
