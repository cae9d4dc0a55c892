# Constants are computed before what is suspicious about the rest is looked for.
import sys
import warnings

warnings.simplefilter('always')
sys.stderr = sys.stdout
compile('''[1, 2][{}]
~True
1 is x
''', 'text', 'exec')
