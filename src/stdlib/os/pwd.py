"""The users that this system knows."""

from _fields import fields as _fields

struct_passwd = _fields(
    "pwd", "struct_passwd", ["pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"],
    doc="What is known of a user.")


def getpwall():
    """Return all users."""
    found = []
    with open("/etc/passwd", encoding="utf-8", errors="surrogateescape") as file:
        for line in file:
            row = line.rstrip("\n").split(":")
            if len(row) == 7 and row[2].isdigit() and row[3].isdigit():
                found.append(struct_passwd((*row[:2], int(row[2]), int(row[3]), *row[4:])))
    return found


def getpwuid(uidobj, /):
    """Return the user with a number."""
    for user in getpwall():
        if user.pw_uid == uidobj:
            return user
    raise KeyError(f"getpwuid(): uid not found: {uidobj}")


def getpwnam(name, /):
    """Return the user with a name."""
    if not isinstance(name, str):
        raise TypeError(f"getpwnam() argument must be str, not {type(name).__name__}")
    if "\0" in name:
        raise ValueError("embedded null byte")
    for user in getpwall():
        if user.pw_name == name:
            return user
    raise KeyError(f"getpwnam(): name not found: {name!r}")
