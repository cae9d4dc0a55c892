"""Addresses, networks and interfaces."""
import ipaddress as ip


def attempt(make):
    try:
        return make()
    except (ValueError, TypeError, IndexError) as error:
        return f"{type(error).__name__}: {error}"


for text in ["192.168.0.1", "8.8.8.8", "2001:db8::1", "::1", "::", "fe80::1%eth0", "::ffff:1.2.3.4", "224.0.0.1", "100.64.0.1", "0.0.0.0", "2002:102:304::",
             "1.2.3", "1.2.3.256", "01.2.3.4", "1.2.3.4.5", "", ":::", "1::2::3", "12345::", "g::", "::1%", "1.2.3.4/8", "1:2:3:4:5:6:7:8:9", ":1", 5, -1, 2**128, b"\1\2\3\4"]:
    a = attempt(lambda: ip.ip_address(text))
    print(repr(text), repr(a))
    if not isinstance(a, str) and "%" not in str(a):
        print([name for name in dir(a) if name.startswith("is_") and getattr(a, name)], a.exploded, a.compressed, a.packed, a.reverse_pointer)
    print(attempt(lambda: ip.IPv6Address(text) if isinstance(text, str) and ":" in text else ip.IPv4Address(text)))
a = ip.ip_address("10.0.0.1")
print(a + 5, a - 1, int(a), a < ip.ip_address("10.0.0.2"), f"{a:b} {a:#_x} {a:>12s}", hash(a) == hash(ip.ip_address("10.0.0.1")), a.ipv6_mapped)
print(attempt(lambda: a < ip.ip_address("::1")), ip.ip_address("::ffff:1.2.3.4").ipv4_mapped, ip.ip_address("2002:102:304::").sixtofour)
print(ip.ip_address("2001:0:4136:e378:8000:63bf:3fff:fdd2").teredo, ip.ip_address("fe80::1%x").scope_id)

for text in ["192.168.0.0/24", "10.0.0.0/255.0.0.0", "10.0.0.0/0.255.255.255", "1.2.3.4", "2001:db8::/32", "1.2.3.4/24", "1.2.3.0/33", "1.2.3.0/a", "1.2.3.0/255.0.255.0",
             "1/2/3", ("10.0.0.0", 8), ("10.0.0.0", -1), "::/0", "0.0.0.0/0"]:
    n = attempt(lambda: ip.ip_network(text))
    print(repr(text), repr(n), attempt(lambda: ip.IPv4Network(text)))
    if not isinstance(n, str):
        print(n.netmask, n.hostmask, n.broadcast_address, n.num_addresses, n.with_netmask, n.with_hostmask, n.is_private, n.is_global, n[0], n[-1])
n = ip.ip_network("192.168.0.0/29")
print(list(n.hosts()), list(n.subnets(2)), n.supernet(new_prefix=24), list(n)[:2], ip.ip_address("192.168.0.3") in n)
print(list(n.address_exclude(ip.ip_network("192.168.0.0/31"))), n.overlaps(ip.ip_network("192.168.0.0/16")), n.subnet_of(ip.ip_network("192.168.0.0/16")))
print(list(ip.ip_network("1.2.3.4/31").hosts()), list(ip.ip_network("1.2.3.4/32").hosts()), list(ip.ip_network("::/126").hosts()))
print(attempt(lambda: n[9]), attempt(lambda: list(n.subnets(new_prefix=20))), attempt(lambda: n.supernet(40)), n.compare_networks(ip.ip_network("10.0.0.0/8")))
print(list(ip.summarize_address_range(ip.ip_address("1.0.0.1"), ip.ip_address("1.0.0.9"))))
print(list(ip.collapse_addresses([ip.ip_network("1.0.0.0/25"), ip.ip_network("1.0.0.128/25"), ip.ip_address("1.0.0.7"), ip.ip_network("3.0.0.0/8")])))
print(sorted([ip.ip_address("::1"), ip.ip_network("1.0.0.0/8"), ip.ip_address("1.2.3.4")], key=ip.get_mixed_type_key))
i = ip.ip_interface("10.1.2.3/16")
print(repr(i), i.ip, i.network, i.with_netmask, i == ip.ip_interface("10.1.2.3/16"), i == ip.ip_address("10.1.2.3"), ip.ip_interface("fe80::1%a/64"))
