//! `shutdown_asyncgens` and `shutdown_default_executor`: what a loop does before it is closed, as coroutines.

use super::{EventLoop, open_async_generators};
use crate::interp::{Res, Resume, Stepped, Vm};
use crate::objects::class::Class;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::exception::Exception;
use crate::objects::object::Object;
use crate::objects::value::Value;
use std::cell::Cell;

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Ends async generators that stand somewhere.
    Generators,
    /// Ends the threads of the default executor: there are none.
    Executor,
}

/// A call of one of them.
pub struct Shutdown {
    event_loop: Ref<EventLoop>,
    what: What,
    begun: Cell<bool>,
    /// The generators still to be closed, each by a task of its own.
    closing: CloneCell<Value>,
    generators: std::cell::RefCell<Vec<(Value, Value)>>,
}

impl Shutdown {
    /// The coroutine.
    pub fn of(event_loop: &Ref<EventLoop>, what: What) -> Value {
        Value::from(Ref::new(Shutdown {
            event_loop: event_loop.clone(),
            what,
            begun: Cell::new(false),
            closing: CloneCell::new(Value::Undef),
            generators: Default::default(),
        }))
    }

    /// Begins to close all generators at once.
    fn begin(&self, vm: &Vm) -> Res<()> {
        if self.what == What::Executor {
            return Ok(());
        }
        for generator in open_async_generators(&self.event_loop) {
            let generator = Value::Coroutine(generator);
            let closing = vm.call_method(&generator, &vm.names.aclose, &[])?;
            let coroutine = super::awaitable::wrapped(vm, &closing)?;
            let task = super::loop_methods::create_task(
                vm,
                &self.event_loop,
                coroutine,
                Value::None,
                None,
            )?;
            self.generators.borrow_mut().push((generator, task));
        }
        self.generators.borrow_mut().reverse();
        Ok(())
    }

    /// Waits for the next generator, and reports what the one before has raised.
    fn go_on(&self, vm: &Vm) -> Stepped {
        loop {
            let Some((generator, task)) = self.generators.borrow().last().cloned() else {
                return Stepped::Return(Value::None);
            };
            let Some(future) = super::future::Future::of(&task) else {
                return Stepped::Return(Value::None);
            };
            if !future.is_done() {
                future.blocking.set(true);
                self.closing.set(task.clone());
                return Stepped::Yield(task);
            }
            let done = self.generators.borrow_mut().pop();
            drop(done);
            if let Some(exception) = future.failure() {
                future.log_traceback.set(false);
                self.complain(vm, &generator, exception);
            }
        }
    }

    /// Whether the generator that is waited for has ended with this.
    fn is_failure(&self, exception: &Ref<Exception>) -> bool {
        let last = self.generators.borrow().last().cloned();
        let Some((_, task)) = last else { return false };
        let failure = super::future::Future::of(&task).and_then(|future| future.failure());
        failure.is_some_and(|failure| failure.same(exception))
    }

    fn complain(&self, vm: &Vm, generator: &Value, exception: Ref<Exception>) {
        let shown = vm.repr(generator).unwrap_or_default();
        let message = format!("an error occurred during closing of asynchronous generator {shown}");
        let context = [
            ("message", Value::from(message)),
            ("exception", Value::from(exception)),
            ("asyncgen", generator.clone()),
        ];
        self.event_loop.report_aside(vm, &context);
    }

    fn name(&self) -> &'static str {
        match self.what {
            What::Generators => "BaseEventLoop.shutdown_asyncgens",
            What::Executor => "BaseEventLoop.shutdown_default_executor",
        }
    }
}

impl Object for Shutdown {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.coroutine.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::from(self.event_loop.clone()));
        visit(&self.closing.get());
        for (generator, task) in self.generators.borrow().iter() {
            visit(generator);
            visit(task);
        }
    }

    fn clear(&self) {
        let old = (self.closing.take(), self.generators.take());
        drop(old);
    }

    #[inline(always)]
    fn wants_finalizer(&self) -> bool {
        !self.begun.get()
    }

    fn finalize(&self, _this: &Value) {
        self.begun.set(true);
        crate::interp::finalize::aside(|vm| {
            vm.warn_unawaited(&format!("coroutine '{}' was never awaited", self.name()));
        });
    }

    fn repr(&self, _vm: &Vm, this: &Value) -> Res<Option<String>> {
        let (name, address) = (self.name(), this.address().unwrap_or(0));
        Ok(Some(format!("<coroutine object {name} at 0x{address:x}>")))
    }

    fn steps_itself(&self) -> bool {
        true
    }

    fn await_step(&self, vm: &Vm, _this: &Value, input: Resume) -> Stepped {
        if let Resume::Throw(exception) = input
            && !self.is_failure(&exception)
        {
            self.begun.set(true);
            return Stepped::Raise(vm.rethrow(exception));
        }
        if !self.begun.replace(true)
            && let Err(raised) = self.begin(vm)
        {
            return Stepped::Raise(raised);
        }
        self.go_on(vm)
    }
}
