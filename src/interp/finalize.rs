//! Finalisers: what runs when the last owner of an object goes. They get no interpreter as argument, and find it by the
//! thread; everything in flight is kept safe around them.

use super::{Args, Resume, Stepped, Vm, coroutine};
use crate::objects::coroutine::State;
use crate::objects::exception::Exception;
use crate::objects::function::CodeKind;
use crate::objects::value::Value;

/// Runs `body` with an interpreter whose state in flight is put aside meanwhile.
pub fn aside(body: impl FnOnce(&Vm)) {
    let Some(vm) = Vm::current() else { return };
    let thread = &vm.thread;
    let raised = thread.raised.take();
    let place = thread.place.take();
    let out = thread.out.take();
    let handled_there = thread.handled_there.take();
    let rethrown = thread.rethrown.take();
    let handed_up = thread.handed_up.take();
    let resume = thread.resume.take();
    let resuming = thread.resuming.take();
    let at = thread.at.get();
    body(&vm);
    thread.at.set(at);
    thread.raised.set(raised);
    thread.place.set(place);
    thread.out.set(out);
    thread.handled_there.set(handled_there);
    thread.rethrown.set(rethrown);
    thread.handed_up.set(handed_up);
    thread.resume.set(resume);
    thread.resuming.set(resuming);
}

/// Whether the program has ended and only finalisers run.
#[derive(Default)]
struct Finalizing(std::cell::Cell<bool>);

impl Vm {
    /// From now on only finalisers run.
    pub fn begin_finalizing(&self) {
        self.extension::<Finalizing>().0.set(true);
    }

    /// `sys.is_finalizing()`
    pub fn is_finalizing(&self) -> bool {
        self.extension::<Finalizing>().0.get()
    }
}

/// Runs `__del__` of an instance.
pub fn run_del(this: &Value) {
    aside(|vm| {
        let Some(method) = vm.class_of(this).lookup(vm, &vm.names.__del__) else {
            return;
        };
        if vm.call_bound(&method, this, Args::none()).is_err() {
            let exception = vm.take_raised();
            vm.report_unraisable(&exception, &method);
        }
    });
}

/// Calls what a weak reference has for the time when its object is gone.
pub fn call_weak_callback(callback: &Value, reference: &Value) {
    aside(|vm| {
        let args = std::slice::from_ref(reference);
        match vm.call_with(callback, args) {
            Ok(result) => result.discard(),
            Err(_) => {
                let exception = vm.take_raised();
                vm.report_unraisable(&exception, callback);
            }
        }
    });
}

/// Ends a suspended frame that nobody can enter again: a coroutine that never began is warned about, any other gets
/// `GeneratorExit`, so that its `finally` blocks run.
pub fn close_dropped(this: &Value) {
    let Value::Coroutine(frame) = this else {
        return;
    };
    aside(|vm| {
        if frame.state.get() == State::Created {
            frame.state.set(State::Finished);
            vm.warn_never_awaited(frame);
            return;
        }
        if frame.kind() == CodeKind::AsyncGenerator {
            // One that `aclose` was called for is ended here.
            let finalizer = frame.if_rare(|rare| match rare.closing {
                true => None,
                false => rare.finalizer.given().cloned(),
            });
            if let Some(finalizer) = finalizer.flatten() {
                if vm
                    .call_with(&finalizer, std::slice::from_ref(this))
                    .is_err()
                {
                    let exception = vm.take_raised();
                    vm.report_unraisable(&exception, this);
                }
                return;
            }
        }
        let exit = Exception::new(&vm.types.generator_exit, Vec::new());
        let fault = match coroutine::drive(vm, frame, Resume::Throw(exit)) {
            Stepped::Return(_) => false,
            Stepped::Yield(_) | Stepped::Item(_) => {
                let kind = if frame.kind() == CodeKind::Coroutine {
                    "coroutine"
                } else {
                    "generator"
                };
                vm.runtime_error(&format!("{kind} ignored GeneratorExit"));
                true
            }
            Stepped::Raise(_) => {
                !vm.raised_is(&vm.types.generator_exit) && !vm.raised_is(&vm.types.stop_iteration)
            }
        };
        if fault {
            let exception = vm.take_raised();
            vm.report_unraisable(&exception, this);
        } else {
            drop(vm.thread.raised.take());
            vm.thread.place.take();
        }
    });
}
