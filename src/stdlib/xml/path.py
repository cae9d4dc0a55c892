"""The paths that elements are found by: a small part of XPath."""
import re

_TOKEN = re.compile(r"""
    (?P<text>'[^']*'|"[^"]*") | (?P<mark>::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])
    | (?P<name>(?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+) | \s+
""", re.VERBOSE)


def _tokens(path, namespaces):
    default = (namespaces or {}).get("")
    after_at = False
    for found in _TOKEN.finditer(path):
        kind, token = found.lastgroup, found.group().strip()
        if kind is None:
            continue
        if kind == "name" and token[0] != "{":
            prefix, colon, local = token.partition(":")
            if colon:
                if not namespaces or prefix not in namespaces:
                    raise SyntaxError(f"prefix {prefix!r} not found in prefix map") from None
                token = f"{{{namespaces[prefix]}}}{local}"
            elif default and not after_at and not token.isdigit() and token != "*":
                token = f"{{{default}}}{token}"
        after_at = token == "@"
        yield kind, token


def _is_tag(wanted):
    """A test for tags: `*` stands for a whole namespace or name."""
    if wanted in ("*", "{*}*"):
        return lambda tag: wanted == "*" or isinstance(tag, str)
    if wanted[:3] == "{*}":
        return lambda tag: isinstance(tag, str) and (tag == wanted[3:] or tag.endswith(wanted[2:]))
    if wanted[:2] == "{}":
        wanted = wanted[2:]
        if wanted == "*":
            return lambda tag: isinstance(tag, str) and tag[:1] != "{"
    elif wanted[-2:] == "}*":
        return lambda tag: isinstance(tag, str) and tag.startswith(wanted[:-1])
    return lambda tag: tag == wanted


class _Steps:
    """Reads a path step by step, and follows it."""

    def __init__(self, root, path, namespaces):
        if path[-1:] == "/":
            path += "*"
        if path[:1] == "/":
            raise SyntaxError("cannot use absolute path on element")
        self.root = root
        self.tokens = [*_tokens(path, namespaces)]
        self.at = 0
        self.above = None

    def parent(self, element):
        if self.above is None:
            self.above = {id(child): parent for parent in self.root.iter() for child in parent}
        return self.above.get(id(element))

    def next(self):
        if self.at == len(self.tokens):
            raise SyntaxError("invalid path") from None
        self.at += 1
        return self.tokens[self.at - 1]

    def follow(self):
        found = iter((self.root,))
        while self.at < len(self.tokens):
            found = self.step(found)
            if self.at < len(self.tokens) and self.tokens[self.at][1] == "/":
                self.at += 1
                if self.at == len(self.tokens):
                    raise SyntaxError("invalid path")
        return found

    def step(self, found):
        kind, token = self.next()
        if token == "//":
            test = _is_tag(self.next()[1])
            return (each for start in found for each in start.iter() if each is not start and test(each.tag))
        if token == ".":
            return found
        if token == "..":
            return self.parents(found)
        if token == "[":
            return self.predicate(found)
        if kind == "name" or token == "*":
            test = _is_tag(token)
            return (child for each in found for child in each if test(child.tag))
        raise SyntaxError(f"cannot use {token!r} in path" if kind != "mark" else "invalid path")

    def parents(self, found):
        seen = set()
        for each in found:
            parent = self.parent(each)
            if parent is not None and id(parent) not in seen:
                seen.add(id(parent))
                yield parent

    def predicate(self, found):
        inside = []
        while (token := self.next())[1] != "]" or token[0] == "text":
            inside.append(token)
        shape = "".join({"name": "-", "text": "'"}.get(kind, token) for kind, token in inside)
        words = [token[1:-1] if kind == "text" else token for kind, token in inside if kind != "mark"]
        return self.filtered(found, shape, words)

    def filtered(self, found, shape, words):
        equal = "!" not in shape
        match shape:
            case "@-":
                return (each for each in found if each.get(words[0]) is not None)
            case "@-='" | "@-!='":
                return (each for each in found if (value := each.get(words[0])) is not None and (value == words[1]) is equal)
            case ".='" | ".!='":
                return (each for each in found if ("".join(each.itertext()) == words[0]) is equal)
            case "-='" | "-!='":
                return (each for each in found if any(("".join(child.itertext()) == words[1]) is equal for child in each.findall(words[0])))
            case "-" if re.fullmatch(r"-?\d+", words[0]):
                place = int(words[0]) - 1
                if place < 0:
                    raise SyntaxError("XPath position >= 1 expected")
                return self.at_place(found, place)
            case "-":
                return (each for each in found if each.find(words[0]) is not None)
            case "-()" | "-()-":
                if words[0].rpartition("}")[2] != "last":
                    raise SyntaxError("unsupported function")
                return self.at_place(found, self.from_the_end(words))
        raise SyntaxError("invalid predicate")

    def from_the_end(self, words):
        if len(words) == 1:
            return -1
        try:
            offset = int(words[1])
        except ValueError:
            raise SyntaxError("unsupported expression") from None
        if offset > -1:
            raise SyntaxError("XPath offset from last() must be negative")
        return offset - 1

    def at_place(self, found, place):
        for each in found:
            parent = self.parent(each)
            alike = [] if parent is None else [child for child in parent if child.tag == each.tag]
            if -len(alike) <= place < len(alike) and alike[place] is each:
                yield each


def select(root, path, namespaces):
    """All elements that a path leads to from `root`."""
    return _Steps(root, path, namespaces).follow()
