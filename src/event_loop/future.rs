//! A future: a result that will be there later, and who is told then. Tasks are futures too and embed this one. Its
//! methods and attributes as scripts see them are `future_methods.rs`.

use super::context::Context;
use super::ready::{DoneIn, Entry};
use super::task::Task;
use super::{Asyncio, EventLoop, repr};
use crate::interp::{Raised, Res, Resume, Stepped, Vm};
use crate::objects::class::Class;
use crate::objects::counted::{CloneCell, ObjectRef, Ref};
use crate::objects::dict::Dict;
use crate::objects::exception::{Exception, Trace, visit_trace};
use crate::objects::object::Object;
use crate::objects::value::Value;
use std::cell::Cell;
use std::rc::Rc;

/// Where a future stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// No result yet.
    Pending,
    /// Cancelled. The outcome is the `CancelledError` that ended it, until someone gets it.
    Cancelled,
    /// The outcome is a result.
    Finished,
    /// The outcome is an exception.
    Failed,
}

/// A future.
pub struct Future {
    state: Cell<State>,
    /// Whether an `await` on it has just handed it up (`_asyncio_future_blocking`).
    pub blocking: Cell<bool>,
    /// Whether its exception is to be reported if nobody asks for it.
    pub log_traceback: Cell<bool>,
    /// Whether a task is to be reported if it is dropped before its end.
    pub log_destroyed: Cell<bool>,
    /// Whether a timer resolves it, which is of no use once it is cancelled.
    timed: Cell<bool>,
    event_loop: CloneCell<Option<Ref<EventLoop>>>,
    outcome: CloneCell<Value>,
    /// The first callback, if it runs in an empty context or is a task that awaits this future: all that most have.
    waiter: CloneCell<Option<ObjectRef>>,
    rare: Cell<Option<Box<Rare>>>,
}

/// What few futures have.
#[derive(Default)]
struct Rare {
    callbacks: Vec<Callback>,
    cancel_message: Value,
    /// The traceback that the exception had when it was set, which it has again when it is raised for the first time.
    trace: Option<Trace>,
    attributes: Option<Ref<Dict>>,
    /// The name of a task that was given one.
    name: Value,
    kind: Option<Rc<dyn Kind>>,
    /// Where it was made, in debug mode.
    origin: Value,
}

/// What a future of a special kind does otherwise.
pub trait Kind {
    /// Its class.
    fn class(&self, vm: &Vm) -> Ref<Class>;

    /// Asks it to end; `false`: it is done, or nothing of it can be cancelled.
    fn cancel(&self, vm: &Vm, message: &Value) -> Res<bool>;

    /// Shows every value that it owns to `visit`.
    fn traverse(&self, visit: &mut dyn FnMut(&Value));
}

/// Someone to be told when a future is done.
#[derive(Clone)]
pub struct Callback {
    /// What is called, or the task that goes on.
    pub function: Value,
    /// The context for it; `None` is an empty one.
    pub context: Option<Ref<Context>>,
}

impl Future {
    /// A pending future of `event_loop`; without one it still has to be initialized.
    pub fn new(event_loop: Option<Ref<EventLoop>>) -> Future {
        Future {
            state: Cell::new(State::Pending),
            blocking: Cell::new(false),
            log_traceback: Cell::new(false),
            log_destroyed: Cell::new(false),
            timed: Cell::new(false),
            event_loop: CloneCell::new(event_loop),
            outcome: CloneCell::new(Value::Undef),
            waiter: CloneCell::new(None),
            rare: Cell::new(None),
        }
    }

    /// The future behind a plain value: a future or a task.
    #[inline]
    pub fn of(value: &Value) -> Option<&Future> {
        match value {
            Value::Object(object) => Future::behind(object),
            _ => None,
        }
    }

    /// As `of`, for an object.
    #[inline]
    pub fn behind(object: &ObjectRef) -> Option<&Future> {
        if let Some(future) = object.downcast::<Future>() {
            return Some(future);
        }
        object.downcast::<Task>().map(|task| &task.future)
    }

    /// Where it stands.
    #[inline(always)]
    pub fn state(&self) -> State {
        self.state.get()
    }

    /// Whether it has a result, failed or was cancelled.
    #[inline(always)]
    pub fn is_done(&self) -> bool {
        self.state.get() != State::Pending
    }

    /// Its loop.
    pub fn event_loop(&self, vm: &Vm) -> Res<Ref<EventLoop>> {
        match self.event_loop.get() {
            Some(event_loop) => Ok(event_loop),
            None => Err(vm.runtime_error("Future object is not initialized.")),
        }
    }

    /// Whether its loop is `event_loop`.
    pub fn belongs_to(&self, event_loop: &EventLoop) -> bool {
        self.event_loop.get().is_some_and(|own| {
            std::ptr::eq(&*own, event_loop)
                || own.foreign.get() && own.outer.get().is(&event_loop.outer.get())
        })
    }

    /// Whether it has a loop.
    pub fn is_initialized(&self) -> bool {
        self.event_loop.get().is_some()
    }

    /// Raises, if it has no loop yet.
    pub fn check_initialized(&self, vm: &Vm) -> Res<()> {
        self.event_loop(vm).map(drop)
    }

    /// Notes where it was made, if its loop is in debug mode.
    pub fn note_origin(&self, vm: &Vm) -> Res<()> {
        let Some(event_loop) = self.event_loop.get().filter(|own| own.special.get()) else {
            return Ok(());
        };
        let debug = match event_loop.overriding(vm, "get_debug")? {
            Some(get_debug) => {
                let debug = vm.call_with(&get_debug, &[])?;
                vm.truth(&debug)?
            }
            None => event_loop.debug.get(),
        };
        if debug {
            let origin = super::debug::origin(vm);
            let old = self.with_rare(|rare| std::mem::replace(&mut rare.origin, origin));
            old.discard();
        }
        Ok(())
    }

    /// Where it was made; `None` outside of debug mode.
    pub fn origin(&self) -> Option<Value> {
        self.look_rare(|rare| rare.origin.given().cloned())
    }

    /// Gives it its loop, and makes it pending again.
    pub fn initialize(&self, event_loop: Ref<EventLoop>) {
        self.event_loop.set(Some(event_loop));
        self.state.set(State::Pending);
        self.outcome.set(Value::Undef);
        self.waiter.set(None);
    }

    /// The result that it will have when a timer resolves it, or the outcome.
    pub fn outcome(&self) -> Value {
        self.outcome.get()
    }

    /// A pending future that a timer gives `result`, made while an `await` on it hands it up.
    pub fn timed(event_loop: Ref<EventLoop>, result: Value) -> Future {
        let future = Future::new(Some(event_loop));
        future.outcome.set(result);
        future.blocking.set(true);
        future.timed.set(true);
        future
    }

    /// The exception it failed with.
    pub fn failure(&self) -> Option<Ref<Exception>> {
        if self.state.get() != State::Failed {
            return None;
        }
        Exception::of(&self.outcome.get()).cloned()
    }

    #[inline]
    fn with_rare<T>(&self, body: impl FnOnce(&mut Rare) -> T) -> T {
        let mut rare = self.rare.take().unwrap_or_default();
        let result = body(&mut rare);
        self.rare.set(Some(rare));
        result
    }

    #[inline]
    fn look_rare<T: Default>(&self, body: impl FnOnce(&mut Rare) -> T) -> T {
        let Some(mut rare) = self.rare.take() else {
            return T::default();
        };
        let result = body(&mut rare);
        self.rare.set(Some(rare));
        result
    }

    /// The message of its cancellation; `None` if there is none.
    pub fn cancel_message(&self) -> Value {
        self.look_rare(|rare| rare.cancel_message.clone())
            .given()
            .cloned()
            .unwrap_or(Value::None)
    }

    /// Sets the message of its cancellation.
    pub fn set_cancel_message(&self, message: Value) {
        if message.is_none() && self.cancel_message().is_none() {
            return;
        }
        let old = self.with_rare(|rare| std::mem::replace(&mut rare.cancel_message, message));
        old.discard();
    }

    /// The name that a task was given.
    pub fn given_name(&self) -> Value {
        self.look_rare(|rare| rare.name.clone())
    }

    /// Names a task.
    pub fn set_given_name(&self, name: Value) {
        let old = self.with_rare(|rare| std::mem::replace(&mut rare.name, name));
        old.discard();
    }

    /// The attributes that a script has set.
    pub fn own_attributes(&self, create: bool) -> Option<Ref<Dict>> {
        if create {
            return Some(
                self.with_rare(|rare| rare.attributes.get_or_insert_with(Dict::new).clone()),
            );
        }
        self.look_rare(|rare| rare.attributes.clone())
    }

    /// Makes it a future of a special kind.
    pub fn set_kind(&self, kind: Rc<dyn Kind>) {
        self.with_rare(|rare| rare.kind = Some(kind));
    }

    fn kind(&self) -> Option<Rc<dyn Kind>> {
        self.look_rare(|rare| rare.kind.clone())
    }

    /// Lets `function` be told, in `context`, when this future is done.
    pub fn add_callback(
        &self,
        vm: &Vm,
        this: &Value,
        function: Value,
        context: Option<Ref<Context>>,
    ) -> Res<()> {
        if self.is_done() {
            return self.tell(vm, this, Callback { function, context });
        }
        let alone = !self.look_rare(|rare| !rare.callbacks.is_empty());
        if context.is_none()
            && alone
            && self.waiter.is_none()
            && let Some(waiter) = function.to_object_ref()
        {
            self.waiter.set(Some(waiter));
        } else {
            self.with_rare(|rare| rare.callbacks.push(Callback { function, context }));
        }
        Ok(())
    }

    /// Who will be told, in order.
    pub fn callbacks(&self) -> Vec<Callback> {
        let waiter = self.waiter.get().map(|waiter| Callback {
            function: waiter.into_value(),
            context: None,
        });
        let mut all: Vec<Callback> = waiter.into_iter().collect();
        all.extend(self.look_rare(|rare| rare.callbacks.clone()));
        all
    }

    /// Replaces those who will be told.
    pub fn set_callbacks(&self, callbacks: Vec<Callback>) {
        let old = (
            self.waiter.take(),
            self.with_rare(|rare| std::mem::replace(&mut rare.callbacks, callbacks)),
        );
        drop(old);
    }

    /// Queues all callbacks.
    fn tell_all(&self, vm: &Vm, this: &Value) -> Res<()> {
        if let Some(waiter) = self.waiter.take() {
            let function = waiter.into_value();
            let context = None;
            self.tell(vm, this, Callback { function, context })?;
        }
        for callback in self.look_rare(|rare| std::mem::take(&mut rare.callbacks)) {
            self.tell(vm, this, callback)?;
        }
        Ok(())
    }

    fn tell(&self, vm: &Vm, this: &Value, callback: Callback) -> Res<()> {
        let event_loop = self.event_loop(vm)?;
        event_loop.check_closed(vm)?;
        let Callback { function, context } = callback;
        let entry = match (function.downcast::<Task>(), context) {
            (Some(_), None) => Entry::WakeUp(function),
            (_, Some(context)) => Entry::DoneIn(Box::new(DoneIn {
                callback: function,
                future: this.clone(),
                context,
            })),
            (None, None) => match this.to_object_ref() {
                Some(future) => Entry::Done(function, future),
                None => return Ok(()),
            },
        };
        event_loop.schedule(vm, entry)
    }

    /// Ends it with a result.
    pub fn set_result(&self, vm: &Vm, this: &Value, result: Value) -> Res<()> {
        self.check_pending(vm)?;
        self.state.set(State::Finished);
        self.outcome.set(result);
        self.tell_all(vm, this)
    }

    /// Ends it with the result it was made with, unless it is done.
    pub fn resolve(&self, vm: &Vm, this: &Value) -> Res<()> {
        if self.is_done() {
            return Ok(());
        }
        let result = self.outcome.get().given().cloned().unwrap_or(Value::None);
        self.set_result(vm, this, result)
    }

    /// Ends it with an exception.
    pub fn set_exception(&self, vm: &Vm, this: &Value, exception: Ref<Exception>) -> Res<()> {
        self.check_pending(vm)?;
        if exception.has_trace() {
            let trace = exception.trace(vm);
            self.with_rare(|rare| rare.trace = Some(trace));
        }
        self.state.set(State::Failed);
        self.outcome.set(Value::from(exception));
        self.tell_all(vm, this)?;
        self.log_traceback.set(true);
        Ok(())
    }

    /// Cancels it, unless it is done.
    pub fn cancel(&self, vm: &Vm, this: &Value, message: Value) -> Res<bool> {
        self.log_traceback.set(false);
        if self.is_done() {
            return Ok(false);
        }
        self.state.set(State::Cancelled);
        self.outcome.set(Value::Undef);
        self.set_cancel_message(message);
        self.drop_timer();
        self.tell_all(vm, this)?;
        Ok(true)
    }

    /// Asks it to end, as scripts do.
    pub fn ask_to_cancel(&self, vm: &Vm, this: &Value, message: Value) -> Res<bool> {
        match self.kind() {
            Some(_) if self.is_done() => Ok(false),
            Some(kind) => kind.cancel(vm, &message),
            None => self.cancel(vm, this, message),
        }
    }

    /// Whether a timer is going to resolve it.
    pub fn is_timed(&self) -> bool {
        self.timed.get()
    }

    /// Nobody waits for it any more: its timer, if it has one, need not fire.
    pub fn abandon(&self) {
        if self.timed.get() && !self.is_done() {
            self.state.set(State::Cancelled);
            self.drop_timer();
        }
    }

    #[inline]
    fn drop_timer(&self) {
        if self.timed.replace(false)
            && let Some(event_loop) = self.event_loop.get()
        {
            event_loop.timers.borrow_mut().note_cancelled();
        }
    }

    /// Keeps the exception that ended a cancelled task for whoever asks first.
    pub fn keep_cancellation(&self, exception: Ref<Exception>) {
        self.outcome.set(Value::from(exception));
    }

    /// The `CancelledError` to raise for a cancelled future.
    pub fn cancelled_error(&self, vm: &Vm) -> Ref<Exception> {
        if self.state.get() == State::Cancelled {
            let kept = self.outcome.take();
            if let Some(exception) = Exception::of(&kept) {
                return exception.clone();
            }
        }
        let message = self.cancel_message();
        let args = if message.is_none() {
            Vec::new()
        } else {
            vec![message]
        };
        Exception::new(&Asyncio::of(vm).types(vm).cancelled_error, args)
    }

    /// The exception that asking for the result raises; `None`: there is a result.
    pub fn exception_to_raise(&self, vm: &Vm) -> Option<Ref<Exception>> {
        match self.state.get() {
            State::Pending | State::Finished => None,
            State::Cancelled => Some(self.cancelled_error(vm)),
            State::Failed => {
                self.log_traceback.set(false);
                let exception = self.failure()?;
                let trace = self.look_rare(|rare| rare.trace.take());
                exception.set_trace(trace.unwrap_or_default());
                Some(exception)
            }
        }
    }

    /// `result()`
    pub fn result(&self, vm: &Vm) -> Res {
        match self.state.get() {
            State::Finished => Ok(self.outcome.get()),
            State::Pending if !self.is_initialized() => {
                Err(self.not_yet(vm, "Future object is not initialized."))
            }
            State::Pending => Err(self.not_yet(vm, "Result is not set.")),
            State::Cancelled | State::Failed => match self.exception_to_raise(vm) {
                Some(exception) => Err(vm.raise(exception)),
                None => Ok(Value::None),
            },
        }
    }

    /// `InvalidStateError` with a message.
    pub fn not_yet(&self, vm: &Vm, message: &str) -> Raised {
        vm.raise_new(&Asyncio::of(vm).types(vm).invalid_state_error, message)
    }

    /// Raises, if it is done.
    pub fn check_pending(&self, vm: &Vm) -> Res<()> {
        if !self.is_done() {
            return Ok(());
        }
        Err(self.not_yet(vm, "invalid state"))
    }

    /// One step of `await future`.
    pub fn step(&self, vm: &Vm, this: &Value, input: Resume) -> Stepped {
        match input {
            Resume::Throw(exception) => {
                self.abandon();
                Stepped::Raise(vm.rethrow(exception))
            }
            Resume::Value(_) if self.is_done() => match self.result(vm) {
                Ok(result) => Stepped::Return(result),
                Err(raised) => Stepped::Raise(raised),
            },
            Resume::Value(_) if !self.blocking.replace(true) => Stepped::Yield(this.clone()),
            Resume::Value(_) => Stepped::Raise(vm.runtime_error("await wasn't used with future")),
        }
    }

    /// Shows every value that it owns to `visit`.
    pub fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.outcome.get());
        if let Some(event_loop) = self.event_loop.get() {
            visit(&Value::from(event_loop));
        }
        for callback in self.callbacks() {
            visit(&callback.function);
            if let Some(context) = callback.context {
                visit(&Value::from(context));
            }
        }
        self.look_rare(|rare| {
            visit(&rare.cancel_message);
            visit(&rare.name);
            visit(&rare.origin);
            visit_trace(rare.trace.as_deref().unwrap_or_default(), visit);
            if let Some(attributes) = &rare.attributes {
                visit(&Value::Dict(attributes.clone()));
            }
        });
        if let Some(kind) = self.kind() {
            kind.traverse(visit);
        }
    }

    /// Lets go of every value that could close a cycle.
    pub fn let_go(&self) {
        let old = (self.outcome.take(), self.waiter.take(), self.rare.take());
        drop(old);
    }

    /// What runs when its last owner goes: an exception that nobody asked for is reported.
    pub fn report_unretrieved(&self, vm: &Vm, this: &Value) {
        let (true, Some(exception)) = (self.log_traceback.replace(false), self.failure()) else {
            return;
        };
        let Some(event_loop) = self.event_loop.get() else {
            return;
        };
        let message = format!("{} exception was never retrieved", vm.class_of(this).name());
        let mut context = vec![
            ("message", Value::from(message)),
            ("exception", Value::from(exception)),
            ("future", this.clone()),
        ];
        context.extend(self.origin().map(|origin| ("source_traceback", origin)));
        event_loop.report_aside(vm, &context);
    }
}

impl Object for Future {
    fn has_plain_methods(&self) -> bool {
        true
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        match self.kind() {
            Some(kind) => kind.class(vm),
            None => Asyncio::of(vm).types(vm).future.clone(),
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.visit(visit);
    }

    fn clear(&self) {
        self.let_go();
    }

    #[inline(always)]
    fn wants_finalizer(&self) -> bool {
        self.log_traceback.get()
    }

    fn finalize(&self, this: &Value) {
        crate::interp::finalize::aside(|vm| self.report_unretrieved(vm, this));
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        repr::future(vm, &vm.unwrapped(this), this).map(Some)
    }

    fn attributes(&self, create: bool) -> Option<Ref<Dict>> {
        self.own_attributes(create)
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(super::future_methods::FutureIterator::over(this)))
    }

    fn steps_itself(&self) -> bool {
        true
    }

    fn await_step(&self, vm: &Vm, this: &Value, input: Resume) -> Stepped {
        self.step(vm, this, input)
    }
}
