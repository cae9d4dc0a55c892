"""What differs between two sequences."""

__all__ = [
    "get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK",
    "context_diff", "unified_diff", "diff_bytes", "HtmlDiff", "Match",
]


class Match(tuple):
    """Where two sequences have a block in common."""

    __slots__ = ()
    _fields = ("a", "b", "size")

    def __new__(cls, a, b, size):
        return tuple.__new__(cls, (a, b, size))

    a = property(lambda self: self[0])
    b = property(lambda self: self[1])
    size = property(lambda self: self[2])

    def __repr__(self):
        return f"Match(a={self[0]}, b={self[1]}, size={self[2]})"


def _begin_of(code, n):
    """The first n lines of what is equal."""
    tag, i1, i2, j1, j2 = code
    return tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)


def _end_of(code, n):
    """The last n lines of what is equal."""
    tag, i1, i2, j1, j2 = code
    return tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences by their longest common blocks."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seq1(self, a):
        """Say what is compared with the second sequence."""
        if a is not self.a:
            self.a, self.matching_blocks, self.opcodes = a, None, None

    def set_seq2(self, b):
        """Say what the first sequence is compared with."""
        if b is not self.b:
            self.b, self.matching_blocks, self.opcodes, self.fullbcount = b, None, None, None
            self._index()

    def set_seqs(self, a, b):
        """Say what is compared."""
        self.set_seq1(a)
        self.set_seq2(b)

    def _index(self):
        b = self.b
        self.b2j = b2j = {}
        for i, item in enumerate(b):
            b2j.setdefault(item, []).append(i)
        self.bjunk = junk = set()
        if self.isjunk:
            junk.update(item for item in b2j if self.isjunk(item))
            for item in junk:
                del b2j[item]
        self.bpopular = popular = set()
        if self.autojunk and len(b) >= 200:
            most = len(b) // 100 + 1
            popular.update(item for item, places in b2j.items() if len(places) > most)
            for item in popular:
                del b2j[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest block that both have in these ranges, the earliest of them."""
        a, b, b2j, junk = self.a, self.b, self.b2j, self.bjunk
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        best_i, best_j, size = alo, blo, 0
        lengths = {}
        for i in range(alo, ahi):
            new = {}
            for j in b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = new[j] = lengths.get(j - 1, 0) + 1
                if k > size:
                    best_i, best_j, size = i - k + 1, j - k + 1, k
            lengths = new
        # Popular items widen the block first, junk next to it afterwards.
        for wanted in (False, True):
            while (best_i > alo and best_j > blo and (b[best_j - 1] in junk) is wanted
                    and a[best_i - 1] == b[best_j - 1]):
                best_i, best_j, size = best_i - 1, best_j - 1, size + 1
            while (best_i + size < ahi and best_j + size < bhi and (b[best_j + size] in junk) is wanted
                    and a[best_i + size] == b[best_j + size]):
                size += 1
        return Match(best_i, best_j, size)

    def get_matching_blocks(self):
        """All common blocks in order, and an empty one at the end."""
        if self.matching_blocks is None:
            end = len(self.a), len(self.b)
            # Blocks that touch each other are one.
            merged = [[0, 0, 0]]
            for i, j, size in sorted(self._longest_matches(*end)):
                last = merged[-1]
                if (last[0] + last[2], last[1] + last[2]) == (i, j):
                    last[2] += size
                else:
                    merged.append([i, j, size])
            self.matching_blocks = [Match(*block) for block in merged if block[2]] + [Match(*end, 0)]
        return self.matching_blocks

    def _longest_matches(self, la, lb):
        """The longest match, and those on both sides of it in what is left there."""
        pending = [(0, la, 0, lb)]
        while pending:
            alo, ahi, blo, bhi = pending.pop()
            match = self.find_longest_match(alo, ahi, blo, bhi)
            i, j, size = match
            if size:
                yield match
                sides = (alo, i, blo, j), (i + size, ahi, j + size, bhi)
                pending.extend(side for side in sides if side[0] < side[1] and side[2] < side[3])

    def get_opcodes(self):
        """How the first sequence becomes the second: replace, delete, insert, equal."""
        if self.opcodes is None:
            self.opcodes = []
            i = j = 0
            for ai, bj, size in self.get_matching_blocks():
                if (i, j) != (ai, bj):
                    tag = "insert" if i == ai else "delete" if j == bj else "replace"
                    self.opcodes.append((tag, i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    self.opcodes.append(("equal", ai, i, bj, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """The opcodes in groups with some lines of what is equal around them."""
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        for at, shorten in ((0, _end_of), (-1, _begin_of)):
            if codes[at][0] == "equal":
                codes[at] = shorten(codes[at], n)
        group = []
        for code in codes:
            if code[0] == "equal" and code[2] - code[1] > 2 * n:
                yield [*group, _begin_of(code, n)]
                group, code = [], _end_of(code, n)
            group.append(code)
        if any(code[0] != "equal" for code in group) or len(group) > 1:
            yield group

    def real_quick_ratio(self):
        """At least quick_ratio(), and quicker."""
        sizes = len(self.a), len(self.b)
        return _ratio(min(sizes), sum(sizes))

    def quick_ratio(self):
        """At least ratio(), and quicker."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left = {}
        matches = 0
        for item in self.a:
            if item in left:
                count = left[item]
            else:
                count = self.fullbcount.get(item, 0)
            left[item] = count - 1
            matches += count > 0
        return _ratio(matches, len(self.a) + len(self.b))

    def ratio(self):
        """How alike both are, from 0 to 1."""
        return _ratio(sum(size for _, _, size in self.get_matching_blocks()), len(self.a) + len(self.b))

    __class_getitem__ = classmethod(type(list[int]))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The best matches for a word, best first."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    found = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        if (matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff
                and matcher.ratio() >= cutoff):
            found.append((matcher.ratio(), candidate))
    found.sort(reverse=True)
    return [candidate for _, candidate in found[:n]]


def _keep_spaces(line, tags):
    return "".join(c if tag == " " and c.isspace() else tag for c, tag in zip(line, tags)).rstrip()


# What stands under characters of the first and of the second line.
_MARKS = {"equal": "  ", "replace": "^^", "delete": "- ", "insert": " +"}


class Differ:
    """Compares lists of lines, and tells what changed within lines that are alike."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        """The lines of both, each with two characters before it that tell where it is from."""
        matcher = SequenceMatcher(self.linejunk, a, b)
        for tag, alo, ahi, blo, bhi in matcher.get_opcodes():
            if tag == "replace":
                yield from self._replace(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                yield from self._dump("-", a, alo, ahi)
            elif tag == "insert":
                yield from self._dump("+", b, blo, bhi)
            else:
                yield from self._dump(" ", a, alo, ahi)

    def _dump(self, tag, lines, low, high):
        for i in range(low, high):
            yield f"{tag} {lines[i]}"

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        if bhi - blo < ahi - alo:
            yield from self._dump("+", b, blo, bhi)
            yield from self._dump("-", a, alo, ahi)
        else:
            yield from self._dump("-", a, alo, ahi)
            yield from self._dump("+", b, blo, bhi)

    def _replace(self, a, alo, ahi, b, blo, bhi):
        # The pair of lines that are most alike is where both are joined; equal ones will do if none are alike.
        best_ratio, best, equal = 0.74, None, None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if equal is None:
                        equal = i, j
                    continue
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio
                        and matcher.ratio() > best_ratio):
                    best_ratio, best = matcher.ratio(), (i, j)
        is_alike = best is not None and best_ratio >= 0.75
        if not is_alike:
            if equal is None:
                yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
                return
            best = equal
        i, j = best
        yield from self._helper(a, alo, i, b, blo, j)
        if is_alike:
            yield from self._marked(matcher, a[i], b[j])
        else:
            yield "  " + a[i]
        yield from self._helper(a, i + 1, ahi, b, j + 1, bhi)

    def _marked(self, matcher, aline, bline):
        matcher.set_seqs(aline, bline)
        codes = matcher.get_opcodes()
        atags = "".join(_MARKS[tag][0] * (end - begin) for tag, begin, end, _, _ in codes)
        btags = "".join(_MARKS[tag][1] * (end - begin) for tag, _, _, begin, end in codes)
        yield from self._question(aline, bline, atags, btags)

    def _helper(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._replace(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from self._dump("-", a, alo, ahi)
        elif blo < bhi:
            yield from self._dump("+", b, blo, bhi)

    def _question(self, aline, bline, atags, btags):
        atags = _keep_spaces(aline, atags)
        btags = _keep_spaces(bline, btags)
        for sign, line, tags in (("-", aline, atags), ("+", bline, btags)):
            yield f"{sign} {line}"
            if tags:
                yield f"? {tags}\n"


def IS_LINE_JUNK(line, pat=None):
    """Whether a line is blank or a single #."""
    if pat is None:
        return line.strip() in ("", "#")
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Whether a character is a space or a tab."""
    return ch in ws


def _show_range(start, stop):
    begin, length = start + 1, stop - start
    if length == 1:
        return f"{begin}"
    if not length:
        begin -= 1
    return f"{begin},{length}"


def _show_context_range(start, stop):
    begin, length = start + 1, stop - start
    if not length:
        begin -= 1
    return f"{begin}" if length <= 1 else f"{begin},{begin + length - 1}"


def _check_types(a, b, *args):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f"lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})")
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError(f"all arguments must be str, not: {arg!r}")


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The lines of a unified diff."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            for sign, name, when in (("---", fromfile, fromfiledate), ("+++", tofile, tofiledate)):
                stamp = f"\t{when}" if when else ""
                yield f"{sign} {name}{stamp}{lineterm}"
        first, last = group[0], group[-1]
        yield f"@@ -{_show_range(first[1], last[2])} +{_show_range(first[3], last[4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if tag in ("replace", "delete"):
                for line in a[i1:i2]:
                    yield "-" + line
            if tag in ("replace", "insert"):
                for line in b[j1:j2]:
                    yield "+" + line


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The lines of a context diff."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    prefix = {"equal": "  ", "replace": "! ", "insert": "+ ", "delete": "- "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            for sign, name, when in (("***", fromfile, fromfiledate), ("---", tofile, tofiledate)):
                stamp = f"\t{when}" if when else ""
                yield f"{sign} {name}{stamp}{lineterm}"
        yield "*" * 15 + lineterm
        for sign, lines, changes, begin, end in (("*", a, "delete", 1, 2), ("-", b, "insert", 3, 4)):
            places = _show_context_range(group[0][begin], group[-1][end])
            yield f"{sign * 3} {places} {sign * 4}{lineterm}"
            shown = ("replace", changes, "equal")
            # A side where nothing changed is not shown.
            if any(code[0] in shown[:2] for code in group):
                for code in group:
                    for line in lines[code[begin]:code[end]] if code[0] in shown else ():
                        yield prefix[code[0]] + line


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    """A diff of lines of bytes, made by a function for lines of text."""
    def decode(data):
        try:
            return data.decode("ascii", "surrogateescape")
        except AttributeError as error:
            raise TypeError(f"all arguments must be bytes, not {type(data).__name__} ({data!r})") from error

    lines = dfunc(
        list(map(decode, a)), list(map(decode, b)), decode(fromfile), decode(tofile), decode(fromfiledate),
        decode(tofiledate), n, decode(lineterm))
    yield from (line.encode("ascii", "surrogateescape") for line in lines)


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The lines of both, each with two characters before it that tell where it is from."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """One of the two lists of lines that ndiff() compared."""
    try:
        tag = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    for line in delta:
        if line[:2] in ("  ", tag):
            yield line[2:]


def __getattr__(name):
    # Few programs make pages; those that do not read nothing of it.
    if name != "HtmlDiff":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from _html_diff import HtmlDiff
    HtmlDiff.__module__ = __name__
    globals()[name] = HtmlDiff
    return HtmlDiff
