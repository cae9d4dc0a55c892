"""The groups of users that this system knows."""

from _fields import fields as _fields

struct_group = _fields("grp", "struct_group", ["gr_name", "gr_passwd", "gr_gid", "gr_mem"], doc="What is known of a group.")


def getgrall():
    """Return all groups."""
    found = []
    with open("/etc/group", encoding="utf-8", errors="surrogateescape") as file:
        for line in file:
            row = line.rstrip("\n").split(":")
            if len(row) == 4 and row[2].isdigit():
                found.append(struct_group((*row[:2], int(row[2]), row[3].split(",") if row[3] else [])))
    return found


def getgrgid(id):
    """Return the group with a number."""
    for group in getgrall():
        if group.gr_gid == id:
            return group
    raise KeyError(f"getgrgid(): gid not found: {id}")


def getgrnam(name):
    """Return the group with a name."""
    if not isinstance(name, str):
        raise TypeError(f"getgrnam() argument 'name' must be str, not {type(name).__name__}")
    if "\0" in name:
        raise ValueError("embedded null byte")
    for group in getgrall():
        if group.gr_name == name:
            return group
    raise KeyError(f"getgrnam(): name not found: {name!r}")
