# `except*`: what each handler gets, what goes on, and suspensions in every place.
import sys
def show(e, ind=0):
    if e is None:
        print(' '*ind + 'None'); return
    print(' '*ind + repr(e), 'ctx', repr(e.__context__), 'cause', repr(e.__cause__), 'sup', e.__suppress_context__)
    tb = e.__traceback__
    while tb: print(' '*ind, ' tb', tb.tb_lineno, tb.tb_frame.f_code.co_name); tb = tb.tb_next
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions: show(x, ind+4)
def run(f):
    print('==', f.__name__)
    try:
        f()
    except BaseException as e:
        show(e)
    print('after', sys.exception())
def eg(): return ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [OSError(3), ValueError(4)])])
def t1():
    try: raise eg()
    except* ValueError as e:
        show(e); print(repr(sys.exception()))
    except* OSError:
        print(repr(sys.exception()))
    print('no')
def t2():
    try: raise eg()
    except* ValueError: raise
    except* TypeError: pass
def t3():
    try: raise eg()
    except* ValueError as e: raise e
    except* TypeError: pass
    except* OSError: raise KeyError('x')
def t4():
    try: raise eg()
    except* (ValueError, TypeError, OSError) as e: raise RuntimeError('new') from e
def t5():
    try: raise ValueError('naked')
    except* ValueError as e:
        show(e)
        raise
def t6():
    try: raise ValueError('naked')
    except* TypeError as e: print('no')
def t7():
    try: raise ValueError('naked')
    except* ValueError as e: 1/0
def t8():
    try: raise eg()
    except* 5: pass
def t9():
    try: raise eg()
    except* ExceptionGroup: pass
def t10():
    try: raise eg()
    except* (ValueError, 7): pass
def t11():
    try: raise eg()
    except* Exception: print('all')
    except* (1/0): print('zero')
def t12():
    try: raise eg()
    except* Exception as e: del e
    else: print('else')
    finally: print('fin')
    try: print(e)
    except NameError as x: print(x)
def t13():
    try: pass
    except* Exception: print('x')
    else: print('else')
    finally: print('fin')
def t14():
    try:
        try: raise eg()
        except* ValueError:
            try: raise ExceptionGroup('inner', [KeyError(1), IndexError(2)])
            except* KeyError: print(repr(sys.exception()))
            print(repr(sys.exception()))
    except* (TypeError, IndexError) as e: show(e)
def t15():
    class MyEG(ExceptionGroup):
        def derive(self, excs): return MyEG(self.message + '!', excs)
    try: 
        e = MyEG('m', [ValueError(1), TypeError(2)]); e.add_note('n'); raise e
    except* ValueError as x: show(x); print(x.__notes__)
def t16():
    class Bad(ExceptionGroup):
        def derive(self, excs): return 42
    try: raise Bad('m', [ValueError(1), TypeError(2)])
    except* ValueError as x: show(x)
def t17():
    class Bad(ExceptionGroup):
        def derive(self, excs): raise KeyError('derive')
    try: raise Bad('m', [ValueError(1), TypeError(2)])
    except* ValueError as x: show(x)
def t18():
    try: raise BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(1)])
    except* ValueError: pass
def t19():
    try: raise eg()
    except* ValueError as e:
        raise e.exceptions[0]
    except* TypeError as e:
        raise e.exceptions[0]
def t20():
    def g():
        try: raise eg()
        except* ValueError as e:
            x = yield repr(e)
            print('got', x, repr(sys.exception()))
            y = yield 2
            raise KeyError(y)
        except* TypeError as e:
            x = yield 3
            print('got', x, repr(sys.exception()))
    i = g(); print(next(i)); print(sys.exception()); print(i.send('a')); print(i.send('b'))
    i.send('c')
def t21():
    def g():
        try: raise eg()
        except* ValueError as e:
            yield 1
    i = g(); next(i); i.close()
def t22():
    def g():
        try: raise eg()
        except* ((yield 'cls'), OSError) as e:
            print(repr(e)); yield 'body'
        except* ((yield 'cls2')) as e:
            print(repr(e)); yield 'body2'
    i = g(); print(next(i)); print(i.send(ValueError)); print(next(i)); print(i.send(TypeError)); print(next(i, 'end'))
def t23():
    def g():
        try: raise eg()
        except* ((yield 'cls'), OSError) as e: pass
    i = g(); print(next(i)); i.throw(KeyError('thrown'))
def t24():
    for i in range(2):
        try: raise eg()
        except* ValueError:
            for j in range(3):
                if j == 1: break
            else: pass
        except* Exception: pass
        print(i)
def t25():
    try: raise eg()
    except* () : pass
def t26():
    try:
        try: raise eg()
        except* ValueError: raise
        except* TypeError: raise
        except* OSError: raise
    except ExceptionGroup as e: show(e)
def t27():
    try:
        try: raise eg() from KeyError('cause')
        except* ValueError: raise IndexError
    except* IndexError as e: show(e)
    except* OSError: 1/0
def t28():
    try:
        raise eg()
    except* ValueError:
        raise TypeError(1)
    except* TypeError:
        raise ValueError(2)
    except* OSError:
        raise SystemExit(3)
def t29():
    try: raise ExceptionGroup("x", [OSError(1), GeneratorExit])
    except* OSError: pass
for n in range(1, 30): run(globals()[f't{n}'])
