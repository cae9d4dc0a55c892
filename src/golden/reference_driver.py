"""Runs in CPython what takes more than a file: `programs` that go on from each other, or the turns of a `session`.

    python reference_driver.py KIND SEPARATOR-FILE NAME [ARGUMENT ...]
"""
import ast
import asyncio
import inspect
import sys
import traceback
import types

SIGN = '\x1e'


def texts_of(path):
    with open(path, encoding='utf-8') as file:
        return file.read().split(SIGN)


def sign(*streams):
    for stream in streams:
        print(SIGN, end='', file=stream, flush=True)


def run_programs(earlier, name):
    main = types.ModuleType('__main__')
    main.__file__ = name
    sys.modules['__main__'] = main
    with open(name, encoding='utf-8') as file:
        own = file.read()
    try:
        for text in texts_of(earlier):
            exec(compile(text, name, 'exec'), main.__dict__)
            sign(sys.stdout, sys.stderr)
        exec(compile(own, name, 'exec'), main.__dict__)
    except Exception as error:
        # The first frame is this function.
        sys.excepthook(type(error), error, error.__traceback__.tb_next)
        sys.exit(1)


def run_turn(text, names, loop):
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        code = compile(text, '<stdin>', 'single', flags)
    except SyntaxError:
        code = compile(text, '<stdin>', 'exec', flags)
    result = types.FunctionType(code, names)()
    if inspect.iscoroutine(result):
        loop.run_until_complete(result)


def run_session(path):
    sys.stderr = sys.stdout
    names = {'__name__': '__main__', '__builtins__': __builtins__}
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    for text in texts_of(path):
        try:
            run_turn(text, names, loop)
        except Exception:
            traceback.print_exc()
        finally:
            sign(sys.stdout)


kind, earlier, name, *arguments = sys.argv[1:]
sys.argv[:] = [name, *arguments]
sys.path[0] = ''
if kind == 'session':
    run_session(name)
else:
    run_programs(earlier, name)
