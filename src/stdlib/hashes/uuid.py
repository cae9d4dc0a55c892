"""Universally unique identifiers, as RFC 4122 describes them."""

import os
import sys
from enum import Enum

__all__ = ["UUID", "SafeUUID", "getnode", "uuid1", "uuid3", "uuid4", "uuid5", "NAMESPACE_DNS", "NAMESPACE_URL",
           "NAMESPACE_OID", "NAMESPACE_X500", "RESERVED_NCS", "RFC_4122", "RESERVED_MICROSOFT", "RESERVED_FUTURE"]

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    "reserved for NCS compatibility", "specified in RFC 4122", "reserved for Microsoft compatibility",
    "reserved for future definition"]

int_ = int
bytes_ = bytes

_MOST = (1 << 128) - 1
# The sizes in bits of time_low, time_mid, time_hi_version, clock_seq_hi_variant, clock_seq_low and node.
_WIDTHS = (32, 16, 16, 8, 8, 48)
_GROUPS = (8, 4, 4, 4, 12)


class SafeUUID(Enum):
    """Whether an identifier was made in a way that is safe with several processes."""

    safe = 0
    unsafe = -1
    unknown = None


def _field(place):
    """A property for one of the fields."""
    shift = sum(_WIDTHS[place + 1:])
    mask = (1 << _WIDTHS[place]) - 1
    return property(lambda self: self.int >> shift & mask)


class UUID:
    """An identifier of 128 bits, from exactly one of hex, bytes, bytes_le, fields and int."""

    __slots__ = ("int", "is_safe", "__weakref__")

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *,
                 is_safe=SafeUUID.unknown):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if hex is not None:
            digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = int_(digits, 16)
        if bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError("bytes_le is not a 16-char string")
            bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            assert isinstance(bytes, bytes_), repr(bytes)
            int = int_.from_bytes(bytes)
        if fields is not None:
            if len(fields) != 6:
                raise ValueError("fields is not a 6-tuple")
            int = 0
            for place, (value, width) in enumerate(zip(fields, _WIDTHS), 1):
                if not 0 <= value < 1 << width:
                    raise ValueError(f"field {place} out of range (need a {width}-bit value)")
                int = int << width | value
        if not 0 <= int <= _MOST:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError("illegal version number")
            int = int & ~(0xC000 << 48) & ~(0xF000 << 64) | 0x8000 << 48 | version << 76
        object.__setattr__(self, "int", int)
        object.__setattr__(self, "is_safe", is_safe)

    def __getstate__(self):
        known = {} if self.is_safe == SafeUUID.unknown else {"is_safe": self.is_safe.value}
        return {"int": self.int, **known}

    def __setstate__(self, state):
        object.__setattr__(self, "int", state["int"])
        safe = SafeUUID(state["is_safe"]) if "is_safe" in state else SafeUUID.unknown
        object.__setattr__(self, "is_safe", safe)

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __int__(self):
        return self.int

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __hash__(self):
        return hash(self.int)

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __str__(self):
        digits, groups = self.hex, []
        for size in _GROUPS:
            groups.append(digits[:size])
            digits = digits[size:]
        return "-".join(groups)

    @property
    def bytes(self):
        return self.int.to_bytes(16)

    @property
    def bytes_le(self):
        data = self.bytes
        return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]

    time_low, time_mid, time_hi_version, clock_seq_hi_variant, clock_seq_low, node = map(_field, range(6))

    @property
    def fields(self):
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low,
                self.node)

    @property
    def time(self):
        return (self.time_hi_version & 0x0FFF) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def urn(self):
        return f"urn:uuid:{self}"

    @property
    def variant(self):
        top = self.clock_seq_hi_variant
        if top < 0x80:
            return RESERVED_NCS
        if top < 0xC0:
            return RFC_4122
        return RESERVED_MICROSOFT if top < 0xE0 else RESERVED_FUTURE

    @property
    def version(self):
        return self.int >> 76 & 0xF if self.variant == RFC_4122 else None


def _hardware_address():
    """The address of a network interface that is no loopback; None: there is none to be found."""
    folder = "/sys/class/net"
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return None
    for name in names:
        try:
            with open(f"{folder}/{name}/address") as file:
                address = int(file.read().strip().replace(":", ""), 16)
        except (OSError, ValueError):
            continue
        if address and not address >> 41 & 1:
            return address
    return None


_node = None


def getnode():
    """The hardware address as an integer of 48 bits, or a random one that is none."""
    global _node
    if _node is None:
        _node = _hardware_address()
        if _node is None:
            _node = int.from_bytes(os.urandom(6)) | 1 << 40
    return _node


_last_timestamp = None


def uuid1(node=None, clock_seq=None):
    """An identifier from the time, a sequence number and a hardware address."""
    global _last_timestamp
    import time

    # Steps of 100 ns since the Gregorian calendar began.
    timestamp = time.time_ns() // 100 + 0x01B21DD213814000
    if _last_timestamp is not None and timestamp <= _last_timestamp:
        timestamp = _last_timestamp + 1
    _last_timestamp = timestamp
    if clock_seq is None:
        clock_seq = int.from_bytes(os.urandom(2)) & 0x3FFF
    fields = (timestamp & 0xFFFFFFFF, timestamp >> 32 & 0xFFFF, timestamp >> 48 & 0x0FFF, clock_seq >> 8 & 0x3F,
              clock_seq & 0xFF, getnode() if node is None else node)
    return UUID(fields=fields, version=1)


def _from_name(kind, namespace, name, version):
    from hashlib import new

    data = name.encode("utf-8") if isinstance(name, str) else name
    digest = new(kind, namespace.bytes + data, usedforsecurity=False).digest()
    return UUID(bytes=digest[:16], version=version)


def uuid3(namespace, name):
    """An identifier from the MD5 of a namespace and a name."""
    return _from_name("md5", namespace, name, 3)


def uuid4():
    """A random identifier."""
    return UUID(bytes=os.urandom(16), version=4)


def uuid5(namespace, name):
    """An identifier from the SHA-1 of a namespace and a name."""
    return _from_name("sha1", namespace, name, 5)


NAMESPACE_DNS, NAMESPACE_URL, NAMESPACE_OID, NAMESPACE_X500 = (
    UUID(int=0x6BA7B810_9DAD_11D1_80B4_00C04FD430C8 + (step << 96)) for step in (0, 1, 2, 4))

_NAMESPACES = {"@dns": NAMESPACE_DNS, "@url": NAMESPACE_URL, "@oid": NAMESPACE_OID, "@x500": NAMESPACE_X500}


def main():
    """python -m uuid [-u FUNCTION] [-n NAMESPACE] [-N NAME]: print a new identifier."""
    import argparse

    by_name = {"uuid3": uuid3, "uuid5": uuid5}
    functions = {"uuid1": uuid1, "uuid4": uuid4, **by_name}
    parser = argparse.ArgumentParser(
        description="Generates a uuid using the selected uuid function.")
    parser.add_argument("-u", "--uuid", choices=sorted(functions), default="uuid4",
                        help="The function to use to generate the uuid. By default uuid4 function is used.")
    parser.add_argument("-n", "--namespace",
                        help="The namespace is a UUID, or '@ns' where 'ns' is a well-known predefined UUID "
                             "addressed by namespace name. Such as @dns, @url, @oid, and @x500. "
                             "Only required for uuid3/uuid5 functions.")
    parser.add_argument("-N", "--name",
                        help="The name used as part of generating the uuid. Only required for uuid3/uuid5 functions.")
    args = parser.parse_args()
    if args.uuid not in by_name:
        print(functions[args.uuid]())
        return
    if not args.namespace or not args.name:
        parser.error("Incorrect number of arguments. "
                     f"{args.uuid} requires a namespace and a name. Run 'python -m uuid -h' for more information.")
    namespace = _NAMESPACES.get(args.namespace)
    print(functions[args.uuid](namespace if namespace is not None else UUID(args.namespace), args.name))


if __name__ == "__main__":
    main()
