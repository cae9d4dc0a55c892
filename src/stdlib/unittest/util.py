"""What the assertions say about values."""

from os.path import commonprefix

__unittest = True

_MAX_LENGTH = 80
_GAP = 12
_EDGE = 5


def _cut(text, head, tail):
    gap = len(text) - head - tail
    if gap <= _GAP:
        return text
    return f"{text[:head]}[{gap} chars]{text[len(text) - tail:]}"


def _common_shorten_repr(*args):
    shown = tuple(map(safe_repr, args))
    longest = max(map(len, shown))
    if longest <= _MAX_LENGTH:
        return shown
    prefix = commonprefix(shown)
    size = len(prefix)
    room = _MAX_LENGTH - (longest - size + _EDGE + _GAP)
    if room > _EDGE:
        prefix = _cut(prefix, _EDGE, room)
        return tuple(prefix + text[size:] for text in shown)
    prefix = _cut(prefix, _EDGE, _EDGE)
    most = _MAX_LENGTH - (3 * _EDGE + 2 * _GAP)
    return tuple(prefix + _cut(text[size:], most, _EDGE) for text in shown)


def safe_repr(obj, short=False):
    """The repr, also of what has a broken one."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _MAX_LENGTH:
        return text[:_MAX_LENGTH] + " [truncated]..."
    return text


def strclass(cls):
    """The full name of a class."""
    return f"{cls.__module__}.{cls.__qualname__}"


def unorderable_list_difference(expected, actual):
    """What each list has that the other has not."""
    missing = []
    actual = list(actual)
    for item in reversed(expected):
        # It is looked for by comparing, since it may have no hash.
        if item in actual:
            actual.remove(item)
        else:
            missing.append(item)
    return missing, actual


def three_way_cmp(x, y):
    """-1, 0 or 1."""
    return (x > y) - (x < y)


def _count_diff(actual, expected):
    """Triples of how often each item is in both, where that differs."""
    rest = list(expected)
    seen = []
    for item in list(actual) + rest:
        if not any(item == other for other in seen):
            seen.append(item)
    rows = []
    for item in seen:
        first = sum(1 for other in actual if other == item)
        second = sum(1 for other in expected if other == item)
        if first != second:
            rows.append((first, second, item))
    return rows
