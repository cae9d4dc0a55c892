//! The class `_socket.socket`. To the system no socket of ours ever blocks; whether a call waits is the socket's time-out,
//! and others run meanwhile.

use super::address::{self, Address};
use super::{AF_INET, Types, messages, options};
use crate::event_loop::clock::{Clock, from_seconds, to_seconds};
use crate::event_loop::loop_methods;
use crate::event_loop::watch::{Side, borrow, wait_for};
use crate::interp::{Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::native::{NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::permissions::{self, Way};
use rustix::io::Errno;
use rustix::net;
use std::cell::Cell;
use std::os::fd::{BorrowedFd, IntoRawFd, RawFd};

/// How much one call receives at most.
const MOST: i64 = 1 << 30;

/// A socket.
pub struct Socket {
    descriptor: Cell<RawFd>,
    family: Cell<i64>,
    kind: Cell<i64>,
    protocol: Cell<i64>,
    /// In nanoseconds; `None`: calls wait without end.
    timeout: Cell<Option<i64>>,
    /// Whether it was to listen to all the world, and listens to this machine.
    is_withdrawn: Cell<bool>,
}

impl Socket {
    fn unopened() -> Socket {
        Socket {
            descriptor: Cell::new(-1),
            family: Cell::new(AF_INET),
            kind: Cell::new(1),
            protocol: Cell::new(0),
            timeout: Cell::new(None),
            is_withdrawn: Cell::new(false),
        }
    }

    /// The number of the descriptor, while the socket is open.
    fn open(&self, vm: &Vm) -> Res<RawFd> {
        match self.descriptor.get() {
            -1 => Err(vm.os_error(&Errno::BADF.into(), None)),
            descriptor => Ok(descriptor),
        }
    }

    fn deadline(&self, vm: &Vm) -> Option<i64> {
        let span = self.timeout.get()?;
        Some(vm.extension::<Clock>().now().saturating_add(span))
    }

    /// Makes a call again and again until it need not wait any more.
    pub(super) fn patiently<T>(
        &self,
        vm: &Vm,
        side: Side,
        mut call: impl FnMut(BorrowedFd<'_>) -> Result<T, Errno>,
    ) -> Res<T> {
        let deadline = self.deadline(vm);
        loop {
            let descriptor = self.open(vm)?;
            match call(borrow(&descriptor)) {
                Ok(result) => return Ok(result),
                Err(Errno::INTR) => vm.poll()?,
                Err(Errno::AGAIN | Errno::INPROGRESS) if self.timeout.get() != Some(0) => {
                    self.wait(vm, side, deadline)?;
                }
                Err(error) => return Err(vm.os_error(&error.into(), None)),
            }
        }
    }

    fn wait(&self, vm: &Vm, side: Side, deadline: Option<i64>) -> Res<()> {
        let descriptor = self.open(vm)?;
        if wait_for(vm, descriptor, side, deadline)? {
            return Ok(());
        }
        Err(vm.raise_new(&vm.types.timeout_error, "timed out"))
    }

    fn close(&self) -> Result<(), Errno> {
        match self.descriptor.replace(-1) {
            -1 => Ok(()),
            descriptor => {
                crate::event_loop::watch::close(descriptor);
                Ok(())
            }
        }
    }
}

impl Object for Socket {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.extension::<Types>().socket(vm)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    #[inline(always)]
    fn wants_finalizer(&self) -> bool {
        self.descriptor.get() != -1
    }

    fn finalize(&self, _this: &Value) {
        let _ = self.close();
    }
}

pub(super) fn of(vm: &Vm, value: &Value) -> Res<Ref<Socket>> {
    match vm.unwrapped(value).downcast::<Socket>() {
        Some(socket) => Ok(socket.clone()),
        None => Err(vm.descriptor_error("_socket.socket", value)),
    }
}

fn failed(vm: &Vm, error: Errno) -> Raised {
    vm.os_error(&error.into(), None)
}

/// Opens a socket; gives its number.
pub fn open(family: i64, kind: i64, protocol: i64) -> Result<RawFd, Errno> {
    let family =
        net::AddressFamily::from_raw(u16::try_from(family).map_err(|_| Errno::AFNOSUPPORT)?);
    let kind = net::SocketType::from_raw(u32::try_from(kind & 0xF).map_err(|_| Errno::INVAL)?);
    let protocol = u32::try_from(protocol).map_err(|_| Errno::INVAL)?;
    let protocol = std::num::NonZeroU32::new(protocol).map(net::Protocol::from_raw);
    let flags = net::SocketFlags::CLOEXEC | net::SocketFlags::NONBLOCK;
    Ok(net::socket_with(family, kind, flags, protocol)?.into_raw_fd())
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let socket = of(vm, &a[0])?;
    let given = |index: usize| a.get(index).and_then(Value::given);
    let number = |index: usize, default: i64| match given(index) {
        Some(value) => vm.index_usize(value),
        None => Ok(default),
    };
    let (mut family, mut kind, mut protocol) = (number(1, -1)?, number(2, -1)?, number(3, -1)?);
    let _ = socket.close();
    match given(4).filter(|fileno| !fileno.is_none()) {
        Some(fileno) => {
            let descriptor = vm.index_usize(fileno)?;
            if descriptor < 0 {
                return Err(vm.value_error("negative file descriptor"));
            }
            let descriptor = descriptor as RawFd;
            let own = borrow(&descriptor);
            let ask = |number| options::get(own, 1, number).map_err(|error| failed(vm, error));
            if family == -1 {
                family = ask(39)?;
            }
            if kind == -1 {
                kind = ask(3)?;
            }
            if protocol == -1 {
                protocol = ask(38)?;
            }
            let _ = rustix::io::ioctl_fionbio(own, true);
            socket.descriptor.set(descriptor);
        }
        None => {
            family = if family == -1 { AF_INET } else { family };
            kind = if kind == -1 { 1 } else { kind };
            protocol = protocol.max(0);
            permissions::open_socket(vm, family, kind)?;
            let opened = open(family, kind, protocol).map_err(|error| failed(vm, error))?;
            socket.descriptor.set(opened);
        }
    }
    socket.family.set(family);
    socket.kind.set(kind & 0xF);
    socket.protocol.set(protocol);
    let default = vm.extension::<Types>().default_timeout.get();
    let never_waits = kind & 0o4000 != 0;
    socket
        .timeout
        .set(if never_waits { Some(0) } else { default });
    Ok(Value::None)
}

pub(super) fn bytes_argument<T>(
    vm: &Vm,
    value: &Value,
    body: impl FnOnce(&[u8]) -> Res<T>,
) -> Res<T> {
    if let Some(bytes) = value.downcast::<Bytes>() {
        return body(bytes.data());
    }
    match vm.bytes_opt(value)? {
        Some(bytes) => body(&bytes),
        None => {
            let class = vm.class_name(value);
            Err(vm.type_error(&format!("a bytes-like object is required, not '{class}'")))
        }
    }
}

pub(super) fn size_argument(vm: &Vm, value: &Value, call: &str) -> Res<usize> {
    let size = vm.index_usize(value)?;
    if size < 0 {
        return Err(vm.value_error(&format!("negative buffersize in {call}")));
    }
    Ok(size.min(MOST) as usize)
}

pub(super) fn flags_argument(vm: &Vm, value: Option<&Value>) -> Res<u32> {
    match value.and_then(Value::given) {
        Some(flags) => Ok(vm.index_usize(flags)? as u32),
        None => Ok(0),
    }
}

/// Makes room for `size` bytes; what is never touched takes no memory.
pub(super) fn room(vm: &Vm, size: usize) -> Res<Vec<u8>> {
    let mut buffer = Vec::new();
    if buffer.try_reserve_exact(size).is_err() {
        return Err(vm.memory_error());
    }
    buffer.resize(size, 0);
    Ok(buffer)
}

/// The room that `recv` receives into. Transports ask for much and get little: making and clearing so much for each call
/// would cost more than all else.
#[derive(Default)]
struct Lent(Cell<Vec<u8>>);

/// How big the room may be to be kept.
const KEPT: usize = 256 << 10;

fn receive(vm: &Vm, a: &[Value]) -> Res {
    let socket = of(vm, &a[0])?;
    let size = size_argument(vm, &a[1], "recv")?;
    let flags = net::RecvFlags::from_bits_retain(flags_argument(vm, a.get(2))?);
    let lent = vm.extension::<Lent>();
    // Other threads may receive while this one waits: the room is not there then.
    let mut buffer = lent.0.take();
    if buffer.len() < size {
        buffer = room(vm, size)?;
    }
    let received = socket.patiently(vm, Side::Read, |own| {
        net::recv(own, &mut buffer[..size], flags)
    });
    let data = received.map(|(count, _)| buffer[..count].to_vec());
    if buffer.len() <= KEPT {
        lent.0.set(buffer);
    }
    Ok(Value::from(Bytes::new(data?)))
}

fn receive_from(vm: &Vm, a: &[Value]) -> Res {
    let socket = of(vm, &a[0])?;
    let size = size_argument(vm, &a[1], "recvfrom")?;
    let flags = net::RecvFlags::from_bits_retain(flags_argument(vm, a.get(2))?);
    let mut buffer = room(vm, size)?;
    let (count, _, from) = socket.patiently(vm, Side::Read, |own| {
        net::recvfrom(own, &mut buffer[..], flags)
    })?;
    buffer.truncate(count);
    let data = Value::from(Bytes::new(buffer));
    Ok(Value::from(Tuple::new(vec![data, address::shown(from)])))
}

fn send(vm: &Vm, a: &[Value]) -> Res {
    let socket = of(vm, &a[0])?;
    let flags = net::SendFlags::from_bits_retain(flags_argument(vm, a.get(2))?);
    bytes_argument(vm, &a[1], |bytes| {
        let count = socket.patiently(vm, Side::Write, |own| net::send(own, bytes, flags))?;
        Ok(Value::from(count))
    })
}

fn send_all(vm: &Vm, a: &[Value]) -> Res {
    let socket = of(vm, &a[0])?;
    let flags = net::SendFlags::from_bits_retain(flags_argument(vm, a.get(2))?);
    bytes_argument(vm, &a[1], |bytes| {
        let mut left = bytes;
        while !left.is_empty() {
            let count = socket.patiently(vm, Side::Write, |own| net::send(own, left, flags))?;
            left = &left[count..];
        }
        Ok(Value::None)
    })
}

fn send_to(vm: &Vm, a: &[Value]) -> Res {
    let socket = of(vm, &a[0])?;
    let (flags, target) = match a.get(3).and_then(Value::given) {
        Some(target) => (flags_argument(vm, a.get(2))?, target),
        None => (0, &a[2]),
    };
    let flags = net::SendFlags::from_bits_retain(flags);
    let target = address::parse(vm, socket.family.get(), target, "sendto")?;
    if permissions::reach(vm, &target)? == Way::Nobody {
        // Nobody hears of a message to nobody.
        return bytes_argument(vm, &a[1], |bytes| Ok(Value::from(bytes.len())));
    }
    bytes_argument(vm, &a[1], |bytes| {
        let count = socket.patiently(vm, Side::Write, |own| match &target {
            Address::Internet(target) => net::sendto(own, bytes, flags, target),
            Address::Unix(target) => net::sendto(own, bytes, flags, target),
        })?;
        Ok(Value::from(count))
    })
}

fn connect_once(own: BorrowedFd<'_>, target: &Address) -> Result<(), Errno> {
    match target {
        Address::Internet(target) => net::connect(own, target),
        Address::Unix(target) => net::connect(own, target),
    }
}

fn bind(vm: &Vm, socket: &Socket, address: &Value) -> Res {
    let wanted = address::parse(vm, socket.family.get(), address, "bind")?;
    let is_for_all = wanted.is_for_all();
    let target = permissions::listen_at(vm, wanted)?;
    let descriptor = socket.open(vm)?;
    let own = borrow(&descriptor);
    let bound = match &target {
        Address::Internet(target) => net::bind(own, target),
        Address::Unix(target) => net::bind(own, target),
    };
    if let Err(error) = bound {
        permissions::is_taken(vm, error);
        return Err(failed(vm, error));
    }
    socket.is_withdrawn.set(is_for_all && !target.is_for_all());
    permissions::has_bound(vm, descriptor);
    Ok(Value::None)
}

/// Connects; the error of the system, if there is one.
fn connect(vm: &Vm, a: &[Value], call: &str) -> Res<Option<Errno>> {
    let socket = of(vm, &a[0])?;
    let target = address::parse(vm, socket.family.get(), &a[1], call)?;
    let descriptor = socket.open(vm)?;
    if permissions::reach(vm, &target)? == Way::Nobody {
        return Ok(Some(Errno::CONNREFUSED));
    }
    match connect_once(borrow(&descriptor), &target) {
        Ok(()) => Ok(None),
        Err(Errno::INPROGRESS | Errno::AGAIN | Errno::INTR) if socket.timeout.get() != Some(0) => {
            socket.wait(vm, Side::Write, socket.deadline(vm))?;
            let outcome = options::get(borrow(&descriptor), 1, 4);
            Ok(match outcome {
                Ok(0) => None,
                Ok(number) => Some(Errno::from_raw_os_error(number as i32)),
                Err(error) => Some(error),
            })
        }
        Err(error) => Ok(Some(error)),
    }
}

fn set_timeout(vm: &Vm, value: &Value) -> Res<Option<i64>> {
    if value.is_none() {
        return Ok(None);
    }
    let seconds = loop_methods::real_number(vm, value)?;
    if seconds < 0.0 {
        return Err(vm.value_error("Timeout value out of range"));
    }
    Ok(Some(from_seconds(seconds)))
}

fn get_option(vm: &Vm, a: &[Value]) -> Res {
    let socket = of(vm, &a[0])?;
    let (level, number) = (vm.index_usize(&a[1])?, vm.index_usize(&a[2])?);
    let descriptor = socket.open(vm)?;
    let own = borrow(&descriptor);
    if let Some(size) = a.get(3).and_then(Value::given)
        && vm.index_usize(size)? > 0
    {
        match (level, number) {
            (1, 13) => return options::linger(vm, own),
            (1, 17) => return options::peer(vm, own),
            (6, 13) => return options::congestion(vm, own),
            _ => {}
        }
        let value = options::get(own, level, number).map_err(|error| failed(vm, error))?;
        return Ok(Value::from(Bytes::new(
            (value as i32).to_ne_bytes().to_vec(),
        )));
    }
    match options::get(own, level, number) {
        Ok(value) => Ok(Value::Int(value)),
        Err(error) => Err(failed(vm, error)),
    }
}

fn set_option(vm: &Vm, a: &[Value]) -> Res {
    let socket = of(vm, &a[0])?;
    let (level, number) = (vm.index_usize(&a[1])?, vm.index_usize(&a[2])?);
    let descriptor = socket.open(vm)?;
    let own = borrow(&descriptor);
    let outcome = match vm.index_opt(&a[3])? {
        Some(value) => options::set(own, level, number, vm.index_usize(&value)?),
        None => bytes_argument(vm, &a[3], |packed| {
            if (level, number) == (1, 13) {
                return Ok(options::set_linger(own, packed));
            }
            if let Some(outcome) = options::set_packed(own, level, number, packed) {
                return Ok(outcome);
            }
            let word = packed.get(..4).and_then(|word| word.try_into().ok());
            let word = word.map_or(0, i32::from_ne_bytes);
            Ok(options::set(own, level, number, word.into()))
        })?,
    };
    outcome.map_err(|error| failed(vm, error))?;
    Ok(Value::None)
}

/// A call on the open socket that gives nothing.
fn plainly(vm: &Vm, value: &Value, call: impl FnOnce(BorrowedFd<'_>) -> Result<(), Errno>) -> Res {
    let descriptor = of(vm, value)?.open(vm)?;
    match call(borrow(&descriptor)) {
        Ok(()) => Ok(Value::None),
        Err(error) => Err(failed(vm, error)),
    }
}

/// The row of the class.
pub const SOCKET: TypeDef = TypeDef {
    name: "socket",
    module: "_socket",
    doc: "A socket of the system.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a socket.",
        |_, _| Ok(Value::from(Ref::new(Socket::unopened()))),
    )),
    init: Some(native(
        "__init__",
        "(family=-1, type=-1, proto=-1, fileno=None)",
        "Open a socket.",
        init,
    )),
    methods: METHODS,
    getters: &[
        getter("family", "The family of its addresses.", |vm, s| {
            Ok(Value::Int(of(vm, s)?.family.get()))
        }),
        getter("type", "Its kind.", |vm, s| {
            Ok(Value::Int(of(vm, s)?.kind.get()))
        }),
        getter("proto", "Its protocol.", |vm, s| {
            Ok(Value::Int(of(vm, s)?.protocol.get()))
        }),
        getter(
            "timeout",
            "How long its calls wait, in seconds.",
            |vm, s| Ok(shown_timeout(of(vm, s)?.timeout.get())),
        ),
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

/// A time-out as scripts see it.
pub fn shown_timeout(timeout: Option<i64>) -> Value {
    timeout.map_or(Value::None, |span| Value::float(to_seconds(span)))
}

/// The time-out that a script sets for sockets that are made from now on.
pub fn set_default_timeout(vm: &Vm, a: &[Value]) -> Res {
    let timeout = set_timeout(vm, &a[0])?;
    vm.extension::<Types>().default_timeout.set(timeout);
    Ok(Value::None)
}

const METHODS: &[NativeDef] = &[
    native(
        "_accept",
        "()",
        "Take a connection: its number and the peer's address.",
        |vm, a| {
            let flags = net::SocketFlags::CLOEXEC | net::SocketFlags::NONBLOCK;
            let (own, from) =
                of(vm, &a[0])?.patiently(vm, Side::Read, |own| net::acceptfrom_with(own, flags))?;
            let number = Value::Int(own.into_raw_fd().into());
            Ok(Value::from(Tuple::new(vec![number, address::shown(from)])))
        },
    ),
    native("bind", "(address, /)", "Give it an address.", |vm, a| {
        let socket = of(vm, &a[0])?;
        bind(vm, &socket, &a[1])
    }),
    native("close", "()", "Close it.", |vm, a| {
        of(vm, &a[0])?.close().map_err(|error| failed(vm, error))?;
        Ok(Value::None)
    }),
    native(
        "connect",
        "(address, /)",
        "Connect to a peer.",
        |vm, a| match connect(vm, a, "connect")? {
            None => Ok(Value::None),
            Some(error) => Err(failed(vm, error)),
        },
    ),
    native(
        "connect_ex",
        "(address, /)",
        "Connect; give the number of the error.",
        |vm, a| {
            let error = connect(vm, a, "connect_ex")?;
            Ok(Value::Int(
                error.map_or(0, |error| error.raw_os_error().into()),
            ))
        },
    ),
    native(
        "detach",
        "()",
        "Give the number up without closing it.",
        |vm, a| Ok(Value::Int(of(vm, &a[0])?.descriptor.replace(-1).into())),
    ),
    native(
        "fileno",
        "()",
        "The number of its descriptor; -1 if it is closed.",
        |vm, a| Ok(Value::Int(of(vm, &a[0])?.descriptor.get().into())),
    ),
    native("getpeername", "()", "The address of the peer.", |vm, a| {
        let descriptor = of(vm, &a[0])?.open(vm)?;
        match net::getpeername(borrow(&descriptor)) {
            Ok(address) => Ok(address::shown(address)),
            Err(error) => Err(failed(vm, error)),
        }
    }),
    native("getsockname", "()", "Its own address.", |vm, a| {
        let descriptor = of(vm, &a[0])?.open(vm)?;
        match net::getsockname(borrow(&descriptor)) {
            Ok(address) if of(vm, &a[0])?.is_withdrawn.get() => {
                Ok(address::shown(Some(address::for_all(address))))
            }
            Ok(address) => Ok(address::shown(Some(address))),
            Err(error) => Err(failed(vm, error)),
        }
    }),
    native(
        "getsockopt",
        "(level, option, buflen=0, /)",
        "An option.",
        get_option,
    ),
    native(
        "setsockopt",
        "(level, option, value, optlen=0, /)",
        "Set an option.",
        set_option,
    ),
    native("gettimeout", "()", "How long its calls wait.", |vm, a| {
        Ok(shown_timeout(of(vm, &a[0])?.timeout.get()))
    }),
    native(
        "settimeout",
        "(value, /)",
        "Set how long its calls wait.",
        |vm, a| {
            let timeout = set_timeout(vm, &a[1])?;
            of(vm, &a[0])?.timeout.set(timeout);
            Ok(Value::None)
        },
    ),
    native(
        "setblocking",
        "(flag, /)",
        "Set whether its calls wait.",
        |vm, a| {
            let waits = vm.truth(&a[1])?;
            of(vm, &a[0])?
                .timeout
                .set(if waits { None } else { Some(0) });
            Ok(Value::None)
        },
    ),
    native("getblocking", "()", "Whether its calls wait.", |vm, a| {
        Ok(Value::bool(of(vm, &a[0])?.timeout.get() != Some(0)))
    }),
    native(
        "listen",
        "(backlog=128, /)",
        "Take connections.",
        |vm, a| {
            let backlog = match a.get(1).and_then(Value::given) {
                Some(backlog) => vm.index_usize(backlog)?.clamp(0, 65_535) as i32,
                None => 128,
            };
            permissions::before_listening(vm, of(vm, &a[0])?.open(vm)?)?;
            plainly(vm, &a[0], |own| {
                let listens = net::listen(own, backlog);
                if let Err(error) = listens {
                    permissions::is_taken(vm, error);
                }
                listens
            })
        },
    ),
    native("recv", "(bufsize, flags=0, /)", "Receive bytes.", receive),
    native(
        "recvfrom",
        "(bufsize, flags=0, /)",
        "Receive bytes, and whose they are.",
        receive_from,
    ),
    native(
        "send",
        "(data, flags=0, /)",
        "Send bytes; give how many.",
        send,
    ),
    native("sendall", "(data, flags=0, /)", "Send all bytes.", send_all),
    native(
        "sendto",
        "(data, flags_or_address, address=None, /)",
        "Send bytes to a peer.",
        send_to,
    ),
    native(
        "_sendmsg",
        "(data, descriptors, flags, /)",
        "Send bytes and descriptors.",
        messages::send,
    ),
    native(
        "_recvmsg",
        "(size, most, flags, /)",
        "Receive bytes and descriptors.",
        messages::receive,
    ),
    native(
        "shutdown",
        "(how, /)",
        "End one direction, or both.",
        |vm, a| {
            let how = match vm.index_usize(&a[1])? {
                0 => net::Shutdown::Read,
                1 => net::Shutdown::Write,
                2 => net::Shutdown::Both,
                _ => return Err(failed(vm, Errno::INVAL)),
            };
            plainly(vm, &a[0], |own| net::shutdown(own, how))
        },
    ),
];
