# There is no debugger; who asks for one is told so.
# reference: differs (there is one)
import bdb
import pdb

for begin in (pdb.set_trace, lambda: pdb.run("1"), pdb.pm, lambda: pdb.Pdb().runcall(print)):
    try:
        begin()
    except RuntimeError as error:
        print(error)
print(issubclass(pdb.Pdb, bdb.Bdb), issubclass(bdb.BdbQuit, Exception))
