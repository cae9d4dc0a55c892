# The traceback grows on the way and can be replaced.
def f():
    raise ValueError
try:
    f()
except ValueError as e:
    tb = e.__traceback__
    print(tb.tb_lineno)  # expect: 5
    print(tb.tb_next.tb_lineno)  # expect: 3
    print(tb.tb_next.tb_next)  # expect: None
    print(tb.tb_next.tb_frame.f_code.co_name)  # expect: f
    print(e.with_traceback(None).__traceback__)  # expect: None
