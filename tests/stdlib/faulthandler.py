# Tracebacks on demand.
import faulthandler
import io
import os
import tempfile

print(faulthandler.is_enabled(), faulthandler.enable(), faulthandler.is_enabled(), faulthandler.disable())  # expect: False None True True


def inner():
    with tempfile.TemporaryFile("w+") as file:
        faulthandler.dump_traceback(file, all_threads=False)
        file.seek(0)
        return file.read()


lines = inner().splitlines()
print(lines[0], [line.rpartition(" ")[2] for line in lines[1:]])  # expect: Stack (most recent call first): ['inner', '<module>']
try:
    faulthandler.dump_traceback_later(-1)
except ValueError as error:
    print(error)  # expect: timeout must be greater than 0
print(faulthandler.cancel_dump_traceback_later())  # expect: None
