"""Differences side by side, as a table of HTML."""

import difflib
import re

_FILE = """
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
          "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">

<html>

<head>
    <meta http-equiv="Content-Type"
          content="text/html; charset=%(charset)s" />
    <title></title>
    <style type="text/css">%(styles)s
    </style>
</head>

<body>
    %(table)s%(legend)s
</body>

</html>"""

_STYLES = """
        table.diff {font-family:Courier; border:medium;}
        .diff_header {background-color:#e0e0e0}
        td.diff_header {text-align:right}
        .diff_next {background-color:#c0c0c0}
        .diff_add {background-color:#aaffaa}
        .diff_chg {background-color:#ffff77}
        .diff_sub {background-color:#ffaaaa}"""

_TABLE = """
    <table class="diff" id="difflib_chg_%(prefix)s_top"
           cellspacing="0" cellpadding="0" rules="groups" >
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        %(header_row)s
        <tbody>
%(data_rows)s        </tbody>
    </table>"""

_LEGEND = """
    <table class="diff" summary="Legends">
        <tr> <th colspan="2"> Legends </th> </tr>
        <tr> <td> <table border="" summary="Colors">
                      <tr><th> Colors </th> </tr>
                      <tr><td class="diff_add">&nbsp;Added&nbsp;</td></tr>
                      <tr><td class="diff_chg">Changed</td> </tr>
                      <tr><td class="diff_sub">Deleted</td> </tr>
                  </table></td>
             <td> <table border="" summary="Links">
                      <tr><th colspan="2"> Links </th> </tr>
                      <tr><td>(f)irst change</td> </tr>
                      <tr><td>(n)ext change</td> </tr>
                      <tr><td>(t)op</td> </tr>
                  </table></td> </tr>
    </table>"""


def _marked(line, hints):
    """A line with the changes in it between marks: \\0 and the kind, and \\1."""
    pieces, at = [], 0
    for found in re.finditer(r"(\++|\-+|\^+)", hints):
        begin, end = found.span()
        pieces.append(line[at:begin])
        pieces.append(f"\0{found[0][0]}{line[begin:end]}\1")
        at = end
    return "".join(pieces) + line[at:]


def _whole(line, sign):
    """A line that is new or gone as a whole."""
    return f"\0{sign}{line or ' '}\1"


def _pairs(fromlines, tolines, linejunk, charjunk):
    """Pairs of sides, each a number and a line or empty, and whether they differ."""
    delta = list(difflib.ndiff(fromlines, tolines, linejunk, charjunk))
    left = right = 0
    at = 0

    def old(line, as_is=False):
        nonlocal left
        left += 1
        return left, line if as_is else _whole(line, "-")

    def new(line, as_is=False):
        nonlocal right
        right += 1
        return right, line if as_is else _whole(line, "+")

    # Lines that are gone wait for the new ones that take their place, or the other way round.
    gone, added = [], []

    def flush():
        while gone:
            yield gone.pop(0), ("", "\n"), True
        while added:
            yield ("", "\n"), added.pop(0), True

    while at < len(delta):
        kinds = "".join(line[0] for line in delta[at:at + 4])
        line = delta[at][2:]
        if kinds[0] == " ":
            yield from flush()
            yield old(line, True), new(line, True), False
            at += 1
        elif kinds.startswith("-?+?"):
            yield from flush()
            yield (old(_marked(line, delta[at + 1][2:]), True), new(_marked(delta[at + 2][2:], delta[at + 3][2:]), True), True)
            at += 4
        elif kinds.startswith("-+?"):
            yield from flush()
            yield old(line, True), new(_marked(delta[at + 1][2:], delta[at + 2][2:]), True), True
            at += 3
        elif kinds.startswith("-?+"):
            yield from flush()
            yield old(_marked(line, delta[at + 1][2:]), True), new(delta[at + 2][2:], True), True
            at += 3
        elif kinds[0] == "-":
            gone.append(old(line))
            at += 1
        elif kinds[0] == "+":
            added.append(new(line))
            at += 1
        else:
            at += 1
        if gone and added:
            yield gone.pop(0), added.pop(0), True
    yield from flush()


def _with_context(pairs, context, numlines):
    """The pairs near to changes, with None between groups of them."""
    if not context:
        yield from pairs
        return
    pairs = list(pairs)
    near = set()
    for place, (_, _, differs) in enumerate(pairs):
        if differs:
            near.update(range(max(0, place - numlines), min(len(pairs), place + numlines + 1)))
    last = None
    for place in sorted(near):
        if last is None and place > 0 or last is not None and place != last + 1:
            yield None
        yield pairs[place]
        last = place


class HtmlDiff:
    """Makes tables, and files with tables, of differences; long lines are wrapped if a column is given."""

    _file_template = _FILE
    _styles = _STYLES
    _table_template = _TABLE
    _legend = _LEGEND
    _default_prefix = 0

    def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=difflib.IS_CHARACTER_JUNK):
        self._tabsize = tabsize
        self._wrapcolumn = wrapcolumn
        self._linejunk = linejunk
        self._charjunk = charjunk

    def make_file(self, fromlines, tolines, fromdesc="", todesc="", context=False, numlines=5, *, charset="utf-8"):
        """A whole page with the differences of two lists of lines."""
        table = self.make_table(fromlines, tolines, fromdesc, todesc, context=context, numlines=numlines)
        page = self._file_template % {"styles": self._styles, "legend": self._legend, "table": table, "charset": charset}
        return page.encode(charset, "xmlcharrefreplace").decode(charset)

    def make_table(self, fromlines, tolines, fromdesc="", todesc="", context=False, numlines=5):
        """The table with the differences of two lists of lines."""
        number = HtmlDiff._default_prefix
        HtmlDiff._default_prefix += 1
        prefixes = f"from{number}_", f"to{number}_"
        fromlines, tolines = map(self._without_tabs, (fromlines, tolines))
        pairs = _with_context(_pairs(fromlines, tolines, self._linejunk, self._charjunk), context, numlines)
        rows = self._rows(pairs, prefixes)
        targets, links = self._links(rows, prefixes[1], context, numlines)
        lines = []
        for row, target, link in zip(rows, targets, links):
            if row is None:
                if lines:
                    lines.append("        </tbody>        \n        <tbody>\n")
                continue
            left, right, _ = row
            lines.append(f'            <tr><td class="diff_next"{target}>{link}</td>{left}<td class="diff_next">{link}</td>'
                         f"{right}</tr>\n")
        header = ""
        if fromdesc or todesc:
            blank, head = '<th class="diff_next"><br /></th>', '<th colspan="2" class="diff_header">{}</th>'
            header = f"<thead><tr>{blank}{head.format(fromdesc)}{blank}{head.format(todesc)}</tr></thead>"
        table = self._table_template % {"data_rows": "".join(lines), "header_row": header, "prefix": prefixes[1]}
        for mark, text in (("\0+", '<span class="diff_add">'), ("\0-", '<span class="diff_sub">'),
                           ("\0^", '<span class="diff_chg">'), ("\1", "</span>"), ("\t", "&nbsp;")):
            table = table.replace(mark, text)
        return table

    def _without_tabs(self, lines):
        # Blanks that stand for tabs become tabs again, which are wider in HTML than blanks.
        def expand(line):
            line = line.replace(" ", "\0").expandtabs(self._tabsize).replace(" ", "\t")
            return line.replace("\0", " ").rstrip("\n")
        return [expand(line) for line in lines]

    def _rows(self, pairs, prefixes):
        rows = []
        for pair in pairs:
            if pair is None:
                rows.append(None)
                continue
            left, right, differs = pair
            for one, other in self._wrapped(left, right):
                rows.append((self._cell(prefixes[0], *one), self._cell(prefixes[1], *other), differs))
        return rows

    def _wrapped(self, left, right):
        if not self._wrapcolumn:
            yield left, right
            return
        lefts, rights = self._split(*left), self._split(*right)
        for place in range(max(len(lefts), len(rights))):
            yield (lefts[place] if place < len(lefts) else ("", " "), rights[place] if place < len(rights) else ("", " "))

    def _split(self, number, text):
        """A line in pieces of no more than so many characters; marks count for nothing and are closed at the end of each."""
        pieces = []
        while number and len(text) - text.count("\0") * 3 > self._wrapcolumn:
            count, at, mark = 0, 0, ""
            while count < self._wrapcolumn and at < len(text):
                if text[at] == "\0":
                    mark = text[at + 1]
                    at += 2
                elif text[at] == "\1":
                    mark = ""
                    at += 1
                else:
                    at += 1
                    count += 1
            head, text = text[:at], text[at:]
            if mark:
                head += "\1"
                text = "\0" + mark + text
            pieces.append((number, head))
            number = ">"
            if len(text) - text.count("\0") * 3 <= self._wrapcolumn:
                break
        return pieces + [(number, text)]

    def _cell(self, prefix, number, text):
        identity = f' id="{prefix}{number}"' if isinstance(number, int) else ""
        text = text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace(" ", "&nbsp;").rstrip()
        return f'<td class="diff_header"{identity}>{number}</td><td nowrap="nowrap">{text}</td>'

    def _links(self, rows, prefix, context, numlines):
        """Where each group of changes can be gone to, and from where."""
        targets, links = [""] * len(rows), [""] * len(rows)
        number, last, inside = 0, 0, False
        for place, row in enumerate(rows):
            if row is None or not row[2]:
                inside = False
                continue
            if not inside:
                inside = True
                last = place
                target = max(0, place - numlines)
                targets[target] = f' id="difflib_chg_{prefix}_{number}"'
                number += 1
                links[place] = f'<a href="#difflib_chg_{prefix}_{number}">n</a>'
        if not number:
            message = "No Differences Found" if context else "Empty File"
            cell = f"<td></td><td>&nbsp;{message}&nbsp;</td>"
            if context or not rows:
                rows[:] = [(cell, cell, False)]
                targets[:], links[:] = [""], [""]
        elif not links[0]:
            links[0] = f'<a href="#difflib_chg_{prefix}_0">f</a>'
        links[last] = f'<a href="#difflib_chg_{prefix}_top">t</a>'
        return targets, links
