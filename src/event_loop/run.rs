//! Running a loop: for ever, or until a future is done. What `asyncio.run` does around that is `stdlib/asyncio/runner.rs`.

use super::future::Future;
use super::{Asyncio, EventLoop};
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::value::Value;

/// Raises unless `event_loop` can start to run now.
pub fn check_running(vm: &Vm, event_loop: &Ref<EventLoop>) -> Res<()> {
    if event_loop.running.get() {
        return Err(vm.runtime_error("This event loop is already running"));
    }
    if Asyncio::of(vm).running.get().is_some() {
        return Err(vm.runtime_error("Cannot run the event loop while another loop is running"));
    }
    Ok(())
}

/// Runs until `stop()`.
pub fn run_forever(vm: &Vm, event_loop: &Ref<EventLoop>) -> Res<()> {
    set_up(vm, event_loop)?;
    let result = loop {
        let turned = match event_loop.overriding(vm, "_run_once") {
            Ok(None) => event_loop.turn(vm),
            Ok(Some(own)) => vm.call_with(&own, &[]).map(Value::discard),
            Err(raised) => Err(raised),
        };
        if turned.is_err() || event_loop.stopping.get() {
            break turned;
        }
    };
    clean_up(vm, event_loop);
    result
}

/// What happens before the first turn.
pub fn set_up(vm: &Vm, event_loop: &Ref<EventLoop>) -> Res<()> {
    event_loop.check_closed(vm)?;
    check_running(vm, event_loop)?;
    let asyncio = Asyncio::of(vm);
    let hooks = crate::objects::async_generator::hooks(vm);
    if event_loop.finalizer.get().is_undef() {
        let finalizer =
            vm.get_attribute(&event_loop.value(), &vm.name("_asyncgen_finalizer_hook"))?;
        event_loop.finalizer.set(finalizer);
    }
    let outer = (
        hooks.first_iteration.replace(Value::None),
        hooks.finalizer.replace(event_loop.finalizer.get()),
    );
    event_loop.outer_hooks.set(Some(outer));
    event_loop.running.set(true);
    event_loop.thread.set(vm.thread.id.get());
    asyncio.running.set(Some(event_loop.clone()));
    if event_loop.debug.get() {
        event_loop.track_origins(vm, true);
    }
    Ok(())
}

/// What happens after the last turn.
pub fn clean_up(vm: &Vm, event_loop: &Ref<EventLoop>) {
    event_loop.track_origins(vm, false);
    event_loop.stopping.set(false);
    event_loop.running.set(false);
    Asyncio::of(vm).running.set(None);
    if let Some((first_iteration, finalizer)) = event_loop.outer_hooks.take() {
        let hooks = crate::objects::async_generator::hooks(vm);
        hooks.first_iteration.set(first_iteration);
        hooks.finalizer.set(finalizer);
    }
}

/// Runs until `future` is done; gives its result. `is_ours`: nobody else knows the task, so nobody else can ask for its
/// exception.
pub fn run_until_done(vm: &Vm, event_loop: &Ref<EventLoop>, future: &Value, is_ours: bool) -> Res {
    if event_loop.foreign.get() {
        let args = std::slice::from_ref(future);
        return vm.call_method(&event_loop.value(), &vm.name("run_until_complete"), args);
    }
    let plain = vm.unwrapped(future);
    let Some(native) = Future::of(&plain) else {
        return run_until_other_done(vm, event_loop, future);
    };
    if is_ours {
        native.log_destroyed.set(false);
    }
    let stop = Value::Native(Native::function(&STOP, "asyncio.base_events"));
    native.add_callback(vm, future, stop.clone(), None)?;
    let ran = run_forever(vm, event_loop);
    let mut callbacks = native.callbacks();
    callbacks.retain(|callback| !callback.function.is(&stop));
    native.set_callbacks(callbacks);
    if let Err(raised) = ran {
        if is_ours {
            native.log_traceback.set(false);
        }
        return Err(raised);
    }
    if !native.is_done() {
        return Err(vm.runtime_error("Event loop stopped before Future completed."));
    }
    native.result(vm)
}

/// As `run_until_done`, for a future of a script's own make.
#[cold]
fn run_until_other_done(vm: &Vm, event_loop: &Ref<EventLoop>, future: &Value) -> Res {
    let stop = Value::Native(Native::function(&STOP, "asyncio.base_events"));
    let name = vm.name("add_done_callback");
    vm.call_method(future, &name, std::slice::from_ref(&stop))?
        .discard();
    let ran = run_forever(vm, event_loop);
    let kept = ran.is_err().then(|| vm.take_raised());
    let name = vm.name("remove_done_callback");
    vm.call_method(future, &name, &[stop])?.discard();
    if let Some(exception) = kept {
        return Err(vm.rethrow(exception));
    }
    let done = vm.call_method(future, &vm.name("done"), &[])?;
    if !vm.truth(&done)? {
        return Err(vm.runtime_error("Event loop stopped before Future completed."));
    }
    vm.call_method(future, &vm.name("result"), &[])
}

const STOP: NativeDef = native(
    "_run_until_complete_cb",
    "(fut, /)",
    "Stop the loop.",
    |vm, a| {
        let plain = vm.unwrapped(&a[0]);
        let Some(future) = Future::of(&plain) else {
            let event_loop = vm.call_method(&a[0], &vm.name("get_loop"), &[])?;
            super::loop_methods::of(vm, &event_loop)?.stopping.set(true);
            return Ok(Value::None);
        };
        let ends_program = |exception: &Ref<Exception>| {
            let class = exception.class_ref();
            class.is_subclass(&vm.types.system_exit)
                || class.is_subclass(&vm.types.keyboard_interrupt)
        };
        // Whoever runs the loop gets to know how it has ended.
        future.log_traceback.set(false);
        // The loop is already on its way out then.
        if !future
            .failure()
            .is_some_and(|failure| ends_program(&failure))
        {
            future.event_loop(vm)?.stopping.set(true);
        }
        Ok(Value::None)
    },
);
