//! What scripts see of a loop: its methods, and which loop is the current one.

use super::awaitable;
use super::clock::{from_seconds, to_seconds};
use super::context::{self, Context};
use super::future::Future;
use super::handle::Handle;
use super::loop_types::{join, missing, written};
use super::shutdown::{Shutdown, What};
use super::task::Task;
use super::watch::{Side, Watch};
use super::{Asyncio, EventLoop, run};
use crate::interp::{Args, Raised, Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::native::{NativeDef, native};
use crate::objects::number::Integer;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::ast::BinaryOp;
use std::os::fd::RawFd;

/// The methods of every loop.
pub const METHODS: &[NativeDef] = &[
    native(
        "call_soon",
        "(callback, *args, context=None)",
        "Call as soon as possible.",
        call_soon,
    ),
    native(
        "call_soon_threadsafe",
        "(callback, *args, context=None)",
        "Call as soon as possible; from any thread.",
        |vm, a| {
            let handle = queue(vm, a, "call_soon_threadsafe")?;
            of(vm, &a[0])?.wake(vm);
            Ok(handle)
        },
    ),
    native(
        "call_later",
        "(delay, callback, *args, context=None)",
        "Call after a delay.",
        call_later,
    ),
    native(
        "call_at",
        "(when, callback, *args, context=None)",
        "Call at a time.",
        call_at,
    ),
    native("time", "()", "The time by the loop's clock.", |vm, a| {
        Ok(Value::float(to_seconds(of(vm, &a[0])?.clock.read())))
    }),
    native("create_future", "()", "A future of this loop.", |vm, a| {
        let future = Future::new(Some(of(vm, &a[0])?));
        future.note_origin(vm)?;
        Ok(Value::from(Ref::new(future)))
    }),
    native(
        "create_task",
        "(coro, *, name=None, context=None)",
        "Schedule a coroutine object.",
        |vm, a| {
            let given = |index: usize| {
                a.get(index)
                    .and_then(Value::given)
                    .cloned()
                    .unwrap_or(Value::None)
            };
            let context = own_context_argument(vm, a.get(3))?;
            make_task(vm, &of(vm, &a[0])?, given(1), given(2), context)
        },
    ),
    native(
        "run_until_complete",
        "(future)",
        "Run turns until a future is done, and give its result.",
        run_until_complete,
    ),
    native(
        "run_forever",
        "()",
        "Run until stop() is called.",
        |vm, a| {
            run::run_forever(vm, &of(vm, &a[0])?)?;
            Ok(Value::None)
        },
    ),
    native("stop", "()", "Stop running the event loop.", |vm, a| {
        of(vm, &a[0])?.stopping.set(true);
        Ok(Value::None)
    }),
    native("_run_once", "()", "One turn.", |vm, a| {
        of(vm, &a[0])?.turn(vm)?;
        Ok(Value::None)
    }),
    native(
        "_run_forever_setup",
        "()",
        "What happens before the first turn.",
        |vm, a| {
            run::set_up(vm, &of(vm, &a[0])?)?;
            Ok(Value::None)
        },
    ),
    native(
        "_run_forever_cleanup",
        "()",
        "What happens after the last turn.",
        |vm, a| {
            run::clean_up(vm, &of(vm, &a[0])?);
            Ok(Value::None)
        },
    ),
    native("_check_closed", "()", "Raise, if it is closed.", |vm, a| {
        of(vm, &a[0])?.check_closed(vm)?;
        Ok(Value::None)
    }),
    native("_check_running", "()", "Raise, if a loop runs.", |vm, a| {
        run::check_running(vm, &of(vm, &a[0])?)?;
        Ok(Value::None)
    }),
    native(
        "_check_thread",
        "()",
        "Raise, if another thread runs it.",
        |vm, a| {
            let event_loop = of(vm, &a[0])?;
            super::debug::check_thread(vm, &event_loop)?;
            Ok(Value::None)
        },
    ),
    native(
        "_check_callback",
        "(callback, method)",
        "Raise, if it cannot be called.",
        |vm, a| {
            let method = vm.str(&a[2])?;
            super::debug::check_callback(vm, &a[1], &method)?;
            Ok(Value::None)
        },
    ),
    native("_add_callback", "(handle)", "Queue a handle.", |vm, a| {
        let handle = super::handle::of(vm, &a[1])?;
        if !handle.is_cancelled() {
            of(vm, &a[0])?.ready.push(super::ready::Entry::Run(handle));
        }
        Ok(Value::None)
    }),
    native(
        "_timer_handle_cancelled",
        "(handle)",
        "The timers notice by themselves.",
        |_, _| Ok(Value::None),
    ),
    missing!("_process_events"),
    missing!("_make_socket_transport"),
    missing!("_make_ssl_transport"),
    missing!("_make_datagram_transport"),
    missing!("_make_read_pipe_transport"),
    missing!("_make_write_pipe_transport"),
    missing!(async "_make_subprocess_transport"),
    missing!("_write_to_self"),
    watching("add_reader", "(fd, callback, *args)", |vm, a| {
        check_no_transport(vm, a)?;
        add(vm, a, Side::Read)
    }),
    watching("add_writer", "(fd, callback, *args)", |vm, a| {
        check_no_transport(vm, a)?;
        add(vm, a, Side::Write)
    }),
    watching("remove_reader", "(fd)", |vm, a| {
        check_no_transport(vm, a)?;
        remove(vm, a, Side::Read)
    }),
    watching("remove_writer", "(fd)", |vm, a| {
        check_no_transport(vm, a)?;
        remove(vm, a, Side::Write)
    }),
    watching("_add_reader", "(fd, callback, *args)", |vm, a| {
        add(vm, a, Side::Read)
    }),
    watching("_add_writer", "(fd, callback, *args)", |vm, a| {
        add(vm, a, Side::Write)
    }),
    watching("_remove_reader", "(fd)", |vm, a| remove(vm, a, Side::Read)),
    watching("_remove_writer", "(fd)", |vm, a| remove(vm, a, Side::Write)),
    native(
        "_is_watched",
        "(fd, writes, /)",
        "Whether a descriptor is watched.",
        |vm, a| {
            let event_loop = of(vm, &a[0])?;
            let descriptor = descriptor(vm, &a[1])?;
            let side = if vm.truth(&a[2])? {
                Side::Write
            } else {
                Side::Read
            };
            let handle = event_loop
                .watch
                .get()
                .and_then(|watch| watch.handle(descriptor, side));
            Ok(Value::bool(handle.is_some()))
        },
    ),
    native("close", "()", "Close the event loop.", |vm, a| {
        let event_loop = of(vm, &a[0])?;
        if event_loop.running.get() {
            return Err(vm.runtime_error("Cannot close a running event loop"));
        }
        if event_loop.closed.get() {
            return Ok(Value::None);
        }
        if event_loop.debug.get() {
            super::debug::log(vm, "debug", "Close %r", &[a[0].clone()], "")?;
        }
        let executor = event_loop.default_executor.get();
        event_loop.close();
        event_loop.executor_shut_down.set(true);
        if !executor.is_none() {
            let (values, names) = ([Value::bool(false)], [vm.name("wait")]);
            let args = Args {
                values: &values,
                names: &names,
            };
            let shutdown = vm.get_attribute(&executor, &vm.name("shutdown"))?;
            vm.call(&shutdown, args)?.discard();
        }
        Ok(Value::None)
    }),
    native(
        "is_running",
        "()",
        "Whether the event loop runs.",
        |vm, a| Ok(Value::bool(of(vm, &a[0])?.running.get())),
    ),
    native(
        "is_closed",
        "()",
        "Whether the event loop was closed.",
        |vm, a| Ok(Value::bool(of(vm, &a[0])?.closed.get())),
    ),
    native(
        "get_debug",
        "()",
        "Whether the debug mode is on.",
        |vm, a| Ok(Value::bool(of(vm, &a[0])?.debug.get())),
    ),
    native(
        "set_debug",
        "(enabled)",
        "Switch the debug mode.",
        |vm, a| {
            let enabled = vm.truth(&a[1])?;
            of(vm, &a[0])?.set_debug(vm, enabled)?;
            Ok(Value::None)
        },
    ),
    native(
        "get_exception_handler",
        "()",
        "The exception handler, or None.",
        |vm, a| Ok(of(vm, &a[0])?.exception_handler.get()),
    ),
    native(
        "set_exception_handler",
        "(handler)",
        "Set the exception handler.",
        |vm, a| {
            let event_loop = of(vm, &a[0])?;
            check_callable_or_none(vm, &a[1], "A callable object or None is expected, got ")?;
            event_loop.exception_handler.set(a[1].clone());
            Ok(Value::None)
        },
    ),
    native(
        "call_exception_handler",
        "(context)",
        "Tell the exception handler.",
        |vm, a| {
            of(vm, &a[0])?.call_exception_handler(vm, &dict_argument(vm, &a[1])?)?;
            Ok(Value::None)
        },
    ),
    native(
        "default_exception_handler",
        "(context)",
        "Log an exception.",
        |vm, a| {
            of(vm, &a[0])?.default_handler(vm, &dict_argument(vm, &a[1])?)?;
            Ok(Value::None)
        },
    ),
    native(
        "get_task_factory",
        "()",
        "What makes tasks, or None.",
        |vm, a| Ok(of(vm, &a[0])?.task_factory.get()),
    ),
    native(
        "set_task_factory",
        "(factory)",
        "Set what makes tasks.",
        |vm, a| {
            let event_loop = of(vm, &a[0])?;
            if !a[1].is_none() && !vm.is_callable(&a[1]) {
                return Err(vm.type_error("task factory must be a callable or None"));
            }
            event_loop.task_factory.set(a[1].clone());
            Ok(Value::None)
        },
    ),
    native(
        "shutdown_asyncgens",
        "()",
        "Shutdown all active asynchronous generators.",
        |vm, a| Ok(Shutdown::of(&of(vm, &a[0])?, What::Generators)),
    ),
    native(
        "shutdown_default_executor",
        "(timeout=None)",
        "Shutdown the default executor.",
        |vm, a| {
            let event_loop = of(vm, &a[0])?;
            if event_loop.default_executor.get().is_none() {
                return Ok(Shutdown::of(&event_loop, What::Executor));
            }
            let part = vm.import("asyncio.threads", 0)?;
            let shut_down = vm.get_attribute(&part, &vm.name("shutdown_default_executor"))?;
            vm.call_with(&shut_down, a)
        },
    ),
    written!("run_in_executor" in "asyncio.threads" "Arrange for a function to be called in another thread."),
    written!("set_default_executor" in "asyncio.threads" "Set what run_in_executor uses."),
    written!("_ensure_resolved" in "asyncio.base_events" "Look a name up, unless it is a number."),
    written!("getaddrinfo" in "asyncio.base_events" "Look a name up."),
    written!("getnameinfo" in "asyncio.base_events" "Look an address up."),
    written!("create_connection" in "asyncio.base_events" "Connect to a server."),
    written!("create_server" in "asyncio.base_events" "Serve connections."),
    written!("create_datagram_endpoint" in "asyncio.base_events" "Exchange datagrams."),
    written!("connect_accepted_socket" in "asyncio.base_events" "Serve a connection that was accepted elsewhere."),
    written!("start_tls" in "asyncio.base_events" "There is no TLS."),
    written!("sendfile" in "asyncio.base_events" "Copy what a file holds to a transport."),
    written!("sock_sendfile" in "asyncio.base_events" "Send a file through a socket."),
    written!("subprocess_exec" in "asyncio.unix_events" "Start a child process."),
    written!("subprocess_shell" in "asyncio.unix_events" "Start a child process by the shell."),
    native(
        "_asyncgen_finalizer_hook",
        "(agen, /)",
        "Close a dropped generator.",
        finalize_generator,
    ),
];

/// The loop behind a value.
pub fn of(vm: &Vm, value: &Value) -> Res<Ref<EventLoop>> {
    match vm.unwrapped(value).downcast::<EventLoop>() {
        Some(event_loop) => Ok(event_loop.clone()),
        None => Err(vm.descriptor_error("_UnixSelectorEventLoop", value)),
    }
}

/// The loop behind a value, or one that stands for an object that only behaves like a loop.
pub fn like(vm: &Vm, value: &Value) -> Ref<EventLoop> {
    match vm.unwrapped(value).downcast::<EventLoop>() {
        Some(event_loop) => event_loop.clone(),
        None => EventLoop::standing_for(vm, value),
    }
}

/// The loop that runs.
pub fn running_loop(vm: &Vm) -> Res<Ref<EventLoop>> {
    match Asyncio::of(vm).running.get() {
        Some(event_loop) => Ok(event_loop),
        None => Err(vm.runtime_error("no running event loop")),
    }
}

/// The loop that runs, or the one that the policy has.
pub fn get_event_loop(vm: &Vm) -> Res<Ref<EventLoop>> {
    let asyncio = Asyncio::of(vm);
    if let Some(event_loop) = asyncio.running.get() {
        return Ok(event_loop);
    }
    match asyncio.policy.get() {
        Value::Undef => default_event_loop(vm),
        policy => {
            let event_loop = vm.call_method(&policy, &vm.name("get_event_loop"), &[])?;
            Ok(like(vm, &event_loop))
        }
    }
}

/// A new loop, as the policy makes it.
pub fn new_event_loop(vm: &Vm) -> Res<Value> {
    match Asyncio::of(vm).policy.get() {
        Value::Undef => made_event_loop(vm).map(|event_loop| event_loop.value()),
        policy => vm.call_method(&policy, &vm.name("new_event_loop"), &[]),
    }
}

/// A new loop, as the default policy makes it.
pub fn made_event_loop(vm: &Vm) -> Res<Ref<EventLoop>> {
    let event_loop = Value::from(EventLoop::new(vm));
    join(vm, &event_loop)
}

/// The loop that runs, or the one that was set, or a new one, which is warned about.
pub fn default_event_loop(vm: &Vm) -> Res<Ref<EventLoop>> {
    let asyncio = Asyncio::of(vm);
    if let Some(event_loop) = asyncio.running.get().or_else(|| asyncio.current_loop.get()) {
        return Ok(event_loop);
    }
    if asyncio.loop_was_set.get() || vm.thread.id.get() != super::baton::MAIN {
        let thread = thread_name(vm)?;
        return Err(vm.runtime_error(&format!(
            "There is no current event loop in thread {thread}."
        )));
    }
    vm.warn(
        &vm.types.deprecation_warning,
        "There is no current event loop",
        1,
    )?;
    let event_loop = made_event_loop(vm)?;
    asyncio.loop_was_set.set(true);
    asyncio.current_loop.set(Some(event_loop.clone()));
    Ok(event_loop)
}

/// The name of the thread that runs, quoted.
fn thread_name(vm: &Vm) -> Res<String> {
    if vm.modules.get_name(&vm.name("threading")).is_none() {
        return Ok("'MainThread'".to_owned());
    }
    let threading = vm.import("threading", 0)?;
    let thread = vm.call_method(&threading, &vm.name("current_thread"), &[])?;
    vm.repr(&vm.get_attribute(&thread, &vm.name("name"))?)
}

/// A copy of the current context, or the one that an argument names: for a callback.
pub fn context_argument(vm: &Vm, value: Option<&Value>) -> Res<Option<Ref<Context>>> {
    match own_context_argument(vm, value)? {
        Some(context) => Ok(Some(context)),
        None => Ok(context::copy_of(&Asyncio::of(vm).shared.context)),
    }
}

/// The context that an argument names.
pub fn own_context_argument(vm: &Vm, value: Option<&Value>) -> Res<Option<Ref<Context>>> {
    match value.and_then(Value::given) {
        None | Some(Value::None) => Ok(None),
        Some(value) => match value.downcast::<Context>() {
            Some(context) => Ok(Some(context.clone())),
            None => {
                let class = vm.class_name(value);
                Err(vm.type_error(&format!("context must be a Context object, not {class}")))
            }
        },
    }
}

/// `loop.create_task(coroutine, name=name, context=context)`
pub fn create_task(
    vm: &Vm,
    event_loop: &Ref<EventLoop>,
    coroutine: Value,
    name: Value,
    context: Option<Ref<Context>>,
) -> Res {
    let Some(create) = event_loop.overriding(vm, "create_task")? else {
        return make_task(vm, event_loop, coroutine, name, context);
    };
    let (mut values, mut names) = (vec![coroutine], Vec::new());
    if !name.is_none() {
        values.push(name);
        names.push(vm.name("name"));
    }
    if let Some(context) = context {
        values.push(Value::from(context));
        names.push(vm.name("context"));
    }
    let args = Args {
        values: &values,
        names: &names,
    };
    vm.call(&create, args)
}

/// Makes a task by the loop's factory.
fn make_task(
    vm: &Vm,
    event_loop: &Ref<EventLoop>,
    coroutine: Value,
    name: Value,
    context: Option<Ref<Context>>,
) -> Res {
    event_loop.check_closed(vm)?;
    let factory = event_loop.task_factory.get();
    if factory.is_none() {
        return Task::start(vm, event_loop, coroutine, name, context);
    }
    let mut values = vec![event_loop.value(), coroutine];
    let names = [vm.name("context")];
    let given = context.is_some();
    values.extend(context.map(Value::from));
    let names = if given { &names[..] } else { &[] };
    let args = Args {
        values: &values,
        names,
    };
    let task = vm.call(&factory, args)?;
    vm.call_method(&task, &vm.name("set_name"), &[name])?
        .discard();
    Ok(task)
}

/// The tuple of `*args` among the arguments.
pub fn rest(a: &[Value], index: usize) -> Ref<Tuple> {
    match a.get(index) {
        Some(Value::Tuple(tuple)) => tuple.clone(),
        _ => Tuple::new(Vec::new()),
    }
}

fn call_soon(vm: &Vm, a: &[Value]) -> Res {
    queue(vm, a, "call_soon")
}

fn queue(vm: &Vm, a: &[Value], method: &str) -> Res {
    let event_loop = of(vm, &a[0])?;
    event_loop.check_closed(vm)?;
    if event_loop.debug.get() {
        check_call(vm, &event_loop, &a[1], method)?;
    }
    let context = context_argument(vm, a.get(3))?;
    let handle = event_loop.call_soon(a[1].clone(), rest(a, 2), context);
    handle.note_origin(vm)?;
    Ok(Value::from(handle))
}

/// What debug mode asks of a callback.
#[cold]
fn check_call(vm: &Vm, event_loop: &EventLoop, callback: &Value, method: &str) -> Res<()> {
    if method != "call_soon_threadsafe" {
        super::debug::check_thread(vm, event_loop)?;
    }
    super::debug::check_callback(vm, callback, method)
}

fn call_later(vm: &Vm, a: &[Value]) -> Res {
    if a[1].is_none() {
        return Err(vm.type_error("delay must not be None"));
    }
    let event_loop = of(vm, &a[0])?;
    if let Some(call_at) = event_loop.overriding(vm, "call_at")? {
        let now = vm.call_method(&event_loop.value(), &vm.name("time"), &[])?;
        let when = vm.binary(BinaryOp::Add, &now, &a[1])?;
        let mut values = vec![when, a[2].clone()];
        values.extend(rest(a, 3).items().iter().cloned());
        values.push(
            a.get(4)
                .and_then(Value::given)
                .cloned()
                .unwrap_or(Value::None),
        );
        let args = Args {
            values: &values,
            names: &[vm.name("context")],
        };
        return vm.call(&call_at, args);
    }
    let delay = seconds(vm, &a[1])?;
    let deadline = event_loop.now(vm)?.saturating_add(delay);
    add_timer(vm, &event_loop, deadline, &a[2..], "call_at")
}

fn call_at(vm: &Vm, a: &[Value]) -> Res {
    if a[1].is_none() {
        return Err(vm.type_error("when cannot be None"));
    }
    let event_loop = of(vm, &a[0])?;
    let deadline = seconds(vm, &a[1])?;
    let handle = add_timer(vm, &event_loop, deadline, &a[2..], "call_at")?;
    super::handle::of(vm, &handle)?.note_when(&a[1]);
    Ok(handle)
}

/// A timer for `callback(*args)` in a context, which are the arguments.
fn add_timer(
    vm: &Vm,
    event_loop: &Ref<EventLoop>,
    deadline: i64,
    a: &[Value],
    method: &str,
) -> Res {
    event_loop.check_closed(vm)?;
    if event_loop.debug.get() {
        check_call(vm, event_loop, &a[0], method)?;
    }
    let context = context_argument(vm, a.get(2))?;
    let handle = event_loop.call_at(deadline, a[0].clone(), rest(a, 1), context);
    handle.note_origin(vm)?;
    Ok(Value::from(handle))
}

/// A number of seconds as a script gives it, in nanoseconds.
pub fn seconds(vm: &Vm, value: &Value) -> Res<i64> {
    match value {
        Value::Int(number) => Ok(number.saturating_mul(super::clock::SECOND)),
        Value::Bool(flag) => Ok(*flag as i64 * super::clock::SECOND),
        value => Ok(from_seconds(real_number(vm, value)?)),
    }
}

/// A number of seconds as a script gives it.
pub fn real_number(vm: &Vm, value: &Value) -> Res<f64> {
    let plain = vm.unwrapped(value);
    if let Value::Float(number) = plain {
        return Ok(number.get());
    }
    if let Some(whole) = Integer::of(&plain) {
        return whole.to_f64(vm);
    }
    if let Some(Value::Float(number)) = vm.call_special(value, &vm.names.__float__, &[])? {
        return Ok(number.get());
    }
    if let Some(whole) = vm.index_opt(value)?
        && let Some(whole) = Integer::of(&whole)
    {
        return whole.to_f64(vm);
    }
    let class = vm.class_name(value);
    Err(vm.type_error(&format!("must be real number, not {class}")))
}

const fn watching(
    name: &'static str,
    signature: &'static str,
    function: fn(&Vm, &[Value]) -> Res,
) -> NativeDef {
    native(
        name,
        signature,
        "Watch a descriptor, or do so no longer.",
        function,
    )
}

/// The number of a descriptor: an `int`, or what `fileno()` gives.
pub fn descriptor(vm: &Vm, value: &Value) -> Res<RawFd> {
    let plain = vm.unwrapped(value);
    let number = match plain {
        Value::Int(number) => number,
        _ => {
            let invalid = |vm: &Vm| -> Res<Raised> {
                let shown = vm.repr(value)?;
                Ok(vm.value_error(&format!("Invalid file object: {shown}")))
            };
            let Some(fileno) = vm.get_attribute_opt(value, &vm.name("fileno"))? else {
                return Err(invalid(vm)?);
            };
            let number = vm.call_with(&fileno, &[])?;
            let whole = match Integer::of(&vm.unwrapped(&number)) {
                Some(_) => Some(number),
                None => vm.call_special(&number, &vm.name("__int__"), &[])?,
            };
            match whole {
                Some(whole) => vm.index_usize(&whole)?,
                None => return Err(invalid(vm)?),
            }
        }
    };
    match RawFd::try_from(number) {
        Ok(number) if number >= 0 => Ok(number),
        _ => Err(vm.value_error(&format!("Invalid file descriptor: {number}"))),
    }
}

/// Raises, if a transport of the loop uses the descriptor.
fn check_no_transport(vm: &Vm, a: &[Value]) -> Res<()> {
    if of(vm, &a[0])?.transports.get().is_none() {
        return Ok(());
    }
    let check = vm.name("_ensure_fd_no_transport");
    vm.call_method(&a[0], &check, &a[1..2]).map(Value::discard)
}

fn add(vm: &Vm, a: &[Value], side: Side) -> Res {
    let event_loop = of(vm, &a[0])?;
    event_loop.check_closed(vm)?;
    let descriptor = descriptor(vm, &a[1])?;
    let context = context_argument(vm, None)?;
    let handle = Handle::new(&event_loop, a[2].clone(), rest(a, 3), context, None);
    handle.note_origin(vm)?;
    if event_loop.watch.get().is_none() {
        let watch = Watch::new().map_err(|error| vm.os_error(&error, None))?;
        let _ = event_loop.watch.set(watch);
    }
    if let Some(watch) = event_loop.watch.get() {
        let old = watch.add(descriptor, side, handle.clone());
        if let Some(old) = old.map_err(|error| vm.os_error(&error, None))? {
            old.cancel();
        }
    }
    Ok(Value::from(handle))
}

fn remove(vm: &Vm, a: &[Value], side: Side) -> Res {
    let event_loop = of(vm, &a[0])?;
    if event_loop.closed.get() {
        return Ok(Value::bool(false));
    }
    let descriptor = descriptor(vm, &a[1])?;
    let old = event_loop
        .watch
        .get()
        .and_then(|watch| watch.remove(descriptor, side));
    if let Some(old) = &old {
        old.cancel();
    }
    Ok(Value::bool(old.is_some()))
}

fn run_until_complete(vm: &Vm, a: &[Value]) -> Res {
    let event_loop = of(vm, &a[0])?;
    event_loop.check_closed(vm)?;
    run::check_running(vm, &event_loop)?;
    let is_ours = !awaitable::is_future(vm, &a[1])?;
    let future = awaitable::ensure_future(vm, &a[1], Some(&event_loop))?;
    run::run_until_done(vm, &event_loop, &future, is_ours)
}

fn check_callable_or_none(vm: &Vm, value: &Value, message: &str) -> Res<()> {
    if value.is_none() || vm.is_callable(value) {
        return Ok(());
    }
    Err(vm.type_error(&format!("{message}{}", vm.repr(value)?)))
}

fn dict_argument(vm: &Vm, value: &Value) -> Res<Ref<Dict>> {
    match vm.unwrapped(value) {
        Value::Dict(dict) => Ok(dict),
        other => Err(vm.type_error(&format!(
            "context must be a dict, not {}",
            vm.class_name(&other)
        ))),
    }
}

fn finalize_generator(vm: &Vm, a: &[Value]) -> Res {
    let event_loop = of(vm, &a[0])?;
    if !event_loop.closed.get() {
        let closing = vm.call_method(&a[1], &vm.names.aclose, &[])?;
        let create = vm.get_attribute(&event_loop.value(), &vm.name("create_task"))?;
        event_loop.call_soon(create, Tuple::new(vec![closing]), None);
    }
    Ok(Value::None)
}
