# Filters as text, as -W has them: what tools read by the module's private functions.
import warnings
for f in (warnings._getaction, warnings._getcategory, warnings._setoption):
    for a in ('', 'all','e','err','x','def','UserWarning','nope','os.nope','zz.q','int','asyncio.CancelledError','ignore::DeprecationWarning','error:abc:UserWarning:mod:12','a:b:c:d:e:f','error:::x:-1','error::::q'):
        try: print(a, f(a))
        except BaseException as e: print(a, type(e).__name__, e)
print(warnings.filters[1][0], warnings.filters[1][4])
