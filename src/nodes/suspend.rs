//! The leaves at which a frame is left and entered again: `await`, `yield`, `yield from`.

use super::{BoxNode, Slot, block::statement, noted};
use crate::interp::coroutine::Begun;
use crate::interp::{Exit, Flow, Node, Raised, Res, Resume, Slots, Stepped, Vm, coroutine};
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// What a frame is left for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// `await value`
    Await,
    /// `await value`, where the value is what `__aenter__` gave: messages differ.
    AwaitEnter,
    /// `await value`, where the value is what `__aexit__` gave.
    AwaitExit,
    /// `await value`, where the value is what `__anext__` gave.
    AwaitNext,
    /// `yield value`
    Yield,
    /// `yield from value`
    YieldFrom,
}

/// `slot = await value`, `slot = yield value`: leaves the frame, and takes what comes in when it is entered again.
pub struct Suspend {
    /// Where the result goes; `None`: nobody wants it.
    pub slot: Option<Slot>,
    /// What is awaited or yielded.
    pub value: BoxNode,
    /// What for.
    pub purpose: Purpose,
    /// Whether the frame is a coroutine's, which may delegate to coroutines.
    pub in_coroutine: bool,
    /// The whole expression.
    pub span: Span,
}

impl Node for Suspend {
    statement!();

    #[inline]
    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        if !vm.thread.resuming.get() {
            let (out, exit) = match self.purpose {
                Purpose::Yield => (self.value.eval(vm, slots)?, Exit::Yield),
                Purpose::YieldFrom => {
                    let value = self.value.eval(vm, slots)?;
                    let inner = coroutine::delegated(vm, value, self.in_coroutine);
                    (noted(vm, self.span, inner)?, Exit::Await)
                }
                _ => match self.begin(vm, slots)? {
                    Some(awaited) => (awaited, Exit::Await),
                    None => return Ok(()),
                },
            };
            vm.thread.at.set(self.span.start);
            vm.thread.out.replace(out).discard();
            if !vm.thread.handled.is_none() {
                vm.thread.handled_there.set(vm.thread.handled.get());
            }
            return Err(exit);
        }
        vm.thread.resuming.set(false);
        let received = vm.thread.resume.take();
        match received {
            Some(Resume::Value(value)) => {
                self.receive(slots, value);
                Ok(())
            }
            Some(Resume::Throw(exception)) => {
                vm.thread.at.set(self.span.start);
                self.thrown(vm, exception);
                Err(Exit::Raise)
            }
            None => Ok(()),
        }
    }
}

impl Suspend {
    /// Begins to await the value: what is awaited, unless the result was there at once. An object that steps itself takes
    /// its first step here, so that a frame that need not wait is not left.
    #[inline(always)]
    fn begin(&self, vm: &Vm, slots: &mut Slots) -> Result<Option<Value>, Exit> {
        let value = match self.value.eval_awaited(vm, slots)? {
            Begun::Awaitable(value) => value,
            Begun::Waiting(awaited, handed_up) => {
                vm.thread.handed_up.replace(handed_up).discard();
                return Ok(Some(awaited));
            }
        };
        vm.thread.at.set(self.span.start);
        let awaited = noted(vm, self.span, self.awaitable(vm, value))?;
        let Some(object) = awaited.object().filter(|object| object.steps_itself()) else {
            return Ok(Some(awaited));
        };
        match object.await_step(vm, &awaited, Resume::Value(Value::None)) {
            Stepped::Yield(value) | Stepped::Item(value) => {
                vm.thread.handed_up.replace(value).discard();
                let other = object.takes_its_place();
                Ok(Some(other.unwrap_or(awaited)))
            }
            Stepped::Return(value) => {
                self.receive(slots, value);
                Ok(None)
            }
            Stepped::Raise(_) => {
                vm.note(self.span);
                Err(Exit::Raise)
            }
        }
    }

    /// Stores what an `await` or `yield` has given.
    #[inline(always)]
    fn receive(&self, slots: &mut Slots, value: Value) {
        match self.slot {
            Some(slot) => slots[slot as usize].store(value),
            None => value.discard(),
        }
    }

    fn awaitable(&self, vm: &Vm, value: Value) -> Res {
        if let Value::Coroutine(coroutine) = &value
            && coroutine.kind() == crate::objects::function::CodeKind::Coroutine
        {
            return Ok(value);
        }
        let is_plain_await = self.purpose == Purpose::Await;
        let class = if is_plain_await {
            String::new()
        } else {
            vm.class_name(&value)
        };
        coroutine::awaitable(vm, value).map_err(|raised| {
            let (method, call) = match self.purpose {
                Purpose::AwaitEnter => ("__aenter__", "async with"),
                Purpose::AwaitExit => ("__aexit__", "async with"),
                Purpose::AwaitNext => ("__anext__", "async for"),
                Purpose::Await | Purpose::Yield | Purpose::YieldFrom => return raised,
            };
            if self.purpose != Purpose::AwaitNext && !vm.raised_is(&vm.types.type_error) {
                return raised;
            }
            let cause = vm.take_raised();
            if self.purpose == Purpose::AwaitNext {
                vm.type_error(&format!("'{call}' received an invalid object from {method}: {class}"));
                if let Some(error) = vm.thread.raised.get() {
                    error.set_cause(Some(cause));
                }
                return Raised;
            }
            vm.type_error(&format!(
                "'{call}' received an object from {method} that does not implement __await__: {class}"
            ))
        })
    }

    /// An exception thrown in: it becomes the frame's own, with the one that the frame handles as context, unless it was raised
    /// by a frame that this one awaits, where that is the context already.
    #[cold]
    fn thrown(
        &self,
        vm: &Vm,
        exception: crate::objects::counted::Ref<crate::objects::exception::Exception>,
    ) {
        let thread = &vm.thread;
        let (around, handled) = (thread.handled_there.take(), thread.handled.get());
        let is_own = match (&handled, &around) {
            (Some(handled), Some(around)) => !handled.same(around),
            (handled, _) => handled.is_some(),
        };
        let is_rethrown = thread.rethrown.take();
        if is_own && !is_rethrown {
            vm.raise(exception);
        } else {
            vm.rethrow(exception);
        }
        vm.note(self.span);
    }
}
