"""The debugger of the reference, which does not exist here: whoever starts it is told so."""
import bdb
from bdb import _refused
from cmd import Cmd

__all__ = ["Pdb", "help", "pm", "post_mortem", "run", "runcall", "runctx", "runeval", "set_trace"]


class Restart(Exception):
    """The program is to begin again."""


class Pdb(bdb.Bdb, Cmd):
    """Commands for a debugger."""

    def __init__(self, completekey="tab", stdin=None, stdout=None, skip=None, nosigint=False, readrc=True):
        bdb.Bdb.__init__(self, skip=skip)
        Cmd.__init__(self, completekey, stdin, stdout)
        self.nosigint = nosigint

    interaction = _refused


run = runeval = runctx = runcall = set_trace = post_mortem = pm = help = _refused
