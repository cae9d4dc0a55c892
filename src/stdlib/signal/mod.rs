//! `_signal`: handlers of the system's signals. Signals come to the process's own thread, which notes them in the interrupt
//! flag; here the script's handlers are called, by the main thread, at its next look at the flag. Names of signals are
//! `signal.py`.

mod mask;

use crate::event_loop::EventLoop;
use crate::event_loop::baton::{MAIN, Threads};
use crate::event_loop::handle::Handle;
use crate::event_loop::ready::Entry;
use crate::interp::frame::current_object;
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::value::Value;
use crate::stdlib::os::descriptor::with;
use signal_hook::consts::{SIGINT, SIGKILL, SIGSTOP};
use std::cell::{Cell, RefCell};
use std::os::fd::RawFd;

/// One more than the greatest number of a signal.
const NSIG: i32 = 65;

const SIG_DFL: i64 = 0;
const SIG_IGN: i64 = 1;

/// Who handles which signal.
#[derive(Default)]
pub struct Handlers {
    /// What `signal.signal` was given.
    set: RefCell<Vec<(i32, Value)>>,
    /// What `loop.add_signal_handler` was given.
    of_loops: RefCell<Vec<OfLoop>>,
    /// The descriptor that is written to when a handler is called for, and one more; 0: none.
    wakeup: Cell<RawFd>,
}

/// What a loop runs when a signal comes.
type OfLoop = (i32, Ref<EventLoop>, Ref<Handle>);

impl Handlers {
    fn of(vm: &Vm) -> std::rc::Rc<Handlers> {
        vm.extension::<Handlers>()
    }

    fn get(&self, number: i32) -> Option<Value> {
        let set = self.set.borrow();
        let found = set.iter().find(|(each, _)| *each == number);
        found.map(|(_, handler)| handler.clone())
    }

    fn put(&self, vm: &Vm, number: i32, handler: Value) {
        let is_own = |handler: &Value| !matches!(handler, Value::Int(_) | Value::Native(_));
        let (is_new, old) = {
            let mut set = self.set.borrow_mut();
            let place = set.iter().position(|(each, _)| *each == number);
            match place {
                Some(place) => {
                    let old = std::mem::replace(&mut set[place].1, handler.clone());
                    (false, old)
                }
                None => {
                    set.push((number, handler.clone()));
                    (true, Value::Int(SIG_DFL))
                }
            }
        };
        let change = isize::from(is_own(&handler)) - isize::from(!is_new && is_own(&old));
        if number != SIGINT {
            Threads::of(vm).baton.count_sources(change);
        }
        old.discard();
    }
}

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    for row in FUNCTIONS.iter().chain(mask::FUNCTIONS) {
        let function = Value::Native(Native::function(row, "_signal"));
        module.dict.set_name(&vm.name(row.name), function);
    }
    for (name, number) in [
        ("SIG_DFL", SIG_DFL),
        ("SIG_IGN", SIG_IGN),
        ("NSIG", NSIG.into()),
    ] {
        module.dict.set_name(&vm.name(name), Value::Int(number));
    }
    vm.signal_hook.set(Some(handle_all));
    let default = Value::Native(Native::function(&FUNCTIONS[0], "_signal"));
    module
        .dict
        .set_name(&vm.name("default_int_handler"), default.clone());
    Handlers::of(vm).set.borrow_mut().push((SIGINT, default));
    Ok(())
}

/// A signal for this program has come from the program itself.
pub fn arrived(vm: &Vm, number: i32) {
    if number == SIGINT {
        vm.interrupt.request();
    } else if Handlers::of(vm).get(number).is_some() || mask::is_blocked(vm, number) {
        vm.interrupt.signal(number);
    }
}

/// Whether a function is called when a signal comes: by default for an interrupt alone.
pub fn has_handler(vm: &Vm, number: i32) -> bool {
    match Handlers::of(vm).get(number) {
        Some(handler) => !matches!(handler, Value::Int(_)),
        None => number == SIGINT,
    }
}

/// Whether a signal that the program sends itself is handled here.
pub fn is_handled(vm: &Vm, number: i32) -> bool {
    number == SIGINT || Handlers::of(vm).get(number).is_some() || mask::is_blocked(vm, number)
}

/// Handles the signals that have come, one bit each.
fn handle_all(vm: &Vm, signals: u64) -> Res<()> {
    for number in (1..NSIG.min(64)).filter(|number| signals & (1 << number) != 0) {
        handle(vm, number)?;
    }
    Ok(())
}

/// What an interrupt does where the script has a handler of its own for it.
fn handle_interrupt(vm: &Vm) -> Res<()> {
    handle(vm, SIGINT)
}

fn handle(vm: &Vm, number: i32) -> Res<()> {
    if mask::is_blocked(vm, number) {
        mask::keep(vm, number);
        return Ok(());
    }
    let handlers = Handlers::of(vm);
    let is_for_script = !matches!(handlers.get(number), None | Some(Value::Int(_)));
    if is_for_script && let wakeup @ 1.. = handlers.wakeup.get() {
        // A descriptor that is full or closed hears of nothing, as in the reference.
        let _ = with(wakeup - 1, |own| rustix::io::write(own, &[number as u8]));
    }
    let of_loop = {
        let all = handlers.of_loops.borrow();
        let found = all.iter().find(|(each, _, _)| *each == number);
        found.map(|(_, event_loop, handle)| (event_loop.clone(), handle.clone()))
    };
    if let Some((event_loop, handle)) = of_loop {
        event_loop.ready.push(Entry::Run(handle));
        return Ok(());
    }
    match handlers.get(number) {
        Some(Value::Int(SIG_IGN)) => Ok(()),
        Some(Value::Int(_)) | None => {
            let _ = signal_hook::low_level::emulate_default_handler(number);
            Ok(())
        }
        Some(handler) => {
            let frame = current_object(vm, 0).map_or(Value::None, Value::from);
            let args = [Value::Int(number.into()), frame];
            vm.call_with(&handler, &args).map(Value::discard)
        }
    }
}

/// The number of a signal that an argument names.
fn number_argument(vm: &Vm, value: &Value) -> Res<i32> {
    let number = vm.index_usize(value)?;
    if !(1..i64::from(NSIG)).contains(&number) {
        return Err(vm.value_error("signal number out of range"));
    }
    Ok(number as i32)
}

fn watch(vm: &Vm, number: i32) -> Res<()> {
    let invalid = || {
        let error = std::io::Error::from_raw_os_error(22);
        vm.os_error(&error, None)
    };
    if number == SIGKILL || number == SIGSTOP {
        return Err(invalid());
    }
    vm.interrupt.watch(number).map_err(|_| invalid())
}

fn set_interrupt_hook(vm: &Vm, handler: &Value) {
    let is_default =
        matches!(handler, Value::Native(native) if native.def.name == FUNCTIONS[0].name);
    vm.own_interrupt_hook
        .set((!is_default).then_some(handle_interrupt));
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "default_int_handler",
        "(signalnum, frame, /)",
        "What SIGINT does by default: raise KeyboardInterrupt.",
        |vm, _| Err(vm.raise_with(&vm.types.keyboard_interrupt, Vec::new())),
    ),
    native(
        "signal",
        "(signalnum, handler, /)",
        "Set what is called when a signal comes; give what was.",
        |vm, a| {
            if vm.thread.id.get() != MAIN {
                return Err(
                    vm.value_error("signal only works in main thread of the main interpreter")
                );
            }
            let number = number_argument(vm, &a[0])?;
            let handler = vm.unwrapped(&a[1]);
            let is_choice = matches!(handler, Value::Int(SIG_DFL | SIG_IGN));
            let handler = if is_choice { handler } else { a[1].clone() };
            if !is_choice && !vm.is_callable(&handler) {
                return Err(vm.type_error(
                    "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object",
                ));
            }
            watch(vm, number)?;
            let handlers = Handlers::of(vm);
            let old = handlers.get(number).unwrap_or(Value::Int(SIG_DFL));
            if number == SIGINT {
                set_interrupt_hook(vm, &handler);
            }
            handlers.put(vm, number, handler);
            Ok(old)
        },
    ),
    native(
        "getsignal",
        "(signalnum, /)",
        "What is called when a signal comes.",
        |vm, a| {
            let number = number_argument(vm, &a[0])?;
            Ok(Handlers::of(vm).get(number).unwrap_or(Value::Int(SIG_DFL)))
        },
    ),
    native(
        "_set_wakeup_fd",
        "(fd, /)",
        "Set the descriptor that is written to when a signal comes; give the one before.",
        |vm, a| {
            if vm.thread.id.get() != MAIN {
                return Err(vm.value_error(
                    "set_wakeup_fd only works in main thread of the main interpreter",
                ));
            }
            let number = crate::stdlib::os::path::descriptor(vm, &a[0])?;
            if number >= 0 {
                let flags = with(number, |own| rustix::fs::fcntl_getfl(own));
                let flags = flags.map_err(|error| vm.os_error(&error.into(), None))?;
                if !flags.contains(rustix::fs::OFlags::NONBLOCK) {
                    let message = format!("the fd {number} must be in non-blocking mode");
                    return Err(vm.value_error(&message));
                }
            }
            let old = Handlers::of(vm).wakeup.replace((number + 1).max(0));
            Ok(Value::from(i64::from(old) - 1))
        },
    ),
    native(
        "raise_signal",
        "(signalnum, /)",
        "Send a signal to this process.",
        |vm, a| {
            let number = number_argument(vm, &a[0])?;
            send_to_self(vm, number)?;
            Ok(Value::None)
        },
    ),
    native(
        "_add_loop_handler",
        "(loop, signalnum, handle, /)",
        "Of loops.",
        |vm, a| {
            let number = number_argument(vm, &a[1])?;
            watch(vm, number)?;
            let event_loop = crate::event_loop::loop_methods::of(vm, &a[0])?;
            let handle = crate::event_loop::handle::of(vm, &a[2])?;
            let handlers = Handlers::of(vm);
            let (count, old) = {
                let mut all = handlers.of_loops.borrow_mut();
                let (old, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut *all)
                    .into_iter()
                    .partition(|(each, _, _)| *each == number);
                *all = kept;
                all.push((number, event_loop, handle));
                (old.len(), old)
            };
            drop(old);
            if count == 0 {
                Threads::of(vm).baton.count_sources(1);
            }
            if number == SIGINT {
                vm.own_interrupt_hook.set(Some(handle_interrupt));
            }
            Ok(Value::None)
        },
    ),
    native(
        "_remove_loop_handler",
        "(loop, signalnum, /)",
        "Of loops.",
        |vm, a| {
            let number = number_argument(vm, &a[1])?;
            let handlers = Handlers::of(vm);
            let old = {
                let mut all = handlers.of_loops.borrow_mut();
                let (old, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut *all)
                    .into_iter()
                    .partition(|(each, _, _)| *each == number);
                *all = kept;
                old
            };
            let removed = !old.is_empty();
            drop(old);
            if removed {
                Threads::of(vm).baton.count_sources(-1);
                if number == SIGINT {
                    let handler = handlers.get(number).unwrap_or(Value::None);
                    set_interrupt_hook(vm, &handler);
                }
            }
            Ok(Value::bool(removed))
        },
    ),
];

/// Sends a signal to this process; one that is handled here is handled before the script goes on.
pub fn send_to_self(vm: &Vm, number: i32) -> Res<()> {
    if is_handled(vm, number) {
        arrived(vm, number);
        return vm.poll();
    }
    let _ = vm.output.flush();
    let _ = signal_hook::low_level::raise(number);
    Ok(())
}
