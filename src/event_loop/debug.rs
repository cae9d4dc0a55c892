//! The debug mode: where futures, tasks and handles were made, calls from wrong threads, callbacks that take long, and
//! the messages of the logger `asyncio`.

use super::handle::Handle;
use super::task_methods::WakeUp;
use super::{EventLoop, report};
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::value::Value;

/// How many frames a coroutine notes of its origin in debug mode.
pub const ORIGIN_DEPTH: usize = 10;

/// Whether loops begin in debug mode: `-X dev`, or `PYTHONASYNCIODEBUG`.
pub fn is_default(vm: &Vm) -> bool {
    let flags = vm.settings.borrow().flags;
    let is_set = || std::env::var_os("PYTHONASYNCIODEBUG").is_some_and(|value| !value.is_empty());
    flags.dev_mode || !flags.ignore_environment && is_set()
}

/// The frames that run now, outermost first: where something is being made.
pub fn origin(vm: &Vm) -> Value {
    let found = vm
        .import("asyncio.format_helpers", 0)
        .and_then(|part| vm.call_method(&part, &vm.name("extract_stack"), &[]));
    found.unwrap_or_else(|_| {
        drop(vm.take_raised());
        Value::None
    })
}

/// The last of the frames, as ` created at FILE:LINE` shows it.
pub fn created_at(vm: &Vm, origin: &Value) -> Res<Option<String>> {
    if !vm.truth(origin)? {
        return Ok(None);
    }
    let Some(last) = vm.collect(origin)?.pop() else {
        return Ok(None);
    };
    let file = vm.str(&vm.get_attribute(&last, &vm.name("filename"))?)?;
    let line = vm.str(&vm.get_attribute(&last, &vm.name("lineno"))?)?;
    Ok(Some(format!("created at {file}:{line}")))
}

/// Raises, if another thread than this one runs the loop.
pub fn check_thread(vm: &Vm, event_loop: &EventLoop) -> Res<()> {
    if !event_loop.running.get() || event_loop.thread.get() == vm.thread.id.get() {
        return Ok(());
    }
    Err(vm.runtime_error(
        "Non-thread-safe operation invoked on an event loop other than the current one",
    ))
}

/// Raises, if `callback` cannot be a callback of the method.
pub fn check_callback(vm: &Vm, callback: &Value, method: &str) -> Res<()> {
    let part = vm.import("asyncio.base_events", 0)?;
    let args = [callback.clone(), Value::str(method)];
    vm.call_method(&part, &vm.name("_check_callback"), &args)
        .map(Value::discard)
}

/// The `level` method of the logger that the script can have a say in, once `logging` is there.
fn logger_method(vm: &Vm, level: &str) -> Res<Option<Value>> {
    if vm.modules.get_name(&vm.name("logging")).is_none() {
        return Ok(None);
    }
    let part = vm.import("asyncio.base_events", 0)?;
    let logger = vm.get_attribute(&part, &vm.name("logger"))?;
    vm.get_attribute(&logger, &vm.name(level)).map(Some)
}

/// `logger.LEVEL(message, *values)`. Without `logging` what is below a warning is not shown anywhere, and `plain`, the message
/// with its values in it, goes to standard error.
pub fn log(vm: &Vm, level: &str, message: &str, values: &[Value], plain: &str) -> Res<()> {
    match logger_method(vm, level)? {
        Some(method) => {
            let mut args = vec![Value::str(message)];
            args.extend_from_slice(values);
            vm.call_with(&method, &args).map(Value::discard)
        }
        None => {
            if level == "warning" || level == "error" {
                report::write_error(vm, plain, None);
            }
            Ok(())
        }
    }
}

/// `logger.error(message, exc_info=True)` while the exception is the one that is handled; without `logging`, text on
/// standard error.
pub fn log_handled(
    vm: &Vm,
    message: &str,
    exception: &Ref<crate::objects::exception::Exception>,
) -> Res<()> {
    let Some(method) = logger_method(vm, "error")? else {
        report::write_error(vm, message, Some(exception));
        return Ok(());
    };
    let values = [Value::str(message), Value::bool(true)];
    let args = crate::interp::Args {
        values: &values,
        names: &[vm.name("exc_info")],
    };
    let outer = vm.thread.handled.replace(Some(exception.clone()));
    let logged = vm.call(&method, args).map(Value::discard);
    vm.thread.handled.set(outer);
    logged
}

/// `logger.error(message, exc_info=…)`; without `logging`, text on standard error.
pub fn log_error(
    vm: &Vm,
    message: &str,
    exception: Option<&Ref<crate::objects::exception::Exception>>,
) -> Res<()> {
    let Some(method) = logger_method(vm, "error")? else {
        report::write_error(vm, message, exception);
        return Ok(());
    };
    let about = match exception {
        None => Value::bool(false),
        Some(exception) => {
            let value = Value::from(exception.clone());
            let trace = vm.get_attribute(&value, &vm.name("__traceback__"))?;
            let class = Value::Class(exception.class_ref());
            Value::from(crate::objects::tuple::Tuple::new(vec![class, value, trace]))
        }
    };
    let values = [Value::str(message), about];
    let args = crate::interp::Args {
        values: &values,
        names: &[vm.name("exc_info")],
    };
    vm.call(&method, args).map(Value::discard)
}

/// Says that a callback has taken `seconds`, if that is long for the loop. `what` shows it.
pub fn note_duration(
    vm: &Vm,
    event_loop: &EventLoop,
    seconds: f64,
    what: impl FnOnce() -> Res<String>,
) -> Res<()> {
    if seconds < event_loop.slow_callback_duration.get() {
        return Ok(());
    }
    let what = what()?;
    let plain = format!("Executing {what} took {seconds:.3} seconds");
    let values = [Value::from(what), Value::float(seconds)];
    log(
        vm,
        "warning",
        "Executing %s took %.3f seconds",
        &values,
        &plain,
    )
}

/// How a message names what a handle has run: the task it goes on with, or itself.
pub fn shown_handle(vm: &Vm, handle: &Ref<Handle>) -> Res<String> {
    let callback = handle.callback();
    if let Some(task) = WakeUp::task(&callback) {
        return vm.repr(&task);
    }
    if let Some(bound) = callback.downcast::<crate::objects::method::BoundMethod>()
        && super::task::Task::of(vm, &bound.object).is_some()
    {
        return vm.repr(&bound.object);
    }
    vm.repr(&Value::from(handle.clone()))
}
