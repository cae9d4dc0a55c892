"""Filename matching with shell patterns."""

import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]

_compiled = {}


def fnmatch(name, pat):
    """Whether a file name matches a pattern: *, ?, [seq] and [!seq] stand for what they do in a shell."""
    import os
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def _matcher(pat):
    key = type(pat), pat
    found = _compiled.get(key)
    if found is None:
        if isinstance(pat, bytes):
            made = translate(pat.decode("latin-1")).encode("latin-1")
        else:
            made = translate(pat)
        found = _compiled[key] = re.compile(made).match
    return found


def filter(names, pat):
    """The names that match a pattern."""
    import os
    match = _matcher(os.path.normcase(pat))
    return [name for name in names if match(name)]


def fnmatchcase(name, pat):
    """Whether a file name matches a pattern, case included."""
    return _matcher(pat)(name) is not None


def _bracket(pat, start):
    """The regular expression for what begins behind a bracket, and where it ends; None: the bracket stands for itself."""
    end = start
    if pat[end:end + 1] == "!":
        end += 1
    if pat[end:end + 1] == "]":
        end += 1
    end = pat.find("]", end)
    if end < 0:
        return None
    stuff = pat[start:end]
    if "-" not in stuff:
        stuff = stuff.replace("\\", r"\\")
    else:
        chunks = []
        at = start
        k = start + 2 if pat[start] == "!" else start + 1
        while True:
            k = pat.find("-", k, end)
            if k < 0:
                break
            chunks.append(pat[at:k])
            at = k + 1
            k = k + 3
        last = pat[at:end]
        if last:
            chunks.append(last)
        else:
            chunks[-1] += "-"
        for k in range(len(chunks) - 1, 0, -1):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1] = chunks[k - 1][:-1] + chunks[k][1:]
                del chunks[k]
        stuff = "-".join(chunk.replace("\\", r"\\").replace("-", r"\-") for chunk in chunks)
    if not stuff:
        return "(?!)", end + 1
    if stuff == "!":
        return ".", end + 1
    stuff = re.sub(r"([&~|])", r"\\\1", stuff)
    if stuff[0] == "!":
        stuff = "^" + stuff[1:]
    elif stuff[0] in ("^", "["):
        stuff = "\\" + stuff
    return f"[{stuff}]", end + 1


def translate(pat):
    """The regular expression for a pattern."""
    star = object()
    parts = []
    at = 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == "*":
            if not parts or parts[-1] is not star:
                parts.append(star)
        elif c == "?":
            parts.append(".")
        elif c == "[":
            found = _bracket(pat, at)
            if found is None:
                parts.append(r"\[")
            else:
                text, at = found
                parts.append(text)
        else:
            parts.append(re.escape(c))
    out = []
    i = 0
    while i < len(parts) and parts[i] is not star:
        out.append(parts[i])
        i += 1
    while i < len(parts):
        i += 1
        if i == len(parts):
            out.append(".*")
            break
        fixed = []
        while i < len(parts) and parts[i] is not star:
            fixed.append(parts[i])
            i += 1
        text = "".join(fixed)
        if i == len(parts):
            out.append(".*")
            out.append(text)
        else:
            # The shortest way to what is fixed will do: the next star takes the rest.
            out.append(f"(?>.*?{text})")
    return rf"(?s:{''.join(out)})\Z"
