//! `_thread`: threads and locks, on the baton of `event_loop/baton.rs`. What programs use is `threading`, which is
//! written in the language.

pub mod handle;
pub mod lock;

use crate::event_loop::baton::{MAIN, Threads};
use crate::interp::slots::PackedArgs;
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::value::Value;
use crate::stdlib::signal;

/// How many seconds a time-out can have at most.
pub const TIMEOUT_MAX: f64 = 9_223_372_036.0;

/// The identity of the main thread; those of the others follow in steps.
const FIRST_IDENTITY: i64 = 139_000_000_000_000;

/// The distance of two identities.
const IDENTITY_STEP: i64 = 4096;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let put = |name: &str, value: Value| module.dict.set_name(&vm.name(name), value);
    for row in FUNCTIONS {
        put(row.name, Value::Native(Native::function(row, "_thread")));
    }
    let types = vm.extension::<lock::Types>();
    put("lock", Value::Class(types.lock(vm)));
    put("LockType", Value::Class(types.lock(vm)));
    put("RLock", Value::Class(types.rlock(vm)));
    put("_ThreadHandle", Value::Class(types.handle(vm)));
    put("error", Value::Class(vm.types.runtime_error.clone()));
    put("TIMEOUT_MAX", Value::float(TIMEOUT_MAX));
    Ok(())
}

/// What a script knows a thread by.
pub fn identity(id: u64) -> i64 {
    FIRST_IDENTITY + IDENTITY_STEP * id as i64
}

/// The number of the thread that a script knows by an identity.
pub fn number(identity: i64) -> Option<u64> {
    let distance = identity.checked_sub(FIRST_IDENTITY)?;
    u64::try_from(distance / IDENTITY_STEP).ok()
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "_number",
        "(identity, /)",
        "The number of the thread with an identity.",
        |vm, a| {
            Ok(Value::Int(
                number(vm.index_usize(&a[0])?).unwrap_or(0) as i64
            ))
        },
    ),
    native(
        "start_new_thread",
        "(function, args, kwargs={}, /)",
        "Start a new thread; give its identity.",
        |vm, a| {
            let keywords = a.get(2).and_then(Value::given).cloned();
            let keywords = keywords.unwrap_or(Value::Undef);
            check_call(vm, &a[0], &a[1], &keywords)?;
            start(vm, a[0].clone(), a[1].clone(), keywords, None)
        },
    ),
    native(
        "start_new",
        "(function, args, kwargs={}, /)",
        "An old name of start_new_thread.",
        |vm, a| {
            let keywords = a.get(2).and_then(Value::given).cloned();
            let keywords = keywords.unwrap_or(Value::Undef);
            check_call(vm, &a[0], &a[1], &keywords)?;
            start(vm, a[0].clone(), a[1].clone(), keywords, None)
        },
    ),
    native(
        "start_joinable_thread",
        "(function, handle=None, daemon=True)",
        "Start a new thread; give a handle to wait for it with.",
        |vm, a| {
            if !vm.is_callable(&a[0]) {
                return Err(vm.type_error("thread function must be callable"));
            }
            let handle = match a.get(1).and_then(Value::given) {
                None | Some(Value::None) => Ref::new(handle::Handle::default()),
                Some(given) => handle::of(vm, given)?,
            };
            if !handle.begin() {
                return Err(vm.runtime_error("thread already started"));
            }
            let empty = vm.empty_tuple();
            start(vm, a[0].clone(), empty, Value::Undef, Some(handle.clone()))?;
            Ok(Value::from(handle))
        },
    ),
    native("allocate_lock", "()", "Make a lock.", |_, _| {
        Ok(Value::from(Ref::new(lock::Lock::default())))
    }),
    native("allocate", "()", "An old name of allocate_lock.", |_, _| {
        Ok(Value::from(Ref::new(lock::Lock::default())))
    }),
    native(
        "get_ident",
        "()",
        "What this thread is known by.",
        |vm, _| Ok(Value::Int(identity(vm.thread.id.get()))),
    ),
    native(
        "_get_main_thread_ident",
        "()",
        "What the main thread is known by.",
        |_, _| Ok(Value::Int(identity(MAIN))),
    ),
    native(
        "_make_thread_handle",
        "(ident, /)",
        "A handle of a thread that runs already.",
        |vm, a| Ok(Value::from(handle::Handle::running(vm.index_size(&a[0])?))),
    ),
    native(
        "get_native_id",
        "()",
        "What the system knows this thread by.",
        |vm, _| {
            let process = i64::from(std::process::id());
            Ok(Value::Int(process + vm.thread.id.get() as i64))
        },
    ),
    native(
        "_count",
        "()",
        "How many threads run beside the main one.",
        |vm, _| Ok(Value::from(Threads::of(vm).others.get())),
    ),
    native("exit", "()", "End this thread.", |vm, _| {
        Err(vm.raise_with(&vm.types.system_exit, Vec::new()))
    }),
    native("exit_thread", "()", "An old name of exit.", |vm, _| {
        Err(vm.raise_with(&vm.types.system_exit, Vec::new()))
    }),
    native(
        "interrupt_main",
        "(signum=2, /)",
        "Interrupt the main thread as a signal does.",
        |vm, a| {
            let number = match a.first().and_then(Value::given) {
                None => 2,
                Some(number) => vm.index_usize(number)?,
            };
            if !(1..65).contains(&number) {
                return Err(vm.value_error("signal number out of range"));
            }
            let number = number as i32;
            if !signal::has_handler(vm, number) {
                return Ok(Value::None);
            }
            signal::arrived(vm, number);
            // In the main thread itself it interrupts at once.
            vm.poll()?;
            Ok(Value::None)
        },
    ),
    native(
        "stack_size",
        "(size=0, /)",
        "The size of the stacks of new threads; 0 is the default.",
        |vm, a| {
            let size = match a.first().and_then(Value::given) {
                None => 0,
                Some(size) => vm.index_usize(size)?,
            };
            if size != 0 && size < 32_768 {
                let message = format!("size not valid: {size} bytes");
                return Err(vm.value_error(&message));
            }
            Ok(Value::Int(vm.extension::<StackSize>().0.replace(size)))
        },
    ),
    native(
        "_processors",
        "()",
        "How many processors this process may use.",
        |_, _| {
            Ok(Value::from(
                std::thread::available_parallelism().map_or(1, usize::from),
            ))
        },
    ),
    native(
        "daemon_threads_allowed",
        "()",
        "Whether there can be daemon threads.",
        |_, _| Ok(Value::bool(true)),
    ),
    native(
        "_is_main_interpreter",
        "()",
        "Whether this is the main interpreter.",
        |_, _| Ok(Value::bool(true)),
    ),
];

/// What `stack_size` was told. Stacks are large anyhow, and only address space.
#[derive(Default)]
struct StackSize(std::cell::Cell<i64>);

fn check_call(vm: &Vm, function: &Value, args: &Value, keywords: &Value) -> Res<()> {
    if !vm.is_callable(function) {
        return Err(vm.type_error("first arg must be callable"));
    }
    if !matches!(vm.unwrapped(args), Value::Tuple(_)) {
        return Err(vm.type_error("2nd arg must be a tuple"));
    }
    if !keywords.is_undef() && !matches!(vm.unwrapped(keywords), Value::Dict(_)) {
        return Err(vm.type_error("optional 3rd arg must be a dictionary"));
    }
    Ok(())
}

/// Starts a thread that makes a call; gives its identity.
fn start(
    vm: &Vm,
    function: Value,
    args: Value,
    keywords: Value,
    handle: Option<Ref<handle::Handle>>,
) -> Res {
    let known = handle.clone();
    let body = move |vm: &Vm| {
        if let Some(handle) = &handle {
            handle.set_identity(identity(vm.thread.id.get()));
        }
        let keywords = match keywords {
            Value::Undef => Value::Dict(crate::objects::dict::Dict::new()),
            given => given,
        };
        let packed = PackedArgs::new(vm, &args, &keywords);
        let result = vm.call(&function, packed.args());
        drop(packed);
        match result {
            Ok(value) => value.discard(),
            Err(_) => complain(vm, &function),
        }
        drop((args, keywords, function));
        if let Some(handle) = handle {
            handle.end(vm);
        }
    };
    match Threads::of(vm).start(vm, body) {
        Ok(id) => {
            if let Some(handle) = known {
                handle.set_identity(identity(id));
            }
            Ok(Value::Int(identity(id)))
        }
        Err(_) => {
            if let Some(handle) = known {
                handle.take_back();
            }
            Err(vm.runtime_error("can't start new thread"))
        }
    }
}

/// A thread has ended by an exception that nobody caught.
fn complain(vm: &Vm, function: &Value) {
    let exception = vm.take_raised();
    if exception.class_ref().is_subclass(&vm.types.system_exit) {
        return;
    }
    let shown = vm.repr(function).unwrap_or_else(|_| {
        drop(vm.take_raised());
        "<object repr() failed>".to_owned()
    });
    let message = format!("Exception ignored in thread started by {shown}");
    vm.report_ignored(&exception, Some(&message), &Value::None);
}

/// Waits for the threads that a program must not end before, as its last act.
pub fn shutdown(vm: &Vm) {
    let Some(threading) = vm.modules.get_name(&vm.name("threading")) else {
        return;
    };
    let Ok(Some(shutdown)) = vm.get_attribute_opt(&threading, &vm.name("_shutdown")) else {
        return;
    };
    if vm.call_with(&shutdown, &[]).is_err() {
        let exception = vm.take_raised();
        if exception.class_ref().is_subclass(&vm.types.system_exit) {
            return;
        }
        vm.report_ignored(
            &exception,
            Some("Exception ignored on threading shutdown"),
            &threading,
        );
    }
}
