"""The grammar of headers: addresses and words, read from text to trees. What is not as it should be is
taken as far as it can be understood, and noted as a defect."""

import re

from email import _encoded_words, errors, utils
from email._header_tree import BLANKS, SPECIALS, Hidden, Leaf, Node, Separator, quote_string

_ATOM = re.compile(r'[^()<>@,:;.\\"\[\] \t]+')
_TOKEN = re.compile(r'[^()<>@,:;\\"\[\]/?= \t]+')
_ENCODED_WORD = re.compile(r"=\?[^?]*\?[qQbB]\?.*?\?=", re.MULTILINE)
_NON_PRINTABLE = re.compile(r"[\x00-\x20\x7F]")
_UNDECODABLE = "Non-ASCII characters found in header token"
_DOT_ATOM_ENDS = SPECIALS - {"."} | set(BLANKS)


class _BadWord(errors.HeaderParseError):
    """What looks like an encoded word and is none."""


def _checked(leaf):
    """The leaf, with a defect for each kind of character in it that should not be there."""
    found = _NON_PRINTABLE.findall(leaf)
    if found:
        leaf.defects.append(errors.NonPrintableDefect(found))
    if utils._has_surrogates(leaf):
        leaf.defects.append(errors.UndecodableBytesDefect(_UNDECODABLE))
    return leaf


def _encoded_word(text):
    """The node of an encoded word at the beginning of a text, and the rest."""
    inside, end, rest = text[2:].partition("?=")
    if not end:
        raise errors.HeaderParseError(f"expected encoded word but found {text}")
    if inside.count("?") < 2 and re.match("[0-9a-fA-F]{2}", rest):
        # The text of the word begins with an escape.
        more, _, rest = rest.partition("?=")
        inside += "?=" + more
    node = Node("encoded-word")
    if len(inside.split()) > 1:
        node.defects.append(errors.InvalidHeaderDefect("whitespace inside encoded word"))
    try:
        string, _, _, defects = _encoded_words.decode(f"=?{inside}?=")
    except (ValueError, KeyError):
        raise _BadWord(f"encoded word format invalid: '{text}'") from None
    node.defects += defects
    for piece in re.findall("[ \t]+|[^ \t]+", string):
        node.append(Leaf(piece, "blanks") if piece[0] in BLANKS else _checked(Leaf(piece, "vtext")))
    if rest and rest[0] not in BLANKS:
        node.defects.append(errors.InvalidHeaderDefect("missing trailing whitespace after encoded-word"))
    return node, rest


def get_unstructured(value):
    """The tree of a header that is plain text with encoded words."""
    tree = Node("unstructured")
    while value:
        if value[0] in BLANKS:
            rest = value.lstrip(BLANKS)
            tree.append(Leaf(value[:len(value) - len(rest)], "blanks"))
            value = rest
            continue
        may_be_word = True
        if value.startswith("=?"):
            try:
                node, rest = _encoded_word(value)
            except _BadWord:
                may_be_word = False
            except errors.HeaderParseError:
                pass
            else:
                value = rest
                if tree and tree[-1].kind not in ("blanks", "no-blanks"):
                    tree.defects.append(errors.InvalidHeaderDefect("missing whitespace before encoded word"))
                elif len(tree) > 1 and tree[-2].kind == "encoded-word":
                    tree[-1] = Hidden()
                tree.append(node)
                continue
        word = re.match("[^ \t]+", value).group()
        if may_be_word and _ENCODED_WORD.search(word):
            word = value.partition("=?")[0] or word
        tree.append(_checked(Leaf(word, "vtext")))
        value = value[len(word):]
    return tree


class Reader:
    """Reads a structured header from left to right."""

    def __init__(self, text):
        self.text = text

    def next(self):
        return self.text[:1]

    def take(self, count, kind, cls=Leaf):
        leaf = cls(self.text[:count], kind)
        self.text = self.text[count:]
        return leaf

    def run(self, pattern, kind, expected):
        found = pattern.match(self.text)
        if found is None:
            raise errors.HeaderParseError(f"expected {expected} but found '{self.text}'")
        return _checked(self.take(found.end(), kind))

    def blanks(self):
        return self.take(len(self.text) - len(self.text.lstrip(BLANKS)), "blanks")

    def cfws(self):
        """Blanks and comments; None where there are none."""
        node = Node("cfws")
        while self.text and self.text[0] in " \t(":
            node.append(self.comment() if self.text[0] == "(" else self.blanks())
        return node or None

    def comment(self):
        node = Node("comment")
        self.text = self.text[1:]
        while self.text and self.text[0] != ")":
            if self.text[0] in BLANKS:
                node.append(self.blanks())
            elif self.text[0] == "(":
                node.append(self.comment())
            else:
                node.append(self._ptext("()"))
        if not self.text:
            node.defects.append(errors.InvalidHeaderDefect("end of header inside comment"))
        self.text = self.text[1:]
        return node

    def _ptext(self, ends):
        """Text up to blanks or one of the ends; a backslash takes away what the next character means."""
        found = re.match(r"(?:\\.|[^ \t%s])*" % re.escape(ends), self.text, re.DOTALL)
        raw = found.group()
        self.text = self.text[found.end():]
        leaf = _checked(Leaf(re.sub(r"\\(.)", r"\1", raw, flags=re.DOTALL), "ptext"))
        return leaf

    def quoted(self):
        """A text between double quotes, with what is around it."""
        node = Node("quoted-string")
        self._add_cfws(node)
        if self.next() != '"':
            raise errors.HeaderParseError(f"expected '\"' but found '{self.text}'")
        self.text = self.text[1:]
        inner = Node("quoted")
        if self.next() == '"':
            inner.append(self._ptext('"'))
        while self.text and self.text[0] != '"':
            if self.text[0] in BLANKS:
                inner.append(self.blanks())
            elif self.text.startswith("=?"):
                try:
                    word, self.text = _encoded_word(self.text)
                except errors.HeaderParseError:
                    inner.append(self._ptext('"'))
                    continue
                inner.defects.append(errors.InvalidHeaderDefect("encoded word inside quoted string"))
                if len(inner) > 1 and inner[-1].kind == "blanks" and inner[-2].kind == "encoded-word":
                    inner[-1] = Hidden()
                inner.append(word)
            else:
                inner.append(self._ptext('"'))
        if not self.text:
            inner.defects.append(errors.InvalidHeaderDefect("end of header inside quoted string"))
        self.text = self.text[1:]
        node.append(inner)
        self._add_cfws(node)
        return node

    def _add_cfws(self, node):
        found = self.cfws()
        if found is not None:
            node.append(found)

    def atom(self):
        """A word without quotes, with what is around it; it may be an encoded one."""
        node = Node("atom")
        self._add_cfws(node)
        if self.text.startswith("=?"):
            try:
                word, self.text = _encoded_word(self.text)
            except errors.HeaderParseError:
                word = self.run(_ATOM, "atext", "atext")
            node.append(word)
        else:
            node.append(self.run(_ATOM, "atext", "atext"))
        self._add_cfws(node)
        return node

    def word(self):
        """An atom or a quoted string."""
        leader = self.cfws()
        if not self.text:
            raise errors.HeaderParseError("Expected 'atom' or 'quoted-string' but found nothing.")
        if self.text[0] == '"':
            node = self.quoted()
        elif self.text[0] in SPECIALS:
            raise errors.HeaderParseError(f"Expected 'atom' or 'quoted-string' but found '{self.text}'")
        else:
            node = self.atom()
        if leader is not None:
            node.insert(0, leader)
        return node

    def phrase(self, kind="phrase", **flags):
        """Some words; dots among them are of old."""
        node = Node(kind, **flags)
        before = self.text
        try:
            node.append(self.word())
        except errors.HeaderParseError:
            self.text = before
            node.defects.append(errors.InvalidHeaderDefect("phrase does not start with word"))
        while self.text and self.text[0] not in '<>@,:;\\[])':
            if self.text[0] == ".":
                node.append(self.take(1, "dot"))
                node.defects.append(errors.ObsoleteHeaderDefect("period in 'phrase'"))
                continue
            before = self.text
            try:
                node.append(self.word())
            except errors.HeaderParseError:
                self.text = before
                found = self.cfws()
                if found is None:
                    raise
                node.append(found)
                node.defects.append(errors.ObsoleteHeaderDefect("comment found without atom"))
        return node

    def _dot_atom(self):
        """Atoms with dots between them and nothing else."""
        node = Node("dot-atom")
        self._add_cfws(node)
        if self.text.startswith("=?"):
            try:
                word, self.text = _encoded_word(self.text)
                node.append(word)
                self._add_cfws(node)
                return node
            except errors.HeaderParseError:
                pass
        inner = Node("dot-atom-text", encodable=True)
        inner.append(self.run(_ATOM, "atext", "atom at a start of dot-atom-text"))
        while self.next() == ".":
            inner.append(self.take(1, "dot"))
            inner.append(self.run(_ATOM, "atext", "atom after a dot"))
        node.append(inner)
        self._add_cfws(node)
        return node

    def local_part(self):
        """What is before the @ of an address."""
        node = Node("local-part", encodable=False)
        leader = self.cfws()
        if not self.text:
            raise errors.HeaderParseError(f"expected local-part but found '{self.text}'")
        before = self.text
        try:
            inner = self._dot_atom()
        except errors.HeaderParseError:
            self.text = before
            try:
                inner = self.word()
            except errors.HeaderParseError:
                if self.text[:1] != "\\" and self.text[:1] in SPECIALS:
                    raise
                inner = Node("nothing")
        if leader is not None:
            inner.insert(0, leader)
        node.append(inner)
        if self.text and (self.text[0] == "\\" or self.text[0] not in SPECIALS or self.text[0] == "."):
            self.text = str(node) + self.text
            node[:] = [self._old_local_part()]
            kind = node[0].broken
            if kind:
                node.defects.append(errors.InvalidHeaderDefect(
                    "local-part is not dot-atom, quoted-string, or obs-local-part"))
            else:
                node.defects.append(errors.ObsoleteHeaderDefect(
                    "local-part is not a dot-atom (contains CFWS)"))
        if utils._has_surrogates(str(node)) or not str(node).isascii():
            node.defects.append(errors.NonASCIILocalPartDefect("local-part contains non-ASCII characters)"))
        node.local_part = _local_part_text(node[0])
        return node

    def _old_local_part(self):
        """Words and dots with blanks and comments between them, as was allowed long ago."""
        node = Node("obs-local-part", encodable=False, broken=False)
        after_dot = False
        while self.text and (self.text[0] == "\\" or self.text[0] not in '()<>@,:;[]'):
            if self.text[0] == ".":
                if after_dot:
                    node.defects.append(errors.InvalidHeaderDefect("invalid repeated '.'"))
                node.append(self.take(1, "dot"))
                after_dot = True
                continue
            if self.text[0] == "\\":
                node.append(self.take(1, "misplaced-special"))
                node.defects.append(errors.InvalidHeaderDefect("'\\' character outside of quoted-string/ccontent"))
                after_dot = False
                continue
            if node and node[-1].kind != "dot":
                node.defects.append(errors.InvalidHeaderDefect("missing '.' between words"))
            before = self.text
            try:
                node.append(self.word())
                after_dot = False
            except errors.HeaderParseError:
                self.text = before
                found = self.cfws()
                if found is None:
                    raise
                node.append(found)
        if not node:
            raise errors.HeaderParseError(f"expected obs-local-part but found '{self.text}'")
        words = [part for part in node if part.kind != "cfws"]
        if words and words[0].kind == "dot":
            node.defects.append(errors.InvalidHeaderDefect("Invalid leading '.' in local part"))
        if words and words[-1].kind == "dot":
            node.defects.append(errors.InvalidHeaderDefect("Invalid trailing '.' in local part"))
        node.broken = bool(node.defects)
        return node

    def domain(self):
        """What is after the @ of an address."""
        node = Node("domain", encodable=False)
        leader = self.cfws()
        if not self.text:
            raise errors.HeaderParseError(f"expected domain but found '{self.text}'")
        if self.text[0] == "[":
            inner = self._domain_literal()
            if leader is not None:
                inner.insert(0, leader)
            node.append(inner)
            node.domain = "".join(node.value.split())
            return node
        before = self.text
        try:
            inner = self._dot_atom()
        except errors.HeaderParseError:
            self.text = before
            inner = self.atom()
        if self.next() == "@":
            raise errors.HeaderParseError("Invalid Domain")
        if leader is not None:
            inner.insert(0, leader)
        node.append(inner)
        if self.next() == ".":
            node.defects.append(errors.ObsoleteHeaderDefect("domain is not a dot-atom (contains CFWS)"))
            if inner.kind == "dot-atom":
                node[:] = list(inner)
            while self.next() == ".":
                node.append(self.take(1, "dot"))
                node.append(self.atom())
        node.domain = "".join(node.value.split())
        return node

    def _domain_literal(self):
        node = Node("domain-literal", encodable=False)
        node.append(self.take(1, "bracket"))
        while self.text and self.text[0] not in "[]":
            node.append(self.blanks() if self.text[0] in BLANKS else self._ptext("[]"))
        if self.next() == "[":
            raise errors.HeaderParseError("invalid domain literal: '['")
        if self.text:
            node.append(self.take(1, "bracket"))
        else:
            node.defects.append(errors.InvalidHeaderDefect("end of input inside domain-literal"))
            node.append(Leaf("]", "bracket"))
        self._add_cfws(node)
        return node

    def addr_spec(self):
        """An address: local part, @ and domain."""
        node = Node("addr-spec", encodable=False, domain=None)
        local = self.local_part()
        node.append(local)
        node.local_part = local.local_part
        if self.next() != "@":
            node.defects.append(errors.InvalidHeaderDefect("addr-spec local part with no domain"))
            return node
        node.append(self.take(1, "at", Separator))
        domain = self.domain()
        node.append(domain)
        node.domain = domain.domain
        return node

    def angle_addr(self):
        """An address between angle brackets."""
        node = Node("angle-addr", local_part=None, domain=None)
        self._add_cfws(node)
        if self.next() != "<":
            raise errors.HeaderParseError(f"expected angle-addr but found '{self.text}'")
        node.append(self.take(1, "angle", Separator))
        if self.next() == ">":
            node.append(self.take(1, "angle", Separator))
            node.defects.append(errors.InvalidHeaderDefect("null addr-spec in angle-addr"))
            node.local_part, node.domain = "", None
            return node
        before = self.text
        try:
            spec = self.addr_spec()
        except errors.HeaderParseError:
            self.text = before
            node.append(self._route())
            node.defects.append(errors.ObsoleteHeaderDefect("obsolete route specification in angle-addr"))
            spec = self.addr_spec()
        node.append(spec)
        node.local_part, node.domain = spec.local_part, spec.domain
        if self.next() == ">":
            node.append(self.take(1, "angle", Separator))
        else:
            node.defects.append(errors.InvalidHeaderDefect("missing trailing '>' on angle-addr"))
            node.append(Separator(">", "angle"))
        self._add_cfws(node)
        return node

    def _route(self):
        """Domains to go by before an address, as was allowed long ago."""
        node = Node("route", encodable=False)
        while self.text and (self.text[0] in ", \t("):
            if self.text[0] == ",":
                node.append(self.take(1, "comma", Separator))
            else:
                self._add_cfws(node)
        if self.next() != "@":
            raise errors.HeaderParseError(f"expected obs-route domain but found '{self.text}'")
        while self.next() == "@":
            node.append(self.take(1, "at", Separator))
            node.append(self.domain())
            while self.next() == ",":
                node.append(self.take(1, "comma", Separator))
                self._add_cfws(node)
        if self.next() != ":":
            raise errors.HeaderParseError("expected ':' marking end of obs-route but found '" + self.text + "'")
        node.append(self.take(1, "colon", Separator))
        return node

    def mailbox(self):
        """One address, with a name or without."""
        node = Node("mailbox", display_name=None)
        before = self.text
        try:
            inner = self._name_addr()
        except errors.HeaderParseError:
            self.text = before
            try:
                inner = self.addr_spec()
            except errors.HeaderParseError:
                self.text = before
                raise errors.HeaderParseError(f"expected mailbox but found '{before}'") from None
        else:
            node.display_name = inner.display_name
        node.local_part, node.domain = inner.local_part, inner.domain
        if any(isinstance(defect, errors.InvalidHeaderDefect) for defect in inner.all_defects):
            node.kind = "invalid-mailbox"
        node.append(inner)
        return node

    def _name_addr(self):
        node = Node("name-addr", display_name=None)
        leader = self.cfws()
        if not self.text:
            raise errors.HeaderParseError("expected name-addr but found nothing")
        name = None
        if self.text[0] != "<":
            if self.text[0] in '>@,:;\\[])':
                raise errors.HeaderParseError(f"expected name-addr but found '{self.text}'")
            name = self._display_name(leader)
            leader = None
            node.append(name)
            node.display_name = name.display_name
        address = self.angle_addr()
        if leader is not None:
            address.insert(0, leader)
        node.append(address)
        node.local_part, node.domain = address.local_part, address.domain
        return node

    def _display_name(self, leader=None):
        name = self.phrase("display-name", combines=False)
        if leader is not None and name:
            if isinstance(name[0], Node):
                name[0].insert(0, leader)
            else:
                name.insert(0, leader)
        name.display_name = _without_outer(name)
        return name

    def _invalid_mailbox(self, ends):
        """What is no address, up to one of the ends."""
        node = Node("invalid-mailbox", display_name=None, local_part=None, domain=None)
        while self.text and self.text[0] not in ends:
            if self.text[0] in '<>@,:;\\[])':
                node.append(self.take(1, "misplaced-special"))
            else:
                node.append(self.phrase())
        return node

    def group(self):
        """A name, a colon, addresses and a semicolon."""
        node = Node("group", mailboxes=[])
        leader = self.cfws()
        name = self._display_name(leader)
        if self.next() != ":":
            raise errors.HeaderParseError(f"expected ':' at end of group display name but found '{self.text}'")
        node.append(name)
        node.display_name = name.display_name
        node.append(self.take(1, "colon"))
        if self.next() != ";":
            node.append(self._group_list(node))
        if not self.text:
            node.defects.append(errors.InvalidHeaderDefect("end of header in group"))
        elif self.text[0] != ";":
            raise errors.HeaderParseError(f"expected ';' at end of group but found {self.text}")
        else:
            node.append(self.take(1, "semicolon"))
        self._add_cfws(node)
        return node

    def _group_list(self, group):
        node = Node("group-list")
        leader = self.cfws()
        if not self.text or self.text[0] == ";":
            if not self.text:
                node.defects.append(errors.InvalidHeaderDefect("end of header before group-list"))
            if leader is not None:
                node.append(leader)
            return node
        if leader is not None:
            node.append(leader)
        while self.text and self.text[0] != ";":
            before = self.text
            try:
                mailbox = self.mailbox()
                if self.text and self.text[0] not in ",;":
                    mailbox.kind = "invalid-mailbox"
                    mailbox.extend(self._invalid_mailbox(",;"))
                    node.defects.append(errors.InvalidHeaderDefect("invalid mailbox in mailbox-list"))
                node.append(mailbox)
                group.mailboxes.append(mailbox)
            except errors.HeaderParseError:
                self.text = before
                found = self.cfws()
                if not self.text or self.text[0] in ",;":
                    if found is not None:
                        node.append(found)
                    node.defects.append(errors.ObsoleteHeaderDefect("empty element in mailbox-list"))
                else:
                    broken = self._invalid_mailbox(",;")
                    if found is not None:
                        broken.insert(0, found)
                    node.append(broken)
                    group.mailboxes.append(broken)
                    node.defects.append(errors.InvalidHeaderDefect("invalid mailbox in mailbox-list"))
            if self.next() == ",":
                node.append(self.take(1, "comma", Separator))
        return node

    def address(self):
        """A group or one address; its mailboxes are listed."""
        before = self.text
        try:
            inner = self.group()
            mailboxes, name = inner.mailboxes, inner.display_name
        except errors.HeaderParseError:
            self.text = before
            inner = self.mailbox()
            mailboxes, name = [inner], None
        return Node("address", [inner], mailboxes=mailboxes, display_name=name)

    def address_list(self):
        """All addresses of a header."""
        node = Node("address-list")
        while self.text:
            before = self.text
            try:
                node.append(self.address())
            except errors.HeaderParseError:
                self.text = before
                self._broken_address(node)
            if self.text and self.text[0] != ",":
                # What goes on after an address spoils it.
                address = node[-1]
                mailbox = address[0]
                mailbox.kind = "invalid-mailbox"
                mailbox.extend(self._invalid_mailbox(","))
                mailbox.display_name = mailbox.local_part = mailbox.domain = None
                address.mailboxes = [mailbox]
                address.display_name = None
                node.defects.append(errors.InvalidHeaderDefect("invalid address in address-list"))
            if self.text:
                node.append(self.take(1, "comma", Separator))
        return node

    def _broken_address(self, node):
        leader = self.cfws()
        if not self.text or self.text[0] == ",":
            if leader is not None:
                node.append(leader)
            node.defects.append(errors.ObsoleteHeaderDefect("address-list entry with no content"))
            return
        broken = self._invalid_mailbox(",")
        if leader is not None:
            broken.insert(0, leader)
        node.append(Node("address", [broken], mailboxes=[broken], display_name=None))
        node.defects.append(errors.InvalidHeaderDefect("invalid address in address-list"))

    def token(self):
        """A word of a MIME header, with what is around it."""
        node = Node("token")
        self._add_cfws(node)
        node.append(self.run(_TOKEN, "ttext", "token"))
        self._add_cfws(node)
        return node

    def leftovers(self, node, ends=""):
        """Add what does not belong there, up to one of the ends."""
        while self.text and self.text[0] not in ends:
            if self.text[0] in '<>@,:;\\[])':
                node.append(self.take(1, "misplaced-special"))
            else:
                node.append(self.phrase())


def _without_outer(name):
    """The text of a name without the blanks and comments around it."""
    parts = list(name)
    if not parts:
        return ""
    for place in (0, -1):
        part = parts[place]
        if isinstance(part, Node) and part.kind != "cfws" and part and part[place].kind == "cfws":
            inner = Node(part.kind, part)
            del inner[place]
            parts[place] = inner
        elif part.kind == "cfws":
            del parts[place]
            if not parts:
                return ""
    return "".join(part.value for part in parts)


def _local_part_text(inner):
    """The text of a local part without blanks and comments at its ends and its dots."""
    words = inner if inner.kind == "obs-local-part" else [inner]
    pieces = []
    for word in words:
        pieces += list(word) if isinstance(word, Node) and word.kind != "cfws" else [word]
    kinds = ["dot"] + [piece.kind for piece in pieces] + ["dot"]
    return "".join(
        piece.value for place, piece in enumerate(pieces, 1)
        if piece.kind != "cfws" or "dot" not in (kinds[place - 1], kinds[place + 1]))


def get_addr_spec(value):
    """The address at the beginning of a text, and the rest."""
    reader = Reader(value)
    return reader.addr_spec(), reader.text


def get_address_list(value):
    """The addresses of a text, and the rest, which is empty."""
    reader = Reader(value)
    return reader.address_list(), reader.text


def quoted_local_part(text):
    """A local part as it is written: between quotes if it needs them."""
    return text if _DOT_ATOM_ENDS.isdisjoint(text) else quote_string(text)
