# stdin: secret\nnext\n
"""Passwords without a terminal, and who runs this."""
import getpass
import io
import os
import warnings

os.environ["LOGNAME"] = "somebody"
print(getpass.getuser())  # expect: somebody
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    stream = io.StringIO()
    print(getpass.getpass("Say: ", stream))  # expect: secret
    print(caught[0].category.__name__, caught[0].message)  # expect: GetPassWarning Can not control echo on the terminal.
    print(repr(stream.getvalue()))  # expect: 'Warning: Password input may be echoed.\nSay: \n'
