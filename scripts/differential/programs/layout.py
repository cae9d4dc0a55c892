"""The same tokens in another layout: spaces, comments, continued lines, lines broken inside brackets."""
import ast
import io
import tokenize

BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
KEPT = {tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.COMMENT, tokenize.ENDMARKER}


def gap(source, depth, needed, density):
    """What stands between two tokens of a line."""
    if source.random() >= density:
        return needed
    roll = 0.6 + source.random() * 0.4
    if depth and roll < 0.75:
        return source.choice(["\n", "\n    ", " # note\n", "\n\n\t", "  # )\n  "])
    if roll < 0.78:
        return " \\\n  "
    return source.choice([" ", "  ", "\t", "    "]) if roll < 0.95 else needed


def rewrite(text, source):
    """The program with other space between its tokens; itself where that changes what it means."""
    pieces, depth, nested, last = [], 0, 0, (1, 0)
    rows = text.splitlines(keepends=True)
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return text
    previous, density = None, source.choice([0.01, 0.02, 0.05, 0.1])
    for token in tokens:
        kind = token.type
        if last[0] == token.start[0]:
            between = rows[last[0] - 1][last[1]:token.start[1]] if last[0] <= len(rows) else ""
        else:
            between = "".join([rows[last[0] - 1][last[1]:], *rows[last[0]:token.start[0] - 1],
                rows[token.start[0] - 1][:token.start[1]]]) \
                if token.start[0] <= len(rows) else ""
        free = not nested and kind not in KEPT and previous is not None and previous.type not in KEPT
        pieces.append(gap(source, depth, between, density) if free and between.strip(" \\\n") == "" else between)
        if kind == tokenize.FSTRING_START:
            nested += 1
        elif kind == tokenize.FSTRING_END:
            nested -= 1
        elif kind == tokenize.OP:
            depth += BRACKETS.get(token.string, 0)
        pieces.append(rows[token.start[0] - 1][token.start[1]:token.end[1]] if token.start[0] == token.end[0]
            and token.start[0] <= len(rows)
                      else token.string)
        last, previous = token.end, token
    changed = "".join(pieces)
    try:
        same = ast.dump(ast.parse(changed)) == ast.dump(ast.parse(text))
    except (SyntaxError, ValueError, MemoryError):
        return text
    return changed if same else text
