//! `asyncio.sleep`: a coroutine that is native, so that a parked task is small.

use crate::event_loop::EventLoop;
use crate::event_loop::clock::from_seconds;
use crate::event_loop::future::Future;
use crate::event_loop::loop_methods;
use crate::event_loop::timers::Target;
use crate::interp::coroutine::Begun;
use crate::interp::{Res, Resume, Stepped, Vm};
use crate::objects::class::Class;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::object::Object;
use crate::objects::value::Value;
use snakelet_grammar::ast::CompareOp;
use std::cell::Cell;

/// The row of the function.
pub const SLEEP: NativeDef = native(
    "sleep",
    "(delay, result=None)",
    "Let others run for some seconds, then give the result.",
    |_, a| {
        Ok(Value::from(Ref::new(Sleep {
            stage: Cell::new(Stage::Created),
            held: CloneCell::new(a[0].clone()),
            result: Cell::new(match a.get(1) {
                None | Some(Value::None | Value::Undef) => None,
                Some(result) => Some(Box::new(result.clone())),
            }),
        })))
    },
)
.awaited_by(sleep_at_once);

/// `await sleep(delay)`: the usual case needs no coroutine.
fn sleep_at_once(vm: &Vm, a: &[Value]) -> Res<Begun> {
    let seconds = match a {
        [Value::Int(whole)] => *whole as f64,
        [Value::Float(number)] if !number.get().is_nan() => number.get(),
        _ => return (SLEEP.function)(vm, a).map(Begun::Awaitable),
    };
    if seconds <= 0.0 {
        return Ok(Begun::Waiting(Value::None, Value::None));
    }
    match loop_methods::running_loop(vm) {
        Ok(event_loop) if event_loop.special.get() => (SLEEP.function)(vm, a).map(Begun::Awaitable),
        Ok(event_loop) => {
            let future = timer(&event_loop, seconds, Value::None);
            Ok(Begun::Waiting(future.clone(), future))
        }
        // It is the coroutine that complains.
        Err(_) => {
            drop(vm.take_raised());
            (SLEEP.function)(vm, a).map(Begun::Awaitable)
        }
    }
}

/// A future to which a timer gives a result.
fn timer(event_loop: &Ref<EventLoop>, seconds: f64, result: Value) -> Value {
    let future = Ref::new(Future::timed(event_loop.clone(), result));
    let deadline = event_loop.clock.now().saturating_add(from_seconds(seconds));
    event_loop
        .timers
        .borrow_mut()
        .add(deadline, Target::Resolve(future.clone()));
    Value::from(future)
}

/// What `call_later` is asked to call where a script or the debug mode has a part in the loop.
const RESOLVE: NativeDef = native(
    "_set_result_unless_cancelled",
    "(fut, result)",
    "Set the result unless the future was cancelled.",
    |vm, a| {
        match Future::of(&a[0]) {
            Some(future) if !future.is_done() => future.set_result(vm, &a[0], a[1].clone())?,
            _ => {}
        }
        Ok(Value::None)
    },
);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Created,
    /// It waits for the next turn.
    Yielded,
    /// It waits for a timer; `held` is the future.
    Waiting,
    Over,
}

/// A call of `sleep`.
pub struct Sleep {
    stage: Cell<Stage>,
    /// The delay, or the future that ends it.
    held: CloneCell<Value>,
    /// A result other than `None`, which few ask for; while it waits for `call_later`, the handle.
    result: Cell<Option<Box<Value>>>,
}

impl Sleep {
    fn take_result(&self) -> Value {
        self.result.take().map_or(Value::None, |result| *result)
    }

    fn seconds(&self, vm: &Vm, delay: &Value) -> Res<f64> {
        match delay {
            Value::Int(whole) => Ok(*whole as f64),
            Value::Float(number) => Ok(number.get()),
            other if vm.compare_test(CompareOp::LtE, other, &Value::Int(0))? => Ok(0.0),
            other => loop_methods::real_number(vm, other),
        }
    }

    fn begin(&self, vm: &Vm) -> Stepped {
        let delay = self.held.take();
        let seconds = match self.seconds(vm, &delay) {
            Ok(seconds) => seconds,
            Err(raised) => {
                self.stage.set(Stage::Over);
                return Stepped::Raise(raised);
            }
        };
        if seconds <= 0.0 {
            self.stage.set(Stage::Yielded);
            return Stepped::Yield(Value::None);
        }
        if seconds.is_nan() {
            self.stage.set(Stage::Over);
            return Stepped::Raise(vm.value_error("Invalid delay: NaN (not a number)"));
        }
        let event_loop = match loop_methods::running_loop(vm) {
            Ok(event_loop) => event_loop,
            Err(raised) => {
                self.stage.set(Stage::Over);
                return Stepped::Raise(raised);
            }
        };
        if event_loop.special.get() {
            return self.begin_by_call(vm, &event_loop, delay);
        }
        let future = timer(&event_loop, seconds, self.take_result());
        self.held.set(future.clone());
        self.stage.set(Stage::Waiting);
        Stepped::Yield(future)
    }

    /// As `begin`, through the loop's methods.
    #[cold]
    fn begin_by_call(&self, vm: &Vm, event_loop: &Ref<EventLoop>, delay: Value) -> Stepped {
        let future = Future::new(Some(event_loop.clone()));
        let noted = future.note_origin(vm);
        future.blocking.set(true);
        let future = Value::from(Ref::new(future));
        let resolve = Value::Native(Native::function(&RESOLVE, "asyncio.futures"));
        let args = [delay, resolve, future.clone(), self.take_result()];
        let called =
            noted.and_then(|()| vm.call_method(&event_loop.value(), &vm.name("call_later"), &args));
        match called {
            Ok(handle) => {
                self.result.set(Some(Box::new(handle)));
                self.held.set(future.clone());
                self.stage.set(Stage::Waiting);
                Stepped::Yield(future)
            }
            Err(raised) => {
                self.stage.set(Stage::Over);
                Stepped::Raise(raised)
            }
        }
    }

    fn step(&self, vm: &Vm, input: Resume) -> Stepped {
        match (self.stage.get(), input) {
            (Stage::Over, _) => {
                Stepped::Raise(vm.runtime_error("cannot reuse already awaited coroutine"))
            }
            (Stage::Created, Resume::Value(Value::None | Value::Undef)) => self.begin(vm),
            (Stage::Created, Resume::Value(_)) => Stepped::Raise(
                vm.type_error("can't send non-None value to a just-started coroutine"),
            ),
            (Stage::Yielded, Resume::Value(_)) => {
                self.stage.set(Stage::Over);
                Stepped::Return(self.take_result())
            }
            (Stage::Waiting, Resume::Value(_)) => self.woken(vm),
            (_, Resume::Throw(exception)) => {
                if let Err(raised) = self.forget_timer(vm) {
                    return Stepped::Raise(raised);
                }
                Stepped::Raise(vm.rethrow(exception))
            }
        }
    }

    fn woken(&self, vm: &Vm) -> Stepped {
        let held = self.held.get();
        let result = match Future::of(&held) {
            Some(future) if !future.is_done() => {
                Err(vm.runtime_error("await wasn't used with future"))
            }
            Some(future) => future.result(vm),
            None => Ok(Value::None),
        };
        let forgotten = self.forget_timer(vm);
        match forgotten.and(result) {
            Ok(result) => Stepped::Return(result),
            Err(raised) => Stepped::Raise(raised),
        }
    }

    /// The sleep is over; a timer that has not fired is cancelled.
    fn forget_timer(&self, vm: &Vm) -> Res<()> {
        let waiting = self.stage.replace(Stage::Over) == Stage::Waiting;
        let held = self.held.take();
        if let Some(handle) = self.result.take().filter(|_| waiting) {
            vm.call_method(&handle, &vm.name("cancel"), &[])?.discard();
        }
        if let Some(future) = Future::of(&held).filter(|_| waiting) {
            future.abandon();
        }
        Ok(())
    }
}

impl Object for Sleep {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.coroutine.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.held.get());
        let result = self.result.take();
        if let Some(result) = &result {
            visit(result);
        }
        self.result.set(result);
    }

    fn clear(&self) {
        self.held.take().discard();
        drop(self.result.take());
    }

    #[inline(always)]
    fn wants_finalizer(&self) -> bool {
        self.stage.get() == Stage::Created
    }

    fn finalize(&self, _this: &Value) {
        self.stage.set(Stage::Over);
        crate::interp::finalize::aside(|vm| {
            vm.warn_unawaited("coroutine 'sleep' was never awaited");
        });
    }

    fn repr(&self, _vm: &Vm, this: &Value) -> Res<Option<String>> {
        let address = this.address().unwrap_or(0);
        Ok(Some(format!("<coroutine object sleep at 0x{address:x}>")))
    }

    fn steps_itself(&self) -> bool {
        true
    }

    fn await_step(&self, vm: &Vm, _this: &Value, input: Resume) -> Stepped {
        self.step(vm, input)
    }

    fn takes_its_place(&self) -> Option<Value> {
        let handle = self.result.take();
        let is_called = handle.is_some();
        self.result.set(handle);
        if self.stage.get() != Stage::Waiting || is_called {
            return None;
        }
        self.stage.set(Stage::Over);
        Some(self.held.take())
    }
}
