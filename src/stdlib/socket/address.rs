//! Addresses: as scripts write them, as the system has them, and names that have to be looked up.

use crate::event_loop::baton::Threads;
use crate::interp::{Raised, Res, Vm};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::permissions;
use rustix::net::{AddressFamily, SocketAddrAny, SocketAddrUnix};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6, ToSocketAddrs};

/// An address of one of the families that there are.
pub enum Address {
    /// Of the internet.
    Internet(SocketAddr),
    /// Of this machine.
    Unix(SocketAddrUnix),
}

impl Address {
    /// Whether who listens there listens to all the world.
    pub fn is_for_all(&self) -> bool {
        matches!(self, Address::Internet(address) if address.ip().is_unspecified())
    }
}

/// An address as one that is for all the world, at the same port.
pub fn for_all(address: SocketAddrAny) -> SocketAddrAny {
    match SocketAddr::try_from(address.clone()) {
        Ok(SocketAddr::V4(own)) => SocketAddrV4::new(Ipv4Addr::UNSPECIFIED, own.port()).into(),
        Ok(SocketAddr::V6(own)) => {
            SocketAddrV6::new(Ipv6Addr::UNSPECIFIED, own.port(), 0, 0).into()
        }
        Err(_) => address,
    }
}

/// What the numbers of `gaierror` mean.
pub const EAI_NONAME: i64 = -2;
const EAI_SERVICE: i64 = -8;

/// The services that have names here.
const SERVICES: &[(&str, u16)] = &[
    ("ftp", 21),
    ("ssh", 22),
    ("telnet", 23),
    ("smtp", 25),
    ("domain", 53),
    ("http", 80),
    ("pop3", 110),
    ("imap", 143),
    ("https", 443),
];

/// `gaierror(number, …)`
pub fn lookup_error(vm: &Vm, number: i64) -> Raised {
    let text = match number {
        EAI_NONAME => "Name or service not known",
        EAI_SERVICE => "Servname not supported for ai_socktype",
        _ => "Temporary failure in name resolution",
    };
    let class = vm.extension::<super::Types>().gaierror(vm);
    match vm.call_with(
        &Value::Class(class),
        &[Value::Int(number), Value::str(text)],
    ) {
        Ok(made) => vm.raise_value(&made),
        Err(raised) => raised,
    }
}

/// The port of a service.
pub fn service(name: &str) -> Option<u16> {
    SERVICES
        .iter()
        .find(|(each, _)| *each == name)
        .map(|(_, port)| *port)
}

/// The name of the service at a port.
pub fn service_name(port: u16) -> Option<&'static str> {
    SERVICES
        .iter()
        .find(|(_, each)| *each == port)
        .map(|(name, _)| *name)
}

/// The addresses of a host; other threads run while a name is looked up.
pub fn look_up(vm: &Vm, host: &str) -> Res<Vec<IpAddr>> {
    let plain = host.split('%').next().unwrap_or(host);
    if let Ok(address) = plain.parse::<IpAddr>() {
        return Ok(vec![address]);
    }
    permissions::look_up(vm, host)?;
    let name = host.to_owned();
    let found = Threads::of(vm).outside(vm, move || {
        let found = (name.as_str(), 0).to_socket_addrs();
        found.map(|all| all.map(|each| each.ip()).collect::<Vec<_>>())
    });
    match found {
        Ok(all) if !all.is_empty() => {
            let mut distinct: Vec<IpAddr> = Vec::new();
            for each in all {
                if !distinct.contains(&each) {
                    distinct.push(each);
                }
            }
            Ok(distinct)
        }
        _ => Err(lookup_error(vm, EAI_NONAME)),
    }
}

fn text(vm: &Vm, value: &Value) -> Res<Option<String>> {
    match vm.unwrapped(value) {
        Value::Str(text) => Ok(Some(text.lossy().into_owned())),
        _ => Ok(vm
            .bytes_opt(value)?
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())),
    }
}

/// The port that a script gives.
fn port(vm: &Vm, value: &Value, call: &str) -> Res<u16> {
    let number = vm.index_usize(value)?;
    u16::try_from(number)
        .map_err(|_| vm.overflow_error(&format!("{call}(): port must be 0-65535.")))
}

/// The address that a script gives to a socket of `family`.
pub fn parse(vm: &Vm, family: i64, value: &Value, call: &str) -> Res<Address> {
    let plain = vm.unwrapped(value);
    if family == super::AF_UNIX {
        let Some(path) = text(vm, value)? else {
            let class = vm.class_name(value);
            return Err(vm.type_error(&format!("a bytes-like object is required, not '{class}'")));
        };
        let made = match path.strip_prefix('\0') {
            Some(name) => SocketAddrUnix::new_abstract_name(name.as_bytes()),
            None => SocketAddrUnix::new(path.as_str()),
        };
        return match made {
            Ok(address) => Ok(Address::Unix(address)),
            Err(_) => Err(vm.raise_new(&vm.types.os_error, "AF_UNIX path too long")),
        };
    }
    let name = if family == super::AF_INET {
        "AF_INET"
    } else {
        "AF_INET6"
    };
    let Value::Tuple(parts) = &plain else {
        let class = vm.class_name(value);
        return Err(vm.type_error(&format!(
            "{call}(): {name} address must be tuple, not {class}"
        )));
    };
    let items = parts.items();
    let is_six = family == super::AF_INET6;
    let fits = if is_six {
        (2..=4).contains(&items.len())
    } else {
        items.len() == 2
    };
    if !fits {
        let wanted = if is_six {
            "address must be a (host, port[, flowinfo[, scopeid]]) tuple"
        } else {
            "address must be a pair (host, port)"
        };
        return Err(vm.type_error(&format!("{call}(): {name} {wanted}")));
    }
    let Some(host) = text(vm, &items[0])? else {
        let class = vm.class_name(&items[0]);
        return Err(vm.type_error(&format!("str, bytes or bytearray expected, not {class}")));
    };
    let ip = address_of(vm, &host, is_six)?;
    let port = port(vm, &items[1], call)?;
    let number = |index: usize| -> Res<u32> {
        match items.get(index) {
            Some(value) => Ok(vm.index_usize(value)? as u32),
            None => Ok(0),
        }
    };
    Ok(Address::Internet(match ip {
        IpAddr::V4(ip) => SocketAddr::V4(SocketAddrV4::new(ip, port)),
        IpAddr::V6(ip) => SocketAddr::V6(SocketAddrV6::new(ip, port, number(2)?, number(3)?)),
    }))
}

/// The address of one family that a host has.
pub fn address_of(vm: &Vm, host: &str, is_six: bool) -> Res<IpAddr> {
    match (host, is_six) {
        ("", false) => return Ok(IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
        ("", true) => return Ok(IpAddr::V6(Ipv6Addr::UNSPECIFIED)),
        ("<broadcast>", false) => return Ok(IpAddr::V4(Ipv4Addr::BROADCAST)),
        _ => {}
    }
    let all = look_up(vm, host)?;
    match all.into_iter().find(|each| each.is_ipv6() == is_six) {
        Some(found) => Ok(found),
        None => Err(lookup_error(vm, if is_six { -9 } else { EAI_NONAME })),
    }
}

/// An address as scripts see it.
pub fn shown(address: Option<SocketAddrAny>) -> Value {
    let Some(address) = address else {
        return Value::None;
    };
    match address.address_family() {
        AddressFamily::INET | AddressFamily::INET6 => match SocketAddr::try_from(address) {
            Ok(address) => internet(&address),
            Err(_) => Value::None,
        },
        AddressFamily::UNIX => match SocketAddrUnix::try_from(address) {
            Ok(address) => match (address.path_bytes(), address.abstract_name()) {
                (Some(path), _) => Value::from(String::from_utf8_lossy(path).into_owned()),
                // A socket without a name has an empty one.
                (None, Some(name)) if !name.is_empty() => {
                    let mut bytes = vec![0];
                    bytes.extend_from_slice(name);
                    Value::from(crate::objects::bytes::Bytes::new(bytes))
                }
                (None, _) => Value::str(""),
            },
            Err(_) => Value::str(""),
        },
        _ => Value::None,
    }
}

/// An address of the internet as scripts see it.
pub fn internet(address: &SocketAddr) -> Value {
    let mut parts = vec![
        Value::from(address.ip().to_string()),
        Value::Int(address.port().into()),
    ];
    if let SocketAddr::V6(address) = address {
        parts.push(Value::Int(address.flowinfo().into()));
        parts.push(Value::Int(address.scope_id().into()));
    }
    Value::from(Tuple::new(parts))
}

/// `getaddrinfo(host, port, family, type, proto, flags)`, as tuples of plain numbers.
pub fn all_of(vm: &Vm, a: &[Value]) -> Res {
    let given = |index: usize| a.get(index).and_then(Value::given);
    let number = |index: usize| match given(index) {
        Some(value) => vm.index_usize(value),
        None => Ok(0),
    };
    let (family, kind, protocol, flags) = (number(2)?, number(3)?, number(4)?, number(5)?);
    let host = match given(0) {
        None | Some(Value::None) => None,
        Some(value) => match text(vm, value)? {
            Some(host) => Some(host),
            None => {
                let message = "getaddrinfo() argument 1 must be string or None";
                return Err(vm.type_error(message));
            }
        },
    };
    let port = match given(1) {
        None | Some(Value::None) => 0,
        Some(value) => match text(vm, value)? {
            Some(name) => match name.parse::<u16>().ok().or_else(|| service(&name)) {
                Some(port) => port,
                None => return Err(lookup_error(vm, EAI_SERVICE)),
            },
            None => match vm.index_opt(value)? {
                Some(number) => vm.index_usize(&number)? as u16,
                None => return Err(vm.raise_new(&vm.types.os_error, "Int or String expected")),
            },
        },
    };
    let passive = flags & 1 != 0;
    let addresses = match &host {
        None if passive => vec![
            IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            IpAddr::V6(Ipv6Addr::UNSPECIFIED),
        ],
        None => vec![
            IpAddr::V6(Ipv6Addr::LOCALHOST),
            IpAddr::V4(Ipv4Addr::LOCALHOST),
        ],
        Some(host) if flags & 4 != 0 && host.parse::<IpAddr>().is_err() => {
            return Err(lookup_error(vm, EAI_NONAME));
        }
        Some(host) => look_up(vm, host)?,
    };
    let kinds = [(1, 6), (2, 17), (3, 0)];
    let mut rows = Vec::new();
    for ip in addresses {
        let own_family = if ip.is_ipv6() {
            super::AF_INET6
        } else {
            super::AF_INET
        };
        if family != 0 && family != own_family {
            continue;
        }
        let fits = |&&(each, own): &&(i64, i64)| {
            (kind == 0 || kind == each) && (protocol == 0 || own == 0 || protocol == own)
        };
        for (each, own) in kinds.iter().filter(fits) {
            rows.push(Value::from(Tuple::new(vec![
                Value::Int(own_family),
                Value::Int(*each),
                Value::Int(if *own == 0 { protocol } else { *own }),
                Value::str(""),
                internet(&SocketAddr::new(ip, port)),
            ])));
        }
    }
    if rows.is_empty() {
        return Err(lookup_error(vm, if kind > 3 { -7 } else { -9 }));
    }
    Ok(Value::from(crate::objects::list::List::new(rows)))
}
