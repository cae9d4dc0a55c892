"""Names of files that are like a pattern of a shell."""

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


def _without_empty_ranges(chunks):
    """What stands between the hyphens, without ranges that begin behind their end."""
    kept = chunks[:1]
    for chunk in chunks[1:]:
        if kept[-1][-1] > chunk[0]:
            kept[-1] = kept[-1][:-1] + chunk[1:]
        else:
            kept.append(chunk)
    return kept


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
        # Behind a range comes one character at least before the next hyphen can make another.
        hyphen = pat.find("-", start + (2 if pat[start] == "!" else 1), end)
        while hyphen >= 0:
            chunks.append(pat[at:hyphen])
            at = hyphen + 1
            hyphen = pat.find("-", hyphen + 3, end)
        if at < end:
            chunks.append(pat[at:end])
        else:
            chunks[-1] += "-"
        chunks = _without_empty_ranges(chunks)
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


def _parts(pat, star, one):
    """The parts of the regular expression for a pattern, with what is given for * and ?."""
    parts = []
    at = 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == "*":
            if not parts or parts[-1] is not star:
                parts.append(star)
        elif c == "?":
            parts.append(one)
        elif c == "[":
            found = _bracket(pat, at)
            if found is None:
                parts.append(r"\[")
            else:
                text, at = found
                parts.append(text)
        else:
            parts.append(re.escape(c))
    return parts


def translate(pat):
    """The regular expression for a pattern."""
    star = object()
    parts = _parts(pat, star, ".")
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
