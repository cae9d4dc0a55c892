//! How a program ends: the exception that nobody caught, what is left to do at exit, and the status that comes of it.

use super::Ending;
use crate::event_loop::deadlock;
use crate::interp::{Raised, Res, Vm};
use crate::objects::counted::{ObjectRef, Ref, tracked};
use crate::objects::dict::Dict;
use crate::objects::exception::Exception;
use crate::objects::module::Module;
use crate::objects::value::Value;
use crate::stdlib::atexit;
use crate::stdlib::stdio::Which;
use crate::stdlib::thread;
use rustc_hash::FxHashSet;

/// The status of a program whose standard output could not be written at its end.
const OUTPUT_FAILED: u8 = 120;

/// The status of a program that came to a point where nothing could ever run again.
const DEADLOCKED: u8 = deadlock::STATUS as u8;

/// Ends a program of which `result` is left, and does all that is to be done then.
pub fn conclude(vm: &Vm, main: &Ref<Module>, result: Res<()>) -> Ending {
    let ending = match result {
        Ok(()) => Ending::Status(0),
        Err(_) => uncaught(vm),
    };
    thread::shutdown(vm);
    atexit::run(vm);
    let written = flush(vm);
    remember(vm, None);
    finalize(vm, main);
    // Finalisers may have printed.
    let written = vm.output.flush().is_ok() && written;
    match ending {
        Ending::Status(_) if is_deadlocked(vm) => Ending::Status(DEADLOCKED),
        Ending::Status(_) if !written => Ending::Status(OUTPUT_FAILED),
        ending => ending,
    }
}

/// `SystemExit` with a status.
pub fn exit(vm: &Vm, status: u8) -> Raised {
    vm.raise_with(&vm.types.system_exit, vec![Value::Int(status.into())])
}

/// Shows the exception that ended the program, unless it only tells the status.
fn uncaught(vm: &Vm) -> Ending {
    let exception = vm.take_raised();
    let class = exception.class_ref();
    if class.is_subclass(&vm.types.system_exit) {
        return of_exit(vm, &exception);
    }
    if is_deadlocked(vm) && class.name() == "CancelledError" {
        return Ending::Status(DEADLOCKED);
    }
    remember(vm, Some(&exception));
    if let Some(ending) = show(vm, &exception) {
        return ending;
    }
    if class.is_subclass(&vm.types.keyboard_interrupt) {
        Ending::Interrupted
    } else {
        Ending::Status(1)
    }
}

/// Keeps the exception that ends the program as `sys.last_exc`; lets go of it before all else at the end.
fn remember(vm: &Vm, exception: Option<&Ref<Exception>>) {
    let sys = vm.modules.get_name(&vm.names.sys);
    let Some(sys) = sys.as_ref().and_then(Module::of) else {
        return;
    };
    let (class, value, traceback) = match exception {
        Some(exception) => {
            let value = Value::from(exception.clone());
            let traceback = crate::objects::traceback::of_exception(vm, exception);
            (Value::Class(exception.class_ref()), value, traceback)
        }
        None => (Value::None, Value::None, Value::None),
    };
    let all = [
        ("last_exc", value.clone()),
        ("last_type", class),
        ("last_value", value),
        ("last_traceback", traceback),
    ];
    for (name, value) in all {
        let name = vm.name(name);
        if exception.is_some() || sys.dict.get_name(&name).is_some() {
            sys.dict.set_name(&name, value);
        }
    }
}

/// Whether the program has come to a point where nothing could ever run again.
fn is_deadlocked(vm: &Vm) -> bool {
    vm.extension::<deadlock::Met>().has_happened()
}

/// The ending that `SystemExit` asks for.
pub fn of_exit(vm: &Vm, exception: &Ref<Exception>) -> Ending {
    Ending::Status(exit_status(vm, exception))
}

/// What `SystemExit` says: a number is the status, anything else a message.
fn exit_status(vm: &Vm, exception: &Ref<Exception>) -> u8 {
    let code = vm.get_attribute(&Value::from(exception.clone()), &vm.names.code);
    let code = code.unwrap_or_else(|_| {
        drop(vm.take_raised());
        Value::None
    });
    match vm.unwrapped(&code) {
        Value::None => 0,
        Value::Int(number) => (number & 0xFF) as u8,
        Value::Bool(flag) => flag as u8,
        Value::Big(_) => 255,
        _ => {
            let text = vm.str(&code).unwrap_or_else(|_| {
                drop(vm.take_raised());
                String::new()
            });
            vm.write_err_aside(&format!("{text}\n"));
            1
        }
    }
}

/// Shows an exception as `sys.excepthook` does, which may be the script's, and may end the program in its own way.
pub fn show(vm: &Vm, exception: &Ref<Exception>) -> Option<Ending> {
    let text = |exception| vm.traceback_text(exception);
    let hook = match vm.modules.get_name(&vm.names.sys) {
        None => None,
        Some(sys) => match vm.get_attribute_opt(&sys, &vm.names.excepthook) {
            Ok(Some(Value::Native(_))) => None,
            Ok(Some(hook)) => Some(hook),
            Ok(None) => {
                vm.write_err_aside("sys.excepthook is missing\n");
                None
            }
            Err(_) => {
                drop(vm.take_raised());
                None
            }
        },
    };
    let Some(hook) = hook else {
        vm.write_err_aside(&text(exception));
        return None;
    };
    let value = Value::from(exception.clone());
    let traceback = vm
        .get_attribute(&value, &vm.names.__traceback__)
        .unwrap_or(Value::None);
    let args = [Value::Class(exception.class_ref()), value, traceback];
    if vm.call_with(&hook, &args).is_ok() {
        return None;
    }
    let second = vm.take_raised();
    if second.class_ref().is_subclass(&vm.types.system_exit) {
        return Some(Ending::Status(exit_status(vm, &second)));
    }
    let text = [
        "Error in sys.excepthook:\n",
        &text(&second),
        "\nOriginal exception was:\n",
        &text(exception),
    ];
    vm.write_err_aside(&text.concat());
    None
}

/// Hands on all that was printed, also through objects that the script has put in place; whether that succeeds.
fn flush(vm: &Vm) -> bool {
    let out = flush_replaced(vm, Which::Out).and_then(|()| vm.flush_out());
    if out.is_err() {
        let exception = vm.take_raised();
        let message = "Exception ignored on flushing sys.stdout";
        vm.report_ignored(&exception, Some(message), &Value::None);
    }
    let err = flush_replaced(vm, Which::Err);
    if err.is_err() {
        drop(vm.take_raised());
    }
    out.is_ok() && err.is_ok()
}

fn flush_replaced(vm: &Vm, which: Which) -> Res<()> {
    let Some(stream) = vm
        .replaced_stream(which)?
        .filter(|stream| !stream.is_none())
    else {
        return Ok(());
    };
    let is_closed = match vm.get_attribute_opt(&stream, &vm.name("closed"))? {
        Some(closed) => vm.truth(&closed)?,
        None => false,
    };
    if is_closed {
        return Ok(());
    }
    vm.call_method(&stream, &vm.names.flush, &[])
        .map(Value::discard)
}

/// Runs the finalisers of all that is still there, so that `__del__`, `finally` and "was never awaited" come out: first
/// what the program's own names lead to, in their order, then the rest by age. Everything stays readable meanwhile, and
/// nothing is freed after it: the process, or the owner of the interpreter, does that at once.
fn finalize(vm: &Vm, main: &Ref<Module>) {
    let waiting: Vec<ObjectRef> = tracked()
        .into_iter()
        .filter(|object| object.object().wants_finalizer())
        .collect();
    if waiting.is_empty() {
        return;
    }
    vm.begin_finalizing();
    for object in reached(&main.dict).iter().chain(&waiting) {
        object.finalize();
    }
}

/// The objects with finalisers that can be reached from `names`, nearest owner first; not by way of modules, classes and
/// functions, which lead everywhere.
fn reached(names: &Ref<Dict>) -> Vec<ObjectRef> {
    let mut found = Vec::new();
    let mut seen = FxHashSet::default();
    let mut open = vec![names.clone().erase()];
    while let Some(object) = open.pop() {
        if !seen.insert(object.address()) {
            continue;
        }
        if object.object().wants_finalizer() {
            found.push(object.clone());
        }
        let first = open.len();
        object
            .object()
            .traverse(&mut |value| open.extend(followed(value)));
        open[first..].reverse();
    }
    found
}

fn followed(value: &Value) -> Option<ObjectRef> {
    match value {
        Value::Class(_) | Value::Function(_) => None,
        value if Module::of(value).is_some() => None,
        value => value.to_object_ref(),
    }
}
