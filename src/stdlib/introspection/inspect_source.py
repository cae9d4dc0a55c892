"""Where objects were written: files, lines, blocks; and the frames that run."""
__name__ = 'inspect'
import sys
import types
from inspect import _Fields, indentsize, isclass, iscode, isframe, ismodule, istraceback, unwrap

_STEPS_TO_CODE = (
    (types.MethodType, "__func__"), (types.FunctionType, "__code__"),
    (types.TracebackType, "tb_frame"), (types.FrameType, "f_code"))


def _code_behind(object):
    """The code of a method, a function, a traceback or a frame; anything else is its own answer."""
    for kind, step in _STEPS_TO_CODE:
        if isinstance(object, kind):
            object = getattr(object, step)
    return object


def getfile(object):
    """The file that an object comes from."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            # A module of the library, which has its source within the binary.
            if object.__module__ == "__main__" or module is not None and "__firstlineno__" in vars(object):
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    object = _code_behind(object)
    if iscode(object):
        return object.co_filename
    raise TypeError(
        "module, class, method, function, traceback, frame, or code object was expected, got "
        f"{type(object).__name__}")


def getsourcefile(object):
    """The source file that an object comes from, if there is one."""
    import linecache
    import os
    filename = getfile(object)
    if os.path.exists(filename):
        return filename
    # What a loader says is a file need not be one.
    module = getmodule(object, filename)
    loader = getattr(module, '__loader__', None) or getattr(getattr(module, '__spec__', None), 'loader', None)
    return filename if loader is not None or filename in linecache.cache else None


def getmodulename(path):
    """The name of the module in a file."""
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def _files_of_modules():
    import os
    for name, module in list(sys.modules.items()):
        if ismodule(module) and getattr(module, '__file__', None):
            yield name, module, os.path.realpath(module.__file__)


def getmodule(object, _filename=None):
    """The module that an object comes from, if that is known."""
    import os
    if ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    try:
        file = os.path.realpath(_filename or getfile(object))
    except (TypeError, FileNotFoundError, OSError):
        return None
    for name, module, own in _files_of_modules():
        if own == file or own == os.path.abspath(_filename or file):
            return module
    name = getattr(object, '__name__', None)
    for module in ('__main__', 'builtins'):
        module = sys.modules.get(module)
        if name is not None and getattr(module, name, None) is object:
            return module
    return None


def _lines_of(object):
    import linecache
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if not (file.startswith('<') and file.endswith('>')):
            raise OSError('source code not available')
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
    if not lines:
        raise OSError('could not get source code')
    return lines


def findsource(object):
    """All lines of the file, and the index of the line where the object begins."""
    lines = _lines_of(object)
    if ismodule(object):
        return lines, 0
    if isclass(object):
        number = vars(object).get('__firstlineno__')
        if number is None:
            raise OSError('source code not available')
    else:
        code = _code_behind(object)
        if not iscode(code):
            raise OSError('could not find code object')
        number = code.co_firstlineno
    if number - 1 >= len(lines):
        raise OSError('lineno is out of bounds')
    return lines, number - 1


def getcomments(object):
    """The lines of comments right before an object's source, or those that a file begins with."""
    try:
        lines, start = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        first = 1 if lines and lines[0].startswith("#!") else 0
        while first < len(lines) and lines[first].strip() in ("", "#"):
            first += 1
        end = first
        while end < len(lines) and lines[end].startswith("#"):
            end += 1
    else:
        indent, end, first = indentsize(lines[start]), start, start
        while first > 0 and lines[first - 1].lstrip().startswith("#") and indentsize(lines[first - 1]) == indent:
            first -= 1
    found = [line.expandtabs().lstrip() for line in lines[first:end]]
    return "".join(found) or None


def getblock(lines):
    """The lines of the block that these begin with."""
    depth = 0
    quote = None
    started = False
    indent = indentsize(lines[0])
    body_indent = None
    in_decorator = lines[0].lstrip().startswith("@")
    last = 0
    for number, line in enumerate(lines):
        text = line.strip()
        continues = quote is not None or depth > 0
        if started and not continues and text and not text.startswith("#") and indentsize(line) <= indent:
            break
        begins = not continues
        i = 0
        ended_by_colon = False
        while i < len(line):
            c = line[i]
            if quote is not None:
                if c == "\\":
                    i += 2
                    continue
                if line.startswith(quote, i):
                    i += len(quote)
                    quote = None
                    continue
            elif c == "#":
                break
            elif c in "\"'":
                quote = c * 3 if line.startswith(c * 3, i) else c
                i += len(quote)
                continue
            elif c in "([{":
                depth += 1
            elif c in ")]}":
                depth -= 1
                if depth < 0:
                    # It stands within brackets, as a lambda may.
                    return lines[:number + 1]
            if not c.isspace():
                ended_by_colon = quote is None and depth == 0 and c == ":"
            i += 1
        if quote is not None and len(quote) == 1 and not line.rstrip("\n").endswith("\\"):
            quote = None
        if begins and not started:
            in_decorator = text.startswith("@")
        if not started and not in_decorator and depth == 0 and quote is None:
            if ended_by_colon:
                started, header_end = True, number
            elif not line.rstrip("\n").endswith("\\"):
                last = number
                break
        is_comment = text.startswith("#") and not continues
        if started and body_indent is None and begins and text and not is_comment and number > header_end:
            body_indent = indentsize(line)
        if text and (not is_comment or body_indent is not None and indentsize(line) >= body_indent):
            last = number
    return lines[:last + 1]


def getsourcelines(object):
    """The lines of an object, and the number of the first one."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """The source of an object."""
    return "".join(getsourcelines(object)[0])


def _show(args):
    """Write the source of what is named `module:qualname`."""
    import argparse
    import importlib
    parser = argparse.ArgumentParser(prog='inspect')
    parser.add_argument('object', help="The object to be analysed. It supports the 'module:qualname' syntax")
    module, _, names = parser.parse_args(args).object.partition(':')
    try:
        found = importlib.import_module(module)
    except Exception as error:
        print(f'Failed to import {module} ({type(error).__name__}: {error})', file=sys.stderr)
        sys.exit(2)
    for name in filter(None, names.split('.')):
        found = getattr(found, name)
    if module in sys.builtin_module_names:
        print("Can't get info for builtin modules.", file=sys.stderr)
        sys.exit(1)
    print(getsource(found))


def getlineno(frame):
    """The line where a frame stands."""
    return frame.f_lineno


class Traceback(_Fields):
    _fields = ('filename', 'lineno', 'function', 'code_context', 'index')


class FrameInfo(_Fields):
    _fields = ('frame', 'filename', 'lineno', 'function', 'code_context', 'index')


def getframeinfo(frame, context=1):
    """File, line, function and lines around where a frame or traceback stands."""
    import linecache
    if istraceback(frame):
        number, frame = frame.tb_lineno, frame.tb_frame
    else:
        number = frame.f_lineno
    if not isframe(frame):
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    filename = frame.f_code.co_filename
    lines = index = None
    if context > 0:
        found = linecache.getlines(filename)
        if found:
            start = max(0, min(number - 1 - context // 2, len(found) - context))
            lines = found[start:start + context]
            index = number - 1 - start
    return Traceback(filename, number, frame.f_code.co_name, lines, index, positions=None)


def getouterframes(frame, context=1):
    """The frame and those that called it."""
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context), positions=None))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The frames of a traceback."""
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context), positions=None))
        tb = tb.tb_next
    return found


def currentframe():
    """The frame of the caller."""
    # Frames of the library are not counted.
    return sys._getframe(0)


def stack(context=1):
    """The frames from the caller's on."""
    return getouterframes(sys._getframe(0), context)


def trace(context=1):
    """The frames of the exception that is handled."""
    error = sys.exception()
    return getinnerframes(error.__traceback__ if error is not None else None, context)
