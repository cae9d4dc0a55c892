# A module or a name that is not there.
try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error, error.name)  # expect: No module named 'no_such_module' no_such_module
try:
    from time import no_such_name
except ImportError as error:
    print(error)  # expect: cannot import name 'no_such_name' from 'time' (unknown location)
try:
    import asyncio.nothing
except ModuleNotFoundError as error:
    print(error)  # expect: No module named 'asyncio.nothing'
