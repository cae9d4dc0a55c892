# Standard streams change their encoding, and give what is below them away.
import io
import sys

said = []


def ask(name, question):
    try:
        answer = question()
    except Exception as error:
        answer = f'{type(error).__name__}: {error}'
    said.append(f'{name}: {answer!r}')


ask('error', lambda: isinstance(sys.stderr, io.TextIOWrapper) and isinstance(sys.stdout.buffer, io.BufferedIOBase))
ask('latin', lambda: sys.stdout.reconfigure(encoding='latin-1'))
ask('which', lambda: (sys.stdout.encoding, sys.stdout.errors))
ask('euro', lambda: print('€'))
ask('replace', lambda: sys.stdout.reconfigure(errors='replace'))
ask('which', lambda: (sys.stdout.encoding, sys.stdout.errors))
print('€', end='|\n')
ask('unknown', lambda: sys.stdout.reconfigure(encoding='nope'))
sys.stdout.reconfigure(encoding='utf-8')
print('€')
ask('input', lambda: sys.stdin.reconfigure(encoding='latin-1'))
ask('input', lambda: sys.stdin.encoding)
sys.stdout = io.TextIOWrapper(sys.stdout.detach(), encoding='ascii', errors='backslashreplace')
print('é€')
ask('old', lambda: sys.__stdout__.write('x'))
ask('taken', lambda: sys.stdin.detach())
ask('read', lambda: sys.stdin.read())
print(*said, sep='\n', flush=True)
