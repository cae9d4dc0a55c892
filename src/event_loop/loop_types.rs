//! The classes of loops: the abstract one, and the three steps to the loop that there is. Their methods are
//! `loop_methods.rs`, but for those that are written in the language: of these there are only rows here.

use super::EventLoop;
use super::loop_attributes;
use super::loop_methods::{METHODS, of, rest};
use crate::interp::slots::PackedArgs;
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::native::{NativeDef, native};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;

/// A row of a method that is written in the language: the function of that name in a module, with the loop first.
macro_rules! written {
    ($name:literal in $module:literal $doc:literal) => {
        native($name, "(*args, **kwargs)", $doc, |vm, a| {
            $crate::event_loop::loop_types::call_written(vm, $module, $name, a)
        })
    };
}

/// A row of a method that the abstract loop only names.
macro_rules! missing {
    ($name:literal) => {
        native(
            $name,
            "(*args, **kwargs)",
            "Only loops have this.",
            |vm, _| Err(vm.raise_with(&vm.types.not_implemented_error, Vec::new())),
        )
    };
    (async $name:literal) => {
        native(
            $name,
            "(*args, **kwargs)",
            "Only loops have this.",
            |vm, a| {
                $crate::event_loop::loop_types::call_written(
                    vm,
                    "asyncio.events",
                    "_not_implemented",
                    a,
                )
            },
        )
    };
}

pub(super) use {missing, written};

/// What is inside the instances of scripts' classes that only behave like loops.
struct Abstract;

impl Object for Abstract {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        let asyncio = super::Asyncio::of(vm);
        asyncio.types(vm).abstract_event_loop.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}
}

/// The row of `AbstractEventLoop`.
pub const ABSTRACT: TypeDef = TypeDef {
    name: "AbstractEventLoop",
    module: "asyncio.events",
    doc: "Abstract event loop.",
    weakly_referable: true,
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make an object that has to be a loop by its own methods.",
        |_, _| Ok(Value::from(Ref::new(Abstract))),
    )),
    methods: MISSING,
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `BaseEventLoop`.
pub const BASE: TypeDef = TypeDef {
    name: "BaseEventLoop",
    module: "asyncio.base_events",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a loop.",
        |vm, _| {
            let event_loop = EventLoop::new(vm);
            event_loop.is_bare.set(true);
            Ok(Value::from(event_loop))
        },
    )),
    init: Some(native("__init__", "()", "Initialize a loop.", |vm, a| {
        join(vm, &a[0])?;
        Ok(Value::None)
    })),
    methods: METHODS,
    getters: loop_attributes::GETTERS,
    slots: &["__repr__"],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `BaseSelectorEventLoop`.
pub const BASE_SELECTOR: TypeDef = TypeDef {
    name: "BaseSelectorEventLoop",
    module: "asyncio.selector_events",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a loop.",
        |vm, _| Ok(Value::from(EventLoop::new(vm))),
    )),
    init: Some(INIT),
    methods: OF_SELECTORS,
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of the loop that there is.
pub const SELECTOR: TypeDef = TypeDef {
    weakly_referable: true,
    name: "_UnixSelectorEventLoop",
    module: "asyncio.unix_events",
    doc: "The event loop.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a loop.",
        |vm, _| Ok(Value::from(EventLoop::new(vm))),
    )),
    init: Some(INIT),
    methods: OF_UNIX,
    is_base: true,
    ..TypeDef::PLAIN
};

const INIT: NativeDef = native(
    "__init__",
    "(selector=None)",
    "Initialize a loop.",
    |vm, a| {
        let event_loop = join(vm, &a[0])?;
        if let Some(selector @ Value::Instance(instance)) = a.get(1).and_then(Value::given)
            && !is_of_library(vm, &instance.class_ref())?
        {
            let name = vm.name("_selector");
            vm.set_attribute(&event_loop.value(), &name, selector.clone())?;
        }
        Ok(Value::None)
    },
);

/// Whether a class is one of the library's own selectors, which the loop's poller stands for.
fn is_of_library(vm: &Vm, class: &Ref<Class>) -> Res<bool> {
    let module = vm.get_attribute(&Value::Class(class.clone()), &vm.name("__module__"))?;
    Ok(vm.str(&module)? == "selectors")
}

/// Lets the instance of a script's class stand for the loop inside it.
pub fn join(vm: &Vm, value: &Value) -> Res<Ref<EventLoop>> {
    let event_loop = of(vm, value)?;
    if let Value::Instance(_) = value {
        event_loop.outer.set(value.clone());
        event_loop.special.set(true);
    }
    let values = [Value::str("EpollSelector")];
    super::debug::log(vm, "debug", "Using selector: %s", &values, "")?;
    Ok(event_loop)
}

/// A call of a method that is written in the language.
pub fn call_written(vm: &Vm, module: &str, name: &str, a: &[Value]) -> Res {
    let part = vm.import(module, 0)?;
    let function = vm.get_attribute(&part, &vm.name(name))?;
    let mut values = vec![a[0].clone()];
    values.extend(rest(a, 1).items().iter().cloned());
    let values = Value::from(Tuple::new(values));
    let keywords = a.get(2).and_then(Value::given).cloned();
    let keywords = keywords.unwrap_or_else(|| Value::Dict(Dict::new()));
    vm.call(&function, PackedArgs::new(vm, &values, &keywords).args())
}

/// What the abstract loop has.
const MISSING: &[NativeDef] = &[
    missing!("run_forever"),
    missing!("run_until_complete"),
    missing!("stop"),
    missing!("is_running"),
    missing!("is_closed"),
    missing!("close"),
    missing!("_timer_handle_cancelled"),
    missing!("call_soon"),
    missing!("call_later"),
    missing!("call_at"),
    missing!("time"),
    missing!("create_future"),
    missing!("create_task"),
    missing!("call_soon_threadsafe"),
    missing!("run_in_executor"),
    missing!("set_default_executor"),
    missing!("add_reader"),
    missing!("remove_reader"),
    missing!("add_writer"),
    missing!("remove_writer"),
    missing!("add_signal_handler"),
    missing!("remove_signal_handler"),
    missing!("set_task_factory"),
    missing!("get_task_factory"),
    missing!("get_exception_handler"),
    missing!("set_exception_handler"),
    missing!("default_exception_handler"),
    missing!("call_exception_handler"),
    missing!("get_debug"),
    missing!("set_debug"),
    missing!(async "shutdown_asyncgens"),
    missing!(async "shutdown_default_executor"),
    missing!(async "getaddrinfo"),
    missing!(async "getnameinfo"),
    missing!(async "create_connection"),
    missing!(async "create_server"),
    missing!(async "start_tls"),
    missing!(async "sendfile"),
    missing!(async "create_unix_connection"),
    missing!(async "create_unix_server"),
    missing!(async "connect_accepted_socket"),
    missing!(async "create_datagram_endpoint"),
    missing!(async "connect_read_pipe"),
    missing!(async "connect_write_pipe"),
    missing!(async "subprocess_shell"),
    missing!(async "subprocess_exec"),
    missing!(async "sock_recv"),
    missing!(async "sock_recv_into"),
    missing!(async "sock_recvfrom"),
    missing!(async "sock_recvfrom_into"),
    missing!(async "sock_sendall"),
    missing!(async "sock_sendto"),
    missing!(async "sock_connect"),
    missing!(async "sock_accept"),
    missing!(async "sock_sendfile"),
];

/// The methods of loops that watch sockets themselves that are written in the language.
const OF_SELECTORS: &[NativeDef] = &[
    written!("_ensure_fd_no_transport" in "asyncio.selector_events" "A part of the loop."),
    written!("_stop_serving" in "asyncio.selector_events" "A part of the loop."),
    written!("_accept_connection" in "asyncio.selector_events" "A part of the loop."),
    written!("_start_serving" in "asyncio.selector_events" "A part of the loop."),
    written!("_make_datagram_transport" in "asyncio.selector_events" "A part of the loop."),
    written!("_make_socket_transport" in "asyncio.selector_events" "A part of the loop."),
    written!("sock_recv" in "asyncio.selector_events" "Receive bytes."),
    written!("sock_recv_into" in "asyncio.selector_events" "Receive bytes into a buffer."),
    written!("sock_recvfrom" in "asyncio.selector_events" "Receive a datagram."),
    written!("sock_recvfrom_into" in "asyncio.selector_events" "Receive a datagram into a buffer."),
    written!("sock_sendall" in "asyncio.selector_events" "Send all bytes."),
    written!("sock_sendto" in "asyncio.selector_events" "Send a datagram."),
    written!("sock_connect" in "asyncio.selector_events" "Connect to a peer."),
    written!("sock_accept" in "asyncio.selector_events" "Take a connection."),
];

/// The methods of the loop that there is that are written in the language.
const OF_UNIX: &[NativeDef] = &[
    written!("_check_signal" in "asyncio.unix_events" "A part of the loop."),
    written!("_make_subprocess_transport" in "asyncio.unix_events" "A part of the loop."),
    written!("_make_write_pipe_transport" in "asyncio.unix_events" "A part of the loop."),
    written!("_make_read_pipe_transport" in "asyncio.unix_events" "A part of the loop."),
    written!("create_unix_connection" in "asyncio.unix_events" "Connect to a server of this machine."),
    written!("create_unix_server" in "asyncio.unix_events" "Serve connections of this machine."),
    written!("connect_read_pipe" in "asyncio.unix_events" "Read from a pipe."),
    written!("connect_write_pipe" in "asyncio.unix_events" "Write to a pipe."),
    written!("add_signal_handler" in "asyncio.unix_events" "Have a callback run when a signal comes."),
    written!("remove_signal_handler" in "asyncio.unix_events" "Take that back."),
];
