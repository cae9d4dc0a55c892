"""The part of inspect on class trees, the values of arguments, and what is looked at without running its code."""
__name__ = 'inspect'

import types
import inspect
from inspect import _Fields, getattr_static, getfile, getmro, getsourcefile, isasyncgen, isclass, iscode, istraceback, isframe

CO_NOFREE = 64


class Arguments(_Fields):
    """The names of a code object's parameters."""

    _fields = ("args", "varargs", "varkw")


class ArgInfo(_Fields):
    """The names and values of a frame's arguments."""

    _fields = ("args", "varargs", "keywords", "locals")


class ClassFoundException(Exception):
    """What ended the search for a class once."""


class EndOfBlock(Exception):
    """The end of a block of code was found."""


class BlockFinder:
    """Finds where a block of code ends, from its tokens one by one."""

    def __init__(self):
        self.indent, self.last, self.body_col0 = 0, 1, None
        self.started = self.islambda = self.indecorator = self.passline = False

    def tokeneater(self, type, token, srowcol, erowcol, line):
        """Take a token; EndOfBlock is raised behind the block."""
        import tokenize
        if not self.started and not self.indecorator:
            if token in ("def", "class", "lambda"):
                self.islambda = token == "lambda"
                self.started = True
            elif token == "@":
                self.indecorator = True
            if type != tokenize.NEWLINE:
                self.passline = token != "@"
                return
        if type == tokenize.NEWLINE:
            self.passline = self.indecorator = False
            self.last = srowcol[0]
            if self.islambda:
                raise EndOfBlock
        elif type == tokenize.INDENT and self.started:
            if self.body_col0 is None:
                self.body_col0 = erowcol[1]
            self.indent += 1
            self.passline = True
        elif type == tokenize.DEDENT:
            self.indent -= 1
            if self.indent <= 0:
                raise EndOfBlock
        elif type == tokenize.COMMENT:
            if self.body_col0 is not None and srowcol[1] >= self.body_col0:
                self.last = srowcol[0]
        elif self.indent == 0 and not self.passline and type not in (tokenize.COMMENT, tokenize.NL):
            # Another statement beside the block.
            raise EndOfBlock


def buffer_flags():
    """Make the numbers that say what is wanted of a buffer."""
    from enum import IntFlag
    names = "SIMPLE WRITABLE FORMAT ND STRIDES C_CONTIGUOUS F_CONTIGUOUS ANY_CONTIGUOUS INDIRECT CONTIG CONTIG_RO STRIDED "
    names += "STRIDED_RO RECORDS RECORDS_RO FULL FULL_RO READ WRITE"
    numbers = [0, 1, 4, 8, 24, 56, 88, 152, 280, 9, 8, 25, 24, 29, 28, 285, 284, 0x100, 0x200]
    return IntFlag("BufferFlags", list(zip(names.split(), numbers)), module="inspect")


def getabsfile(object, _filename=None):
    """The file of an object from the root, in its usual case."""
    import os
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


def getargs(co):
    """The names of the parameters of a code object."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    count = co.co_argcount + co.co_kwonlyargcount
    names = co.co_varnames
    # Those that are given by name alone stand behind the others.
    args = list(names[:count])
    varargs = varkw = None
    if co.co_flags & inspect.CO_VARARGS:
        varargs = names[count]
        count += 1
    if co.co_flags & inspect.CO_VARKEYWORDS:
        varkw = names[count]
    return Arguments(args, varargs, varkw)


def getargvalues(frame):
    """The names and values of the arguments of a frame."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatannotationrelativeto(object):
    """What shows an annotation as one of the object's module."""
    module = getattr(object, "__module__", None)

    def _formatannotation(annotation):
        return inspect.formatannotation(annotation, module)

    return _formatannotation


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    """The values of arguments as text."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(parts)})"


def getasyncgenlocals(agen):
    """The variables of an async generator."""
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return agen.ag_frame.f_locals if agen.ag_frame is not None else {}


def walktree(classes, children, parent):
    """Classes with their bases, those below each in a list behind it."""
    found = []
    for each in sorted(classes, key=lambda each: (each.__module__, each.__name__)):
        found.append((each, each.__bases__))
        if each in children:
            found.append(walktree(children[each], children, each))
    return found


def getclasstree(classes, unique=False):
    """Classes as a tree of lists; each stands below all its bases, or only the first if unique."""
    children, roots = {}, []
    for each in classes:
        for base in each.__bases__:
            below = children.setdefault(base, [])
            if each not in below:
                below.append(each)
            if unique and base in classes:
                break
        if not each.__bases__:
            roots.append(each)
    roots += [base for base in children if base not in classes and base not in roots]
    return walktree(roots, children, None)


def getmembers_static(object, predicate=None):
    """Pairs of names and values of all attributes, without running what computes them."""
    mro = (object, *getmro(object)) if isclass(object) else ()
    names = dir(object)
    for base in mro[1:2] and object.__bases__:
        names += [name for name, value in vars(base).items() if isinstance(value, types.DynamicClassAttribute)]
    found, seen = [], set()
    for key in names:
        try:
            value = getattr_static(object, key)
            if key in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if key in vars(base):
                    value = vars(base)[key]
                    break
            else:
                continue
        if not predicate or predicate(value):
            found.append((key, value))
        seen.add(key)
    found.sort(key=lambda pair: pair[0])
    return found
