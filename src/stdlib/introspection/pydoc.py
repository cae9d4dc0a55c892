"""Help on objects, as text for people at a prompt."""

import builtins
import inspect
import sys

__all__ = ["help"]

_RULE = " |  " + "-" * 70

_NOTHING = """\
No Python documentation found for %r.
Use help() to get the interactive help utility.
Use help(str) for help on the str class.
"""

_WELCOME = """\
Type the name of a module, or of something in one, for what it says about itself.
An empty line, "quit" or Ctrl-D leads back.
"""


def locate(path):
    """The object of a dotted name: a module, what is in it, or a built-in name."""
    parts = [part for part in path.split(".") if part]
    owner, rest = _module_of(parts)
    if owner is None:
        owner, rest = builtins, parts
    for part in rest:
        try:
            owner = getattr(owner, part)
        except AttributeError:
            return None
    return owner


def _module_of(parts):
    """The longest beginning of the parts that is a module, and what is left of them."""
    for count in range(len(parts), 0, -1):
        name = ".".join(parts[:count])
        try:
            __import__(name)
        except ImportError:
            continue
        return sys.modules[name], parts[count:]
    return None, parts


def getdoc(thing):
    """The documentation of a thing, or the comments before it."""
    text = inspect.getdoc(thing) or inspect.getcomments(thing)
    return text.rstrip() if text else ""


def plain(text):
    """Text without overstriking."""
    result = []
    for character in text:
        if character == "\b":
            del result[-1:]
        else:
            result.append(character)
    return "".join(result)


def describe(thing):
    """What kind of thing it is, and its name."""
    kinds = (
        (inspect.ismodule, "package" if hasattr(thing, "__path__") else "module"),
        (inspect.isbuiltin, "built-in function"),
        (inspect.isgetsetdescriptor, "getset descriptor"),
        (inspect.ismemberdescriptor, "member descriptor"),
        (inspect.isclass, "class"),
        (inspect.isfunction, "function"),
        (inspect.ismethod, "method"),
        (inspect.ismethoddescriptor, "method descriptor"),
    )
    for test, word in kinds:
        if test(thing):
            return word + " " + getattr(thing, "__name__", "")
    return type(thing).__name__


def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
    """The help on a thing or on what a name stands for, under a title."""
    name = None
    if isinstance(thing, str):
        name, thing = thing, locate(thing)
        if thing is None:
            raise ImportError(_NOTHING % name)
    what = describe(thing)
    module = inspect.getmodule(thing)
    if name and "." in name:
        what += " in " + name.rpartition(".")[0]
    elif module and module is not thing:
        what += " in module " + module.__name__
    if not _speaks_for_itself(thing):
        thing = type(thing)
        what += " object"
    return title % what + "\n\n" + _document(thing)


def _speaks_for_itself(thing):
    return inspect.ismodule(thing) or inspect.isclass(thing) or inspect.isroutine(thing) or inspect.isdatadescriptor(thing)


def _document(thing):
    if inspect.ismodule(thing):
        return _module_text(thing)
    if inspect.isclass(thing):
        return _class_text(thing)
    if inspect.isroutine(thing):
        return _routine_text(thing, thing.__name__, None)
    return _entry_text(getattr(thing, "__name__", "?"), getdoc(thing))


def _indented(text, by="    "):
    return "\n".join((by + line).rstrip() for line in text.split("\n"))


def _entry_text(head, documentation):
    return head + "\n" + (_indented(documentation) + "\n" if documentation else "")


def _signature_text(thing):
    try:
        return str(inspect.signature(thing))
    except (ValueError, TypeError):
        return "(...)"


def _full_name(cls, module):
    """The name of a class as a text about something in `module` has it."""
    return cls.__name__ if cls.__module__ == module else f"{cls.__module__}.{cls.__name__}"


def _routine_text(thing, name, owner):
    """A function with its parameters; as an entry of the class `owner`, if there is one."""
    note = ""
    bound_to = getattr(thing, "__self__", None)
    if owner is None and bound_to is not None and not inspect.ismodule(bound_to):
        if inspect.isclass(bound_to):
            note = f" class method of {_full_name(bound_to, None)}"
        else:
            note = f" method of {_full_name(type(bound_to), None)} instance"
    if name == "<lambda>":
        return _entry_text(f"<lambda> lambda {_signature_text(thing)[1:-1]}", getdoc(thing))
    awaits = inspect.iscoroutinefunction(thing) or inspect.isasyncgenfunction(thing)
    head = ("async " if awaits else "") + name + _signature_text(thing) + note
    return _entry_text(head, getdoc(thing))


def _class_text(cls):
    bases = ", ".join(_full_name(base, cls.__module__) for base in cls.__bases__)
    lines = [f"class {cls.__name__}({bases})" if bases else f"class {cls.__name__}"]
    parts = []
    call = _signature_text(cls)
    if call not in ("(...)", "()"):
        parts.append([cls.__name__ + call])
    documentation = getdoc(cls)
    if documentation:
        parts.append(documentation.split("\n"))
    order = inspect.getmro(cls)
    if len(order) > 2:
        names = ["    " + _full_name(each, cls.__module__) for each in order]
        parts.append(["Method resolution order:", *names])
    sections = [section for owner in order for section in _sections(cls, owner)]
    for number, section in enumerate(sections):
        parts.append(section if number == 0 else [_RULE[4:], *section])
    body = "\n\n".join("\n".join(part).rstrip("\n") for part in parts)
    lines += [(" |  " + line).rstrip() for line in body.split("\n")] if body else []
    return "\n".join(lines) + "\n"


_SECTIONS = (
    ("Methods", ("method",)),
    ("Class methods", ("class method",)),
    ("Static methods", ("static method",)),
    ("Readonly properties", ("readonly",)),
    ("Data descriptors", ("property", "descriptor")),
    ("Data and other attributes", ("data",)),
)


def _sections(cls, owner):
    """What a class has from one class of its line, by kinds: each is a list of lines."""
    if owner is object and cls is not object:
        return
    found = [
        (name, _kind(kind, value), value)
        for name, kind, home, value in inspect.classify_class_attrs(cls)
        if home is owner and _is_shown(name, cls)
    ]
    place = "defined here" if owner is cls else f"inherited from {_full_name(owner, cls.__module__)}"
    for title, kinds in _SECTIONS:
        entries = [(name, value) for name, kind, value in found if kind in kinds]
        if entries:
            texts = [_attribute_text(cls, name, value, kinds[0]) for name, value in sorted(entries, key=lambda each: each[0])]
            yield [f"{title} {place}:", "", "\n".join(text if text.endswith("\n") else text + "\n" for text in texts)]


def _kind(kind, value):
    if kind == "data" and inspect.isdatadescriptor(value):
        return "descriptor"
    if kind == "property" and isinstance(value, property) and value.fset is None and value.fdel is None:
        return "readonly"
    return kind


def _is_shown(name, cls):
    hidden = ("__doc__", "__module__", "__name__", "__qualname__", "__slots__", "__static_attributes__", "__firstlineno__")
    return name not in hidden and not (name.startswith("_") and not name.endswith("__"))


def _attribute_text(cls, name, value, kind):
    if kind in ("method", "class method", "static method"):
        bound = getattr(cls, name, value) if kind != "method" else value
        return _routine_text(bound, name, cls)
    if kind == "data":
        return f"{name} = {_short(value)}\n"
    return _entry_text(name, getdoc(value))


def _short(value):
    text = repr(value)
    return text if len(text) <= 70 else text[:67] + "..."


def _module_text(module):
    name = module.__name__
    first, _, rest = getdoc(module).partition("\n")
    parts = [("NAME", name + (" - " + first if first else ""))]
    if rest.strip():
        parts.append(("DESCRIPTION", rest.strip("\n")))
    listed = getattr(module, "__all__", None)
    names = [each for each in dir(module) if (each in listed if listed is not None else not each.startswith("_"))]
    own = {each: getattr(module, each, None) for each in names}
    if listed is None:
        # What was only imported there is another module's.
        own = {each: value for each, value in own.items() if (inspect.getmodule(value) or module) is module}
    classes = [_class_text(value).rstrip("\n") for value in own.values() if inspect.isclass(value)]
    routines = [
        _routine_text(value, each, module).rstrip("\n")
        for each, value in own.items()
        if inspect.isroutine(value)
    ]
    data = [
        f"{each} = {_short(value)}"
        for each, value in own.items()
        if not inspect.isclass(value) and not inspect.isroutine(value) and not inspect.ismodule(value)
    ]
    for title, texts, between in (("CLASSES", classes, "\n\n"), ("FUNCTIONS", routines, "\n\n"), ("DATA", data, "\n")):
        if texts:
            parts.append((title, between.join(texts)))
    parts.append(("FILE", getattr(module, "__file__", None) or "(built-in)"))
    return "\n".join(title + "\n" + _indented(text) + "\n" for title, text in parts) + "\n\n"


def doc(thing, title="Python Library Documentation: %s", forceload=0, output=None, is_cli=False):
    """Writes the help on a thing to standard output, or to another stream."""
    stream = sys.stdout if output is None else output
    try:
        text = render_doc(thing, title, forceload)
    except ImportError as error:
        text = str(error)
    stream.write(text if text.endswith("\n\n") else text + "\n")


class Helper:
    """What `help` is: called with a thing it tells about that, called with nothing it asks."""

    def __repr__(self):
        return "<pydoc.Helper instance>"

    def __call__(self, *things):
        if things:
            doc(things[0], "Help on %s:")
        else:
            self.interact()

    def interact(self):
        """Asks for names until there is none."""
        print(_WELCOME)
        while True:
            try:
                name = input("help> ").strip().strip("'\"")
            except (EOFError, KeyboardInterrupt):
                print()
                break
            if name.lower() in ("", "q", "quit", "exit"):
                break
            doc(name, "Help on %s:")


help = Helper()
