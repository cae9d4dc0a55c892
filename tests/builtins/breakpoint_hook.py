# breakpoint() calls sys.breakpointhook, which calls what an environment variable names.
import os, sys, warnings

sys.breakpointhook = lambda *args, **keywords: print('hook', args, keywords)
breakpoint(1, two=2)            # expect: hook (1,) {'two': 2}
sys.breakpointhook = sys.__breakpointhook__
os.environ['PYTHONBREAKPOINT'] = '0'
print(breakpoint())             # expect: None
os.environ['PYTHONBREAKPOINT'] = 'len'
print(breakpoint('abc'))        # expect: 3
os.environ['PYTHONBREAKPOINT'] = 'os.path.basename'
print(breakpoint('a/b'))        # expect: b
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for name in 'no.such.module', 'nosuch', 'os.nothing':
        os.environ['PYTHONBREAKPOINT'] = name
        print(breakpoint(), caught[-1].category.__name__, caught[-1].message)
# expect: None RuntimeWarning Ignoring unimportable $PYTHONBREAKPOINT: "no.such.module"
# expect: None RuntimeWarning Ignoring unimportable $PYTHONBREAKPOINT: "nosuch"
# expect: None RuntimeWarning Ignoring unimportable $PYTHONBREAKPOINT: "os.nothing"
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as e:
    print(e)                    # expect: lost sys.breakpointhook
