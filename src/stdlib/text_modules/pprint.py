"""Printing values so that people can read them."""

import sys as _sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Print an object over several lines if need be."""
    PrettyPrinter(
        stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The text of an object over several lines if need be."""
    return PrettyPrinter(
        indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Print an object with its dictionaries in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """The repr of an object, which may be in itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether the repr can be read back."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether the object is in itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _safe_key:
    """Something to sort by for what cannot be compared."""

    __slots__ = ["obj"]

    def __init__(self, obj):
        self.obj = obj

    def _by_kind(self):
        return str(type(self.obj)), id(self.obj)

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return self._by_kind() < other._by_kind()


def _safe_tuple(pair):
    return _safe_key(pair[0]), _safe_key(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class PrettyPrinter:
    """Prints objects over several lines if need be."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        self._indent_per_level, self._width, self._depth = int(indent), int(width), depth
        for wrong, text in (
            (self._indent_per_level < 0, "indent must be >= 0"),
            (depth is not None and depth <= 0, "depth must be > 0"),
            (not self._width, "width must be != 0"),
        ):
            if wrong:
                raise ValueError(text)
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, {}, 0)
        return "".join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """The text, whether it can be read back, and whether the object is in itself."""
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, out, indent, allowance, context, level):
        key = id(object)
        if key in context:
            out.append(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            method = self._method_for(object)
            if method is not None:
                context[key] = 1
                method(self, object, out, indent, allowance, context, level + 1)
                del context[key]
                return
        out.append(text)

    def _method_for(self, object):
        kind = type(object)
        own = kind.__repr__
        for base, method in _METHODS:
            if own is base.__repr__ and issubclass(kind, base):
                return method
        name = f"{kind.__module__}.{kind.__qualname__}"
        if name in _NAMED and getattr(own, "__module__", None) in (None, kind.__module__, "collections"):
            return _NAMED[name]
        if "__dataclass_fields__" in kind.__dict__ and getattr(kind, "__dataclass_params__").repr and hasattr(
                own, "__wrapped__") and "__create_fn__" in own.__wrapped__.__qualname__:
            return PrettyPrinter._dataclass
        return None

    def _dataclass(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        items = [(field.name, getattr(object, field.name)) for field in object.__dataclass_fields__.values()
                 if field.repr and hasattr(object, field.name)]
        out.append(name + "(")
        self._format_named(items, out, indent, allowance, context, level)
        out.append(")")

    def _simple_namespace(self, object, out, indent, allowance, context, level):
        name = "namespace" if type(object).__name__ == "SimpleNamespace" else type(object).__name__
        indent += len(name) + 1
        out.append(name + "(")
        self._format_named(list(object.__dict__.items()), out, indent, allowance, context, level)
        out.append(")")

    def _format_named(self, items, out, indent, allowance, context, level):
        delimiter = ",\n" + " " * indent
        for i, (key, item) in enumerate(items):
            last = i == len(items) - 1
            out.append(f"{key}=")
            if id(item) in context:
                out.append("...")
            else:
                self._format(item, out, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                out.append(delimiter)

    def _dict(self, object, out, indent, allowance, context, level):
        out.append("{")
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * " ")
        if len(object):
            items = sorted(object.items(), key=_safe_tuple) if self._sort_dicts else object.items()
            self._format_dict_items(items, out, indent, allowance + 1, context, level)
        out.append("}")

    def _ordered_dict(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "(")
        self._format(list(object.items()), out, indent + len(name) + 1, allowance + 1, context, level)
        out.append(")")

    def _default_dict(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        out.append(f"{name}({factory},\n{' ' * indent}")
        self._dict(object, out, indent, allowance + 1, context, level)
        out.append(")")

    def _counter(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "({")
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * " ")
        self._format_dict_items(
            object.most_common(), out, indent + len(name) + 1, allowance + 2, context, level)
        out.append("})")

    def _chain_map(self, object, out, indent, allowance, context, level):
        if not len(object.maps):
            out.append(repr(object))
            return
        name = type(object).__name__
        indent += len(name) + 1
        out.append(name + "(")
        *others, last = object.maps
        for each in others:
            self._format(each, out, indent, 1, context, level)
            out.append(",\n" + " " * indent)
        self._format(last, out, indent, allowance + 1, context, level)
        out.append(")")

    def _data(self, object, out, indent, allowance, context, level):
        self._format(object.data, out, indent, allowance, context, level - 1)

    def _deque(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "(")
        indent += len(name) + 1
        out.append("[")
        if object.maxlen is None:
            self._format_items(object, out, indent, allowance + 2, context, level)
            out.append("])")
        else:
            self._format_items(object, out, indent, 2, context, level)
            most = self._repr(object.maxlen, context, level)
            out.append(f"],\n{' ' * indent}maxlen={most})")

    def _list(self, object, out, indent, allowance, context, level):
        out.append("[")
        self._format_items(object, out, indent, allowance + 1, context, level)
        out.append("]")

    def _tuple(self, object, out, indent, allowance, context, level):
        out.append("(")
        end = ",)" if len(object) == 1 else ")"
        self._format_items(object, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _set(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        kind = type(object)
        if kind is set:
            out.append("{")
            end = "}"
        else:
            out.append(kind.__name__ + "({")
            end = "})"
            indent += len(kind.__name__) + 1
        self._format_items(sorted(object, key=_safe_key), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _str(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        lines = object.splitlines(True)
        chunks = []
        for left, line in zip(range(len(lines) - 1, -1, -1), lines):
            spare = 0 if left else allowance
            text = repr(line)
            chunks.extend([text] if len(text) <= width - spare else _packed(_words(line), width, spare))
        if len(chunks) == 1:
            out.append(text)
            return
        if level == 1:
            out.append("(")
        out.append(("\n" + " " * indent).join(chunks))
        if level == 1:
            out.append(")")

    def _bytes(self, object, out, indent, allowance, context, level):
        if len(object) <= 4:
            out.append(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            out.append("(")
        parts = [object[at:at + 4] for at in range(0, len(object), 4)]
        # A last part that is full is taken for one that has another behind it.
        chunks = _packed(parts, self._width - indent, allowance if len(parts[-1]) < 4 else 0)
        out.append(("\n" + " " * indent).join(chunks))
        if parens:
            out.append(")")

    def _bytearray(self, object, out, indent, allowance, context, level):
        out.append("bytearray(")
        self._bytes(bytes(object), out, indent + 10, allowance + 1, context, level + 1)
        out.append(")")

    def _mapping_proxy(self, object, out, indent, allowance, context, level):
        out.append("mappingproxy(")
        self._format(object.copy(), out, indent + 13, allowance + 1, context, level)
        out.append(")")

    def _format_dict_items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        items = list(items)
        for i, (key, item) in enumerate(items):
            last = i == len(items) - 1
            shown = self._repr(key, context, level)
            out.append(f"{shown}: ")
            self._format(item, out, indent + len(shown) + 2, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _format_items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * " ")
        between = ",\n" + " " * indent
        delimiter = ""
        most = width = self._width - indent + 1
        items = list(items)
        for left, item in zip(range(len(items) - 1, -1, -1), items):
            if not left:
                most, width = most - allowance, width - allowance
            if self._compact:
                shown = self._repr(item, context, level)
                size = len(shown) + 2
                if size > width:
                    width, delimiter = most, delimiter and between
                if size <= width:
                    width -= size
                    out += delimiter, shown
                    delimiter = ", "
                    continue
            out.append(delimiter)
            delimiter = between
            self._format(item, out, indent, 1 if left else allowance, context, level)

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if kind in _SCALARS:
            return repr(object), True, False
        own = getattr(kind, "__repr__", None)
        if issubclass(kind, int) and own is int.__repr__:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        for base, frame in ((dict, "{%s}"), (list, "[%s]"), (tuple, "(%s)")):
            if issubclass(kind, base) and own is base.__repr__:
                if base is tuple and len(object) == 1:
                    frame = "(%s,)"
                return self._safe_container(object, frame, context, maxlevels, level)
        text = repr(object)
        return text, not text.startswith("<"), False

    def _safe_container(self, object, frame, context, maxlevels, level):
        """The same for what has others in it, whose texts stand in a frame."""
        if not object:
            return frame % "", True, False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return frame % "...", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        shown, readable, recursive = [], True, False
        for row in self._rows(object):
            parts = [self.format(part, context, maxlevels, level + 1) for part in row]
            shown.append(": ".join(text for text, _, _ in parts))
            readable = readable and all(fine for _, fine, _ in parts)
            recursive = recursive or any(again for _, _, again in parts)
        del context[key]
        return frame % ", ".join(shown), readable, recursive

    def _rows(self, object):
        """What stands between two commas: pairs in a dictionary, else items alone."""
        if not isinstance(object, dict):
            return zip(object)
        return sorted(object.items(), key=_safe_tuple) if self._sort_dicts else object.items()


def _words(line):
    """Words with the spaces behind them."""
    parts = []
    at = 0
    while at < len(line):
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        parts.append(line[at:end])
        at = end
    return parts


def _packed(parts, width, allowance):
    """The reprs of pieces made of parts, each as long as there is room; the last part has less."""
    held = parts[0][:0]
    for left, part in zip(range(len(parts) - 1, -1, -1), parts):
        if held and len(repr(held + part)) > width - (0 if left else allowance):
            yield repr(held)
            held = part
        else:
            held += part
    if held:
        yield repr(held)


_SCALARS = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})
_METHODS = [
    (dict, PrettyPrinter._dict), (list, PrettyPrinter._list), (tuple, PrettyPrinter._tuple), (set, PrettyPrinter._set),
    (frozenset, PrettyPrinter._set), (str, PrettyPrinter._str), (bytes, PrettyPrinter._bytes),
    (bytearray, PrettyPrinter._bytearray), (type(type.__dict__), PrettyPrinter._mapping_proxy),
    (type(_sys.implementation), PrettyPrinter._simple_namespace),
]
_NAMED = {
    "collections.OrderedDict": PrettyPrinter._ordered_dict, "collections.defaultdict": PrettyPrinter._default_dict,
    "collections.Counter": PrettyPrinter._counter, "collections.deque": PrettyPrinter._deque,
    "collections.ChainMap": PrettyPrinter._chain_map, "collections.UserDict": PrettyPrinter._data,
    "collections.UserList": PrettyPrinter._data, "collections.UserString": PrettyPrinter._data,
}
