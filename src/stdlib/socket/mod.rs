//! `_socket`: sockets and names of the network, on the system's calls. What programs use is `socket.py`.

pub mod address;
mod messages;
mod numbers;
pub mod object;
pub mod options;

use crate::event_loop::watch;
use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use rustix::net;
use std::cell::{Cell, OnceCell};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::os::fd::IntoRawFd;

/// The family of this machine's own addresses.
pub const AF_UNIX: i64 = 1;
/// The family of the internet's addresses of 4 bytes.
pub const AF_INET: i64 = 2;
/// The family of the internet's addresses of 16 bytes.
pub const AF_INET6: i64 = 10;

/// The classes of this module, and what all sockets share.
#[derive(Default)]
pub struct Types {
    socket: OnceCell<Ref<Class>>,
    gaierror: OnceCell<Ref<Class>>,
    herror: OnceCell<Ref<Class>>,
    /// How long the calls of new sockets wait.
    pub default_timeout: Cell<Option<i64>>,
}

impl Types {
    /// `socket`
    pub fn socket(&self, vm: &Vm) -> Ref<Class> {
        let make = || Class::builtin(vm.name("socket"), &object::SOCKET, Some(&vm.types.object));
        self.socket.get_or_init(make).clone()
    }

    /// `gaierror`
    pub fn gaierror(&self, vm: &Vm) -> Ref<Class> {
        let make = || Class::builtin(vm.name("gaierror"), &GAIERROR, Some(&vm.types.os_error));
        self.gaierror.get_or_init(make).clone()
    }

    fn herror(&self, vm: &Vm) -> Ref<Class> {
        let make = || Class::builtin(vm.name("herror"), &HERROR, Some(&vm.types.os_error));
        self.herror.get_or_init(make).clone()
    }
}

const GAIERROR: TypeDef = TypeDef {
    name: "gaierror",
    module: "socket",
    doc: "A name could not be looked up.",
    is_base: true,
    like_base: true,
    ..TypeDef::PLAIN
};

const HERROR: TypeDef = TypeDef {
    name: "herror",
    module: "socket",
    doc: "A host could not be looked up.",
    is_base: true,
    like_base: true,
    ..TypeDef::PLAIN
};

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let put = |name: &str, value: Value| module.dict.set_name(&vm.name(name), value);
    let types = vm.extension::<Types>();
    put("socket", Value::Class(types.socket(vm)));
    put("SocketType", Value::Class(types.socket(vm)));
    put("gaierror", Value::Class(types.gaierror(vm)));
    put("herror", Value::Class(types.herror(vm)));
    put("error", Value::Class(vm.types.os_error.clone()));
    put("timeout", Value::Class(vm.types.timeout_error.clone()));
    put("has_ipv6", Value::bool(true));
    for row in FUNCTIONS {
        put(row.name, Value::Native(Native::function(row, "_socket")));
    }
    for (name, number) in numbers::NUMBERS {
        put(name, Value::Int(*number));
    }
    Ok(())
}

fn text(vm: &Vm, value: &Value) -> Res<String> {
    match vm.unwrapped(value) {
        Value::Str(text) => Ok(text.lossy().into_owned()),
        _ => match vm.bytes_opt(value)? {
            Some(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
            None => {
                let class = vm.class_name(value);
                Err(vm.type_error(&format!("str, bytes or bytearray expected, not {class}")))
            }
        },
    }
}

fn host_name() -> String {
    let uname = rustix::system::uname();
    uname.nodename().to_string_lossy().into_owned()
}

fn illegal(vm: &Vm, what: &str) -> crate::interp::Raised {
    vm.raise_new(&vm.types.os_error, what)
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "getaddrinfo",
        "(host, port, family=0, type=0, proto=0, flags=0)",
        "The addresses of a host.",
        address::all_of,
    ),
    native(
        "gethostbyname",
        "(host, /)",
        "The address of a host.",
        |vm, a| {
            let host = text(vm, &a[0])?;
            Ok(Value::from(
                address::address_of(vm, &host, false)?.to_string(),
            ))
        },
    ),
    native("gethostname", "()", "The name of this machine.", |_, _| {
        Ok(Value::from(host_name()))
    }),
    native(
        "getservbyname",
        "(name, protocol=None, /)",
        "The port of a service.",
        |vm, a| match address::service(&text(vm, &a[0])?) {
            Some(port) => Ok(Value::Int(port.into())),
            None => Err(illegal(vm, "service/proto not found")),
        },
    ),
    native(
        "getservbyport",
        "(port, protocol=None, /)",
        "The service at a port.",
        |vm, a| {
            let port = vm.index_usize(&a[0])?;
            let Ok(port) = u16::try_from(port) else {
                return Err(vm.overflow_error("getservbyport: port must be 0-65535."));
            };
            match address::service_name(port) {
                Some(name) => Ok(Value::str(name)),
                None => Err(illegal(vm, "port/proto not found")),
            }
        },
    ),
    native(
        "socketpair",
        "(family=1, type=1, proto=0, /)",
        "The numbers of two connected sockets.",
        |vm, a| {
            let number = |index: usize, default: i64| match a.get(index).and_then(Value::given) {
                Some(value) => vm.index_usize(value),
                None => Ok(default),
            };
            let family = net::AddressFamily::from_raw(number(0, AF_UNIX)? as u16);
            let kind = net::SocketType::from_raw(number(1, 1)? as u32 & 0xF);
            let flags = net::SocketFlags::CLOEXEC | net::SocketFlags::NONBLOCK;
            match net::socketpair(family, kind, flags, None) {
                Ok((a, b)) => Ok(Value::from(Tuple::new(vec![
                    Value::Int(a.into_raw_fd().into()),
                    Value::Int(b.into_raw_fd().into()),
                ]))),
                Err(error) => Err(vm.os_error(&error.into(), None)),
            }
        },
    ),
    native(
        "inet_aton",
        "(address, /)",
        "The four bytes of an address.",
        |vm, a| match text(vm, &a[0])?.parse::<Ipv4Addr>() {
            Ok(address) => Ok(Value::from(Bytes::new(address.octets().to_vec()))),
            Err(_) => Err(illegal(vm, "illegal IP address string passed to inet_aton")),
        },
    ),
    native(
        "inet_ntoa",
        "(packed, /)",
        "The address of four bytes.",
        |vm, a| {
            let bytes = vm.bytes_opt(&a[0])?.unwrap_or_default();
            match <[u8; 4]>::try_from(bytes) {
                Ok(bytes) => Ok(Value::from(Ipv4Addr::from(bytes).to_string())),
                Err(_) => Err(illegal(vm, "packed IP wrong length")),
            }
        },
    ),
    native(
        "inet_pton",
        "(family, address, /)",
        "The bytes of an address.",
        |vm, a| {
            let family = vm.index_usize(&a[0])?;
            match (family, text(vm, &a[1])?.parse::<IpAddr>()) {
                (AF_INET, Ok(IpAddr::V4(address))) => {
                    Ok(Value::from(Bytes::new(address.octets().to_vec())))
                }
                (AF_INET6, Ok(IpAddr::V6(address))) => {
                    Ok(Value::from(Bytes::new(address.octets().to_vec())))
                }
                (AF_INET | AF_INET6, _) => {
                    Err(illegal(vm, "illegal IP address string passed to inet_pton"))
                }
                _ => Err(illegal(vm, "unknown address family")),
            }
        },
    ),
    native(
        "inet_ntop",
        "(family, packed, /)",
        "The address of some bytes.",
        |vm, a| {
            let bytes = vm.bytes_opt(&a[1])?.unwrap_or_default();
            let address = match vm.index_usize(&a[0])? {
                AF_INET => <[u8; 4]>::try_from(bytes).ok().map(IpAddr::from),
                AF_INET6 => <[u8; 16]>::try_from(bytes)
                    .ok()
                    .map(|b| IpAddr::V6(Ipv6Addr::from(b))),
                family => return Err(vm.value_error(&format!("unknown address family {family}"))),
            };
            match address {
                Some(address) => Ok(Value::from(address.to_string())),
                None => Err(vm.value_error("invalid length of packed IP address string")),
            }
        },
    ),
    native(
        "htons",
        "(x, /)",
        "Two bytes in the network's order.",
        |vm, a| Ok(Value::Int((vm.index_usize(&a[0])? as u16).to_be().into())),
    ),
    native(
        "ntohs",
        "(x, /)",
        "Two bytes from the network's order.",
        |vm, a| {
            Ok(Value::Int(
                u16::from_be(vm.index_usize(&a[0])? as u16).into(),
            ))
        },
    ),
    native(
        "htonl",
        "(x, /)",
        "Four bytes in the network's order.",
        |vm, a| Ok(Value::Int((vm.index_usize(&a[0])? as u32).to_be().into())),
    ),
    native(
        "ntohl",
        "(x, /)",
        "Four bytes from the network's order.",
        |vm, a| {
            Ok(Value::Int(
                u32::from_be(vm.index_usize(&a[0])? as u32).into(),
            ))
        },
    ),
    native(
        "getdefaulttimeout",
        "()",
        "How long calls of new sockets wait.",
        |vm, _| {
            Ok(object::shown_timeout(
                vm.extension::<Types>().default_timeout.get(),
            ))
        },
    ),
    native(
        "setdefaulttimeout",
        "(timeout, /)",
        "Set that.",
        object::set_default_timeout,
    ),
    native(
        "dup",
        "(fd, /)",
        "A second number of a descriptor.",
        |vm, a| {
            let descriptor = crate::event_loop::loop_methods::descriptor(vm, &a[0])?;
            match rustix::io::fcntl_dupfd_cloexec(watch::borrow(&descriptor), 0) {
                Ok(own) => Ok(Value::Int(own.into_raw_fd().into())),
                Err(error) => Err(vm.os_error(&error.into(), None)),
            }
        },
    ),
    native("close", "(fd, /)", "Close a descriptor.", |vm, a| {
        watch::close(crate::event_loop::loop_methods::descriptor(vm, &a[0])?);
        Ok(Value::None)
    }),
];
