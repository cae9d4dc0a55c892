"""Addresses, networks and interfaces of IPv4 and IPv6."""
import functools

IPV4LENGTH, IPV6LENGTH = 32, 128


class AddressValueError(ValueError):
    """A value that is no address."""


class NetmaskValueError(ValueError):
    """A value that is no netmask."""


def _either(address, four, six, what, *args):
    for make in four, six:
        try:
            return make(address, *args)
        except (AddressValueError, NetmaskValueError):
            continue
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 {what}")


def ip_address(address):
    """The address that a text, a number or bytes mean."""
    return _either(address, IPv4Address, IPv6Address, "address")


def ip_network(address, strict=True):
    """The network that a text, a number, bytes or a pair mean."""
    return _either(address, IPv4Network, IPv6Network, "network", strict)


def ip_interface(address):
    """The interface that a text, a number, bytes or a pair mean."""
    return _either(address, IPv4Interface, IPv6Interface, "interface")


def v4_int_to_packed(address):
    """The four bytes of a number."""
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4")


def v6_int_to_packed(address):
    """The sixteen bytes of a number."""
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6")


def summarize_address_range(first, last):
    """The networks that have exactly the addresses from the first to the last."""
    if not isinstance(first, _BaseAddress) or not isinstance(last, _BaseAddress):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    network = {4: IPv4Network, 6: IPv6Network}.get(first.version)
    if network is None:
        raise ValueError("unknown IP version")
    return _summarize(int(first), int(last), network, first.max_prefixlen)


def _summarize(number, end, network, length):
    while number <= end:
        zeros = (number & -number).bit_length() - 1 if number else length
        bits = min(zeros, (end - number + 1).bit_length() - 1)
        yield network((number, length - bits))
        number += 1 << bits


def collapse_addresses(addresses):
    """The fewest networks that have the same addresses."""
    kinds = set()
    networks = []
    for address in addresses:
        if kinds and address.version not in kinds:
            raise TypeError(f"{address} and {networks[-1]} are not of the same version")
        kinds.add(address.version)
        networks.append(address if isinstance(address, _BaseNetwork) else address._own_network())
    return iter(_collapsed(sorted(set(networks))))


def _collapsed(networks):
    found = []
    for network in networks:
        if found and found[-1].broadcast_address >= network.broadcast_address:
            continue
        found.append(network)
        # Two halves make one.
        while len(found) > 1 and found[-1].prefixlen == found[-2].prefixlen:
            around = found[-1].supernet()
            if around != found[-2].supernet() or found[-2].prefixlen == 0:
                break
            found[-2:] = [around]
    return found


def get_mixed_type_key(obj):
    """What addresses and networks can be sorted by together."""
    if isinstance(obj, _BaseNetwork):
        return obj.version, obj.network_address, obj.netmask
    if isinstance(obj, _BaseAddress):
        return obj.version, obj
    return NotImplemented


class _IPBase:
    """What addresses and networks have in common."""

    __slots__ = ()

    @property
    def exploded(self):
        """All digits."""
        return self._long_text()

    @property
    def compressed(self):
        """As few digits as possible."""
        return str(self)

    @property
    def reverse_pointer(self):
        """The name for looking up the name."""
        return self._reverse_pointer()

    def _check_number(self, number):
        if number < 0:
            raise AddressValueError(f"{number} (< 0) is not permitted as an IPv{self.version} address")
        if number > self._ALL_ONES:
            raise AddressValueError(f"{number} (>= 2**{self.max_prefixlen}) is not permitted as an IPv{self.version} address")

    def _check_packed(self, packed):
        wanted = self.max_prefixlen // 8
        if len(packed) != wanted:
            raise AddressValueError(f"{packed!r} (len {len(packed)} != {wanted}) is not permitted as an IPv{self.version} "
                                    "address")

    def __reduce__(self):
        return type(self), (str(self),)


@functools.total_ordering
class _BaseAddress(_IPBase):
    """An address: a number that is written in its own way."""

    __slots__ = ()

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self.version == other.version
        except AttributeError:
            # It is no address.
            return NotImplemented

    def __lt__(self, other):
        is_address = isinstance(other, _BaseAddress)
        if not is_address:
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._ip < other._ip

    def __add__(self, other):
        return type(self)(int(self) + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(int(self) - other) if isinstance(other, int) else NotImplemented

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self):
        return str(self._text(self._ip))

    def __hash__(self):
        return hash(hex(int(self._ip)))

    def __format__(self, fmt):
        """`s` the text; `b` and `x` the digits, `n` those that fit the version, with `#` and `_`."""
        if not fmt or fmt[-1] == "s":
            return format(str(self), fmt)
        import re
        match = re.fullmatch("(#?)(_?)([xbnX])", fmt)
        if not match:
            return super().__format__(fmt)
        alternate, grouping, kind = match.groups()
        if kind == "n":
            kind = "b" if self.version == 4 else "x"
        digits = self.max_prefixlen if kind == "b" else self.max_prefixlen // 4
        width = digits + (digits // 4 - 1 if grouping else 0) + (2 if alternate else 0)
        return format(int(self), f"{alternate}0{width}{grouping}{kind}")

    def _own_network(self):
        return self._NETWORK((self._ip, self.max_prefixlen))

    @property
    def packed(self):
        """The bytes."""
        return self._ip.to_bytes(self.max_prefixlen // 8)

    def _is_in(self, networks):
        return any(self._ip & network._mask == network._number for network in networks)

    is_multicast = property(lambda self: self._is_in(self._constants.multicast), doc="Whether it stands for a group.")
    is_reserved = property(lambda self: self._is_in(self._constants.reserved), doc="Whether it is reserved.")
    is_loopback = property(lambda self: self._is_in(self._constants.loopback), doc="Whether it is this computer.")
    is_link_local = property(lambda self: self._is_in(self._constants.link_local), doc="Whether it is of the link only.")
    is_unspecified = property(lambda self: self._ip == 0, doc="Whether it is none.")

    @property
    def is_private(self):
        """Whether it is for use inside of networks."""
        return self._is_in(self._constants.private) and not self._is_in(self._constants.public)

    def _long_text(self):
        return str(self)


@functools.total_ordering
class _BaseNetwork(_IPBase):
    """A network: the addresses that begin with the same bits."""

    def __init__(self, address, strict=True):
        number, mask = self._parse(address)
        self.network_address = self._ADDRESS(number)
        self._prefixlen = length = self._prefix_length(mask)
        self.netmask = self._ADDRESS(self._ALL_ONES >> (self.max_prefixlen - length) << (self.max_prefixlen - length))
        packed = int(self.network_address)
        if packed & int(self.netmask) != packed:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._ADDRESS(packed & int(self.netmask))

    @classmethod
    def _parse(cls, address):
        """The number of an address, or text of one, and the length of the prefix, or a mask."""
        if isinstance(address, (bytes, int)):
            return address, cls.max_prefixlen
        if isinstance(address, tuple):
            number, *rest = address
        else:
            number, *rest = str(address).split("/")
            if len(rest) > 1:
                raise AddressValueError(f"Only one '/' permitted in {address!r}")
        return number, rest[0] if rest else cls.max_prefixlen

    @classmethod
    def _prefix_length(cls, mask):
        if isinstance(mask, int):
            if not 0 <= mask <= cls.max_prefixlen:
                raise NetmaskValueError(f"{mask} is not a valid netmask")
            return mask
        if mask.isascii() and mask.isdigit():
            if int(mask) <= cls.max_prefixlen:
                return int(mask)
        elif cls.version == 4:
            return cls._length_of_mask(mask)
        raise NetmaskValueError(f"{mask!r} is not a valid netmask")

    @classmethod
    def _length_of_mask(cls, text):
        """The length for a mask that is written as an address, or for its opposite."""
        try:
            number = cls._ADDRESS._number(text)
        except AddressValueError:
            raise NetmaskValueError(f"{text!r} is not a valid netmask") from None
        for mask in number, number ^ cls._ALL_ONES:
            rest = mask ^ cls._ALL_ONES
            if rest & (rest + 1) == 0:
                return cls.max_prefixlen - rest.bit_length()
        raise NetmaskValueError(f"{text!r} is not a valid netmask")

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self):
        return f"{self.network_address}/{self.prefixlen}"

    def _long_text(self):
        return f"{self.network_address.exploded}/{self.prefixlen}"

    def hosts(self):
        """The addresses for hosts: not that of the network, nor that which means all."""
        first, last = int(self.network_address), int(self.broadcast_address)
        for number in range(first + 1, last):
            yield self._ADDRESS(number)

    def __iter__(self):
        for number in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield self._ADDRESS(number)

    def __getitem__(self, n):
        first, last = int(self.network_address), int(self.broadcast_address)
        number = first + n if n >= 0 else last + 1 + n
        if not first <= number <= last:
            raise IndexError("address out of range")
        return self._ADDRESS(number)

    def __lt__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return (self.network_address, self.netmask) < (other.network_address, other.netmask)

    def __eq__(self, other):
        try:
            return (self.version == other.version and self.network_address == other.network_address
                    and int(self.netmask) == int(other.netmask))
        except AttributeError:
            # It is no network.
            return NotImplemented

    def __hash__(self):
        first = int(self.network_address)
        return hash(first ^ int(self.netmask))

    def __contains__(self, other):
        if self.version != other.version or isinstance(other, _BaseNetwork):
            return False
        return other._ip & int(self.netmask) == int(self.network_address)

    def overlaps(self, other):
        """Whether there is an address in both."""
        return (self.network_address in other or self.broadcast_address in other or other.network_address in self
                or other.broadcast_address in self)

    @functools.cached_property
    def broadcast_address(self):
        """The last address, which means all."""
        return self._ADDRESS(int(self.network_address) | int(self.hostmask))

    @functools.cached_property
    def hostmask(self):
        """The opposite of the netmask."""
        return self._ADDRESS(int(self.netmask) ^ self._ALL_ONES)

    @property
    def with_prefixlen(self):
        return f"{self.network_address}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def num_addresses(self):
        """How many addresses there are."""
        return int(self.broadcast_address) - int(self.network_address) + 1

    @property
    def prefixlen(self):
        return self._prefixlen

    def _with(self, number, length):
        return type(self)((number, length))

    def address_exclude(self, other):
        """The networks that are left without another one in it."""
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        half = self
        while half != other:
            one, two = half.subnets()
            inside, outside = (one, two) if other.subnet_of(one) else (two, one)
            yield outside
            half = inside

    def compare_networks(self, other):
        """-1, 0 or 1 as this comes before the other, is the same, or comes behind it."""
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same type")
        return (self > other) - (self < other)

    def _get_networks_key(self):
        return self.version, self.network_address, self.netmask

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The networks with longer prefixes that this one is made of."""
        length = self._prefixlen
        if length == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < length:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - length
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        longer = length + prefixlen_diff
        if longer > self.max_prefixlen:
            raise ValueError(f"prefix length diff {longer} is invalid for netblock {self}")
        step = (int(self.hostmask) + 1) >> prefixlen_diff
        for number in range(int(self.network_address), int(self.broadcast_address) + 1, step):
            yield self._with(number, longer)

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network with a shorter prefix that this one is in."""
        length = self._prefixlen
        if length == 0:
            return self
        if new_prefix is not None:
            if new_prefix > length:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = length - new_prefix
        shorter = length - prefixlen_diff
        if shorter < 0:
            raise ValueError(f"current prefixlen is {length}, cannot have a prefixlen_diff of {prefixlen_diff}")
        return self._with(int(self.network_address) & (int(self.netmask) << prefixlen_diff), shorter)

    def _within(self, other):
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f"Unable to test subnet containment between {self} and {other}")
        return other.network_address <= self.network_address and other.broadcast_address >= self.broadcast_address

    def subnet_of(self, other):
        """Whether all its addresses are in another."""
        return self._within(other)

    def supernet_of(self, other):
        """Whether all addresses of another are in it."""
        return other._within(self)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    is_multicast = property(lambda self: self._both("is_multicast"))
    is_reserved = property(lambda self: self._both("is_reserved"))
    is_link_local = property(lambda self: self._both("is_link_local"))
    is_unspecified = property(lambda self: self._both("is_unspecified"))
    is_loopback = property(lambda self: self._both("is_loopback"))

    @property
    def is_private(self):
        first, last = self.network_address, self.broadcast_address
        known = self.network_address._constants
        inside = any(first._ip & each._mask == last._ip & each._mask == each._number for each in known.private)
        return inside and not any(first._is_in([each]) or last._is_in([each]) for each in known.public)

    @property
    def is_global(self):
        return not self.is_private


class _Block:
    """A network that is known to mean something."""

    def __init__(self, number, mask):
        self._number, self._mask = number, mask


class _Known:
    """The networks that mean something, made when they are first asked for."""

    def __init__(self, network, **texts):
        self._network, self._texts = network, texts

    def __getattr__(self, name):
        networks = map(self._network, self._texts[name].split())
        found = [_Block(int(each.network_address), int(each.netmask)) for each in networks]
        setattr(self, name, found)
        return found


class _Four:
    """What is particular to IPv4."""

    __slots__ = ()
    version, max_prefixlen = 4, IPV4LENGTH
    _ALL_ONES = 2**IPV4LENGTH - 1

    @property
    def _version(self):
        return 4

    @classmethod
    def _number(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        parts = text.split(".")
        if len(parts) != 4:
            raise AddressValueError(f"Expected 4 octets in {text!r}")
        try:
            return int.from_bytes(map(cls._octet, parts))
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None

    @classmethod
    def _octet(cls, text):
        if not text:
            raise ValueError("Empty octet not permitted")
        if not (text.isascii() and text.isdigit()):
            raise ValueError(f"Only decimal digits permitted in {text!r}")
        if len(text) > 3:
            raise ValueError(f"At most 3 characters permitted in {text!r}")
        if text != "0" and text[0] == "0":
            raise ValueError(f"Leading zeros are not permitted in {text!r}")
        if int(text) > 255:
            raise ValueError(f"Octet {int(text)} (> 255) not permitted")
        return int(text)

    @classmethod
    def _text(cls, number):
        return ".".join(map(str, number.to_bytes(4)))

    def _reverse_pointer(self):
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"


class IPv4Address(_Four, _BaseAddress):
    """An address of IPv4."""

    __slots__ = ("_ip", "__weakref__")

    def __init__(self, address):
        if isinstance(address, int):
            self._check_number(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_packed(address)
            self._ip = int.from_bytes(address)
        else:
            address = str(address)
            if "/" in address:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._number(address)

    @property
    def is_global(self):
        """Whether it is for use everywhere."""
        shared = 0x64400000
        return self._ip & 0xFFC00000 != shared and not self.is_private

    @property
    def ipv6_mapped(self):
        """The address of IPv6 that stands for this one."""
        return IPv6Address(0xFFFF << 32 | self._ip)


class IPv4Network(_Four, _BaseNetwork):
    """A network of IPv4."""

    _ADDRESS = IPv4Address

    def __init__(self, address, strict=True):
        super().__init__(address, strict)
        if self._prefixlen == 31:
            self.hosts = self.__iter__
        elif self._prefixlen == 32:
            self.hosts = lambda: [IPv4Address(self.network_address)]

    @property
    def is_global(self):
        shared = IPv4Network("100.64.0.0/10")
        return not (self.network_address in shared and self.broadcast_address in shared) and not self.is_private

    def _reverse_pointer(self):
        return _pointer_of_network(self)


IPv4Address._NETWORK = IPv4Network
IPv4Address._constants = _Known(
    IPv4Network, link_local="169.254.0.0/16", loopback="127.0.0.0/8", multicast="224.0.0.0/4", reserved="240.0.0.0/4",
    public="192.0.0.9/32 192.0.0.10/32",
    private="0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.0.170/31 192.0.2.0/24 "
    "192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32")


def _pointer_of_network(network):
    """For a network, or an address in one, that of its text, mask and all."""
    text = str(network)
    if network.version == 4:
        return ".".join(reversed(text.split("."))) + ".in-addr.arpa"
    number = network._ip if isinstance(network, _BaseAddress) else int(network.network_address)
    digits = f"{_long(number)}/{network._prefixlen}"
    return ".".join(digits[::-1].replace(":", "")) + ".ip6.arpa"


class _Six:
    """What is particular to IPv6."""

    __slots__ = ()
    version, max_prefixlen = 6, IPV6LENGTH
    _ALL_ONES = 2**IPV6LENGTH - 1

    @property
    def _version(self):
        return 6

    @classmethod
    def _number(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        if len(text) > 45:
            raise AddressValueError(f"At most 45 characters expected in {_shortened(text)!r}")
        parts = text.split(":")
        if len(parts) < 3:
            raise AddressValueError(f"At least 3 parts expected in {text!r}")
        if "." in parts[-1]:
            try:
                four = IPv4Address(parts.pop())._ip
            except AddressValueError as error:
                raise AddressValueError(f"{error} in {text!r}") from None
            parts += [f"{four >> 16:x}", f"{four & 0xFFFF:x}"]
        high, low, gap = cls._split(parts, text)
        try:
            number = 0
            for part in high:
                number = number << 16 | cls._hextet(part)
            number <<= 16 * gap
            for part in low:
                number = number << 16 | cls._hextet(part)
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None
        return number

    @classmethod
    def _split(cls, parts, text):
        """The parts before and behind `::`, and how many it stands for."""
        if len(parts) > 9:
            raise AddressValueError(f"At most 8 colons permitted in {text!r}")
        gaps = [place for place in range(1, len(parts) - 1) if not parts[place]]
        if len(gaps) > 1:
            raise AddressValueError(f"At most one '::' permitted in {text!r}")
        for end, other, name in (0, 1, "Leading"), (-1, -2, "Trailing"):
            if not parts[end] and (not gaps or parts[other]):
                if not gaps and len(parts) != 8:
                    break
                raise AddressValueError(f"{name} ':' only permitted as part of '::' in {text!r}")
        if not gaps:
            if len(parts) != 8:
                raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
            return parts, [], 0
        high, low = parts[:gaps[0]], parts[gaps[0] + 1:]
        high, low = [] if high == [""] else high, [] if low == [""] else low
        gap = 8 - len(high) - len(low)
        if gap < 1:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        return high, low, gap

    @classmethod
    def _hextet(cls, text):
        if not text or any(char not in "0123456789abcdefABCDEF" for char in text):
            raise ValueError(f"Only hex digits permitted in {text!r}")
        if len(text) > 4:
            raise ValueError(f"At most 4 characters permitted in {text!r}")
        return int(text, 16)

    @classmethod
    def _text(cls, number):
        parts = [f"{number >> shift & 0xFFFF:x}" for shift in range(112, -1, -16)]
        # The longest run of zeros, the first of them, is left out.
        best = start = length = 0
        for place, part in enumerate([*parts, "end"]):
            if part == "0":
                length += 1
                continue
            if length > best:
                best, start = length, place - length
            length = 0
        if best > 1:
            return f"{':'.join(parts[:start])}::{':'.join(parts[start + best:])}"
        return ":".join(parts)

    def _reverse_pointer(self):
        return ".".join(_long(self._ip)[::-1].replace(":", "")) + ".ip6.arpa"


def _shortened(text):
    """The beginning and the end of a long text."""
    return text if len(text) <= 55 else f"{text[:25]}({len(text) - 50} chars elided){text[-25:]}"


def _long(number):
    digits = f"{number:032x}"
    return ":".join([digits[place:place + 4] for place in range(0, 32, 4)])


class IPv6Address(_Six, _BaseAddress):
    """An address of IPv6, with a zone if there is one."""

    __slots__ = ("_ip", "_scope_id", "__weakref__")

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, int):
            self._check_number(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_packed(address)
            self._ip = int.from_bytes(address)
        else:
            address = str(address)
            if "/" in address:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            text, self._scope_id = self._split_zone(address)
            self._ip = self._number(text)

    @staticmethod
    def _split_zone(text):
        address, percent, zone = text.partition("%")
        if not percent:
            return address, None
        if not zone or "%" in zone:
            raise AddressValueError(f'Invalid IPv6 address: "{text!r}"')
        return address, zone

    def __str__(self):
        mapped = self.ipv4_mapped
        text = super().__str__() if mapped is None else f"::ffff:{mapped}"
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def _long_text(self):
        mapped = self.ipv4_mapped
        text = _long(self._ip) if mapped is None else f"{_long(self._ip)[:30]}{mapped}"
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        same = super().__eq__(other)
        return same if same is NotImplemented or not same else self._scope_id == getattr(other, "_scope_id", None)

    @property
    def scope_id(self):
        """The zone, or `None`."""
        return self._scope_id

    @property
    def is_private(self):
        """Whether it is for use inside of networks."""
        mapped = self.ipv4_mapped
        return super().is_private if mapped is None else mapped.is_private

    @property
    def is_loopback(self):
        mapped = self.ipv4_mapped
        return self._ip == 1 if mapped is None else mapped.is_loopback

    @property
    def is_site_local(self):
        """Whether it is of a site only."""
        return self._is_in(self._constants.site_local)

    @property
    def is_global(self):
        """Whether it is for use everywhere."""
        return not self.is_private

    @property
    def ipv4_mapped(self):
        """The address of IPv4 that it stands for, or `None`."""
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def teredo(self):
        """The server and the client of a Teredo tunnel, or `None`."""
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        """The address of IPv4 in one for going through IPv4, or `None`."""
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


class IPv6Network(_Six, _BaseNetwork):
    """A network of IPv6."""

    _ADDRESS = IPv6Address

    def __init__(self, address, strict=True):
        super().__init__(address, strict)
        if self._prefixlen == 127:
            self.hosts = self.__iter__
        elif self._prefixlen == 128:
            self.hosts = lambda: [IPv6Address(self.network_address)]

    def hosts(self):
        """The addresses but for the first, which means the routers."""
        for number in range(int(self.network_address) + 1, int(self.broadcast_address) + 1):
            yield IPv6Address(number)

    @property
    def is_site_local(self):
        return self._both("is_site_local")

    def _reverse_pointer(self):
        return _pointer_of_network(self)


IPv6Address._NETWORK = IPv6Network
IPv6Address._constants = _Known(
    IPv6Network, link_local="fe80::/10", loopback="::1/128", multicast="ff00::/8", site_local="fec0::/10",
    reserved="::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 A000::/3 C000::/3 E000::/4 "
    "F000::/5 F800::/6 FE00::/9",
    public="2001:1::1/128 2001:1::2/128 2001:3::/32 2001:4:112::/48 2001:20::/28 2001:30::/28",
    private="::1/128 ::/128 ::ffff:0:0/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 fc00::/7 "
    "fe80::/10")


class _Interface:
    """An address in a network."""

    def __init__(self, address):
        number, mask = self._NETWORK._parse(address)
        self._ADDRESS.__init__(self, number)
        self.network = self._NETWORK((self._ip, mask), strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network.prefixlen

    @functools.cached_property
    def hostmask(self):
        return self.network.hostmask

    def __str__(self):
        return f"{self._ADDRESS.__str__(self)}/{self._prefixlen}"

    def _long_text(self):
        return f"{self._ADDRESS._long_text(self)}/{self._prefixlen}"

    def __eq__(self, other):
        same = self._ADDRESS.__eq__(self, other)
        if same is NotImplemented or not same:
            return same
        # An address is not an interface.
        return hasattr(other, "network") and self.network == other.network

    def __lt__(self, other):
        less = self._ADDRESS.__lt__(self, other)
        if less is NotImplemented:
            return less
        try:
            return self.network < other.network or self.network == other.network and less
        except AttributeError:
            # Addresses come before interfaces.
            return False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    def _reverse_pointer(self):
        return _pointer_of_network(self)

    __reduce__ = _IPBase.__reduce__

    @property
    def ip(self):
        """The address alone."""
        return self._ADDRESS(self._ip)

    @property
    def with_prefixlen(self):
        return f"{self._text(self._ip)}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self._text(self._ip)}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self._text(self._ip)}/{self.hostmask}"


class IPv4Interface(_Interface, IPv4Address):
    """An address of IPv4 in a network."""

    _ADDRESS = IPv4Address


class IPv6Interface(_Interface, IPv6Address):
    """An address of IPv6 in a network."""

    _ADDRESS = IPv6Address

    @property
    def is_loopback(self):
        return super().is_loopback and self.network.is_loopback

    @property
    def is_unspecified(self):
        return self._ip == 0 and self.network.is_unspecified
