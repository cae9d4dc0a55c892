//! How native functions of `asyncio` show themselves where the reference has functions written in the language: their
//! parameters, their modules, and which of them give coroutines.

use super::native::{Native, NativeKind};

/// Methods of loops by their parameters behind the loop.
const METHODS: &[(&str, &str)] = &[
    ("add_reader", "fd, callback, *args"),
    ("add_signal_handler", "sig, callback, *args"),
    ("add_writer", "fd, callback, *args"),
    ("call_at", "when, callback, *args, context=None"),
    ("call_exception_handler", "context"),
    ("call_later", "delay, callback, *args, context=None"),
    ("call_soon", "callback, *args, context=None"),
    ("call_soon_threadsafe", "callback, *args, context=None"),
    ("close", ""),
    (
        "connect_accepted_socket",
        "protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None",
    ),
    ("connect_read_pipe", "protocol_factory, pipe"),
    ("connect_write_pipe", "protocol_factory, pipe"),
    (
        "create_connection",
        "protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None, all_errors=False",
    ),
    (
        "create_datagram_endpoint",
        "protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_port=None, allow_broadcast=None, sock=None",
    ),
    ("create_future", ""),
    (
        "create_server",
        "protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100, ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True",
    ),
    ("create_task", "coro, *, name=None, context=None"),
    (
        "create_unix_connection",
        "protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None",
    ),
    (
        "create_unix_server",
        "protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True, cleanup_socket=True",
    ),
    ("default_exception_handler", "context"),
    ("get_debug", ""),
    ("get_exception_handler", ""),
    ("get_task_factory", ""),
    (
        "getaddrinfo",
        "host, port, *, family=0, type=0, proto=0, flags=0",
    ),
    ("getnameinfo", "sockaddr, flags=0"),
    ("is_closed", ""),
    ("is_running", ""),
    ("remove_reader", "fd"),
    ("remove_signal_handler", "sig"),
    ("remove_writer", "fd"),
    ("run_forever", ""),
    ("run_in_executor", "executor, func, *args"),
    ("run_until_complete", "future"),
    (
        "sendfile",
        "transport, file, offset=0, count=None, *, fallback=True",
    ),
    ("set_debug", "enabled"),
    ("set_default_executor", "executor"),
    ("set_exception_handler", "handler"),
    ("set_task_factory", "factory"),
    ("shutdown_asyncgens", ""),
    ("shutdown_default_executor", "timeout=None"),
    ("sock_accept", "sock"),
    ("sock_connect", "sock, address"),
    ("sock_recv", "sock, n"),
    ("sock_recv_into", "sock, buf"),
    ("sock_recvfrom", "sock, bufsize"),
    ("sock_recvfrom_into", "sock, buf, nbytes=0"),
    ("sock_sendall", "sock, data"),
    (
        "sock_sendfile",
        "sock, file, offset=0, count=None, *, fallback=True",
    ),
    ("sock_sendto", "sock, data, address"),
    (
        "start_tls",
        "transport, protocol, sslcontext, *, server_side=False, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None",
    ),
    ("stop", ""),
    (
        "subprocess_exec",
        "protocol_factory, program, *args, stdin=-1, stdout=-1, stderr=-1, universal_newlines=False, shell=False, bufsize=0, encoding=None, errors=None, text=None, **kwargs",
    ),
    (
        "subprocess_shell",
        "protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, universal_newlines=False, shell=True, bufsize=0, encoding=None, errors=None, text=None, **kwargs",
    ),
    ("time", ""),
];

/// Methods of loops that give coroutines.
const COROUTINES: &[&str] = &[
    "connect_accepted_socket",
    "connect_read_pipe",
    "connect_write_pipe",
    "create_connection",
    "create_datagram_endpoint",
    "create_server",
    "create_unix_connection",
    "create_unix_server",
    "getaddrinfo",
    "getnameinfo",
    "sendfile",
    "shutdown_asyncgens",
    "shutdown_default_executor",
    "sock_accept",
    "sock_connect",
    "sock_recv",
    "sock_recv_into",
    "sock_recvfrom",
    "sock_recvfrom_into",
    "sock_sendall",
    "sock_sendfile",
    "sock_sendto",
    "start_tls",
    "subprocess_exec",
    "subprocess_shell",
];

/// Functions: module and parameters. Those of `_asyncio` are native in the reference too.
const FUNCTIONS: &[(&str, &str, &str)] = &[
    ("sleep", "asyncio.tasks", "delay, result=None"),
    (
        "gather",
        "asyncio.tasks",
        "*coros_or_futures, return_exceptions=False",
    ),
    (
        "run",
        "asyncio.runners",
        "main, *, debug=None, loop_factory=None",
    ),
    (
        "create_task",
        "asyncio.tasks",
        "coro, *, name=None, context=None",
    ),
    (
        "ensure_future",
        "asyncio.tasks",
        "coro_or_future, *, loop=None",
    ),
    ("get_running_loop", "_asyncio", ""),
    ("_get_running_loop", "_asyncio", ""),
    ("get_event_loop", "_asyncio", ""),
    ("new_event_loop", "asyncio.events", ""),
    ("set_event_loop", "asyncio.events", "loop"),
    ("current_task", "_asyncio", "loop=None"),
    ("all_tasks", "asyncio.tasks", "loop=None"),
    ("_set_running_loop", "_asyncio", "loop, /"),
    ("isfuture", "asyncio.base_futures", "obj"),
    ("iscoroutine", "asyncio.coroutines", "obj"),
    ("iscoroutinefunction", "asyncio.coroutines", "func"),
];

/// Whether the reference has a function written in the language in its place.
pub fn is_written(native: &Native) -> bool {
    match native.kind {
        NativeKind::Function => function(native).is_some_and(|(module, _)| module != "_asyncio"),
        NativeKind::Method => is_of_class(native),
        NativeKind::Slot | NativeKind::New | NativeKind::StaticMethod | NativeKind::ClassMethod => {
            false
        }
    }
}

/// Whether calling it gives a coroutine.
pub fn is_coroutine_function(native: &Native) -> bool {
    let name = native.def.name;
    match native.kind {
        NativeKind::Function => native.module == "asyncio" && name == "sleep",
        NativeKind::Method => is_of_class(native) && COROUTINES.contains(&name),
        NativeKind::Slot | NativeKind::New | NativeKind::StaticMethod | NativeKind::ClassMethod => {
            false
        }
    }
}

fn is_of_class(native: &Native) -> bool {
    let owner = native.owner.as_ref().and_then(|owner| owner.def());
    owner.is_some_and(|def| def.module.starts_with("asyncio."))
}

fn function(native: &Native) -> Option<(&'static str, &'static str)> {
    let is_one = native.module == "asyncio" && native.kind == NativeKind::Function;
    let mut all = FUNCTIONS.iter().filter(|_| is_one);
    let found = all.find(|(name, _, _)| *name == native.def.name);
    found.map(|(_, module, params)| (*module, *params))
}

/// The module that it shows, if that is another than the one that has it.
pub fn module(native: &Native) -> Option<&'static str> {
    function(native).map(|(module, _)| module)
}

/// The parameters that it shows, as `__text_signature__` has them.
pub fn parameters(native: &Native) -> Option<String> {
    if !is_written(native) {
        return None;
    }
    if let Some((_, params)) = function(native) {
        return Some(format!("({params})"));
    }
    let known = METHODS.iter().find(|(name, _)| *name == native.def.name);
    let params = match known {
        Some((_, params)) => *params,
        None => native.def.signature.trim_matches(['(', ')']),
    };
    Some(match params {
        "" => "($self)".to_owned(),
        params => format!("($self, {params})"),
    })
}
