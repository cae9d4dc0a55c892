//! A task: a coroutine that the loop drives, and a future of its result. One step runs the coroutine until it hands
//! something up; here alone is decided what that means. Methods and attributes are `task_methods.rs`.

use super::awaitable::is_coroutine;
use super::context::{self, Context, Held};
use super::created::Created;
use super::future::Future;
use super::ready::Entry;
use super::{Asyncio, EventLoop, repr};
use crate::interp::coroutine::step_object;
use crate::interp::{Res, Resume, Stepped, Vm};
use crate::objects::class::Class;
use crate::objects::coroutine::Coroutine;
use crate::objects::counted::{CloneCell, ObjectRef, Ref};
use crate::objects::dict::Dict;
use crate::objects::exception::Exception;
use crate::objects::object::Object;
use crate::objects::value::Value;
use std::cell::Cell;

/// A task. Rare things live in the box of its future.
pub struct Task {
    /// Its result.
    pub future: Future,
    /// What it drives. No plain value can be driven or waited for, so half the room of a value does.
    coroutine: CloneCell<Option<ObjectRef>>,
    /// The future that it waits for; none while it runs or stands in the ready queue.
    waiting_on: CloneCell<Option<ObjectRef>>,
    /// The context it runs in.
    pub context: Held,
    /// The number in its name, unless it was given one.
    pub number: Cell<u64>,
    /// The order of its creation.
    pub serial: Cell<u32>,
    /// Where a script created it, as `Shared::places` tells.
    pub created: Cell<Created>,
    /// How many cancellations were asked for, minus those taken back.
    pub cancel_requests: Cell<u16>,
    /// Whether its next step throws `CancelledError` in.
    pub must_cancel: Cell<bool>,
    /// Whether nobody but a finaliser knows it any more.
    pub is_lost: Cell<bool>,
}

impl Task {
    /// A task that still has to be started.
    pub fn unstarted() -> Task {
        Task {
            future: Future::new(None),
            coroutine: CloneCell::new(None),
            waiting_on: CloneCell::new(None),
            context: CloneCell::new(None),
            number: Cell::new(0),
            serial: Cell::new(0),
            created: Cell::default(),
            cancel_requests: Cell::new(0),
            must_cancel: Cell::new(false),
            is_lost: Cell::new(false),
        }
    }

    /// Makes a task that drives `coroutine`, and queues its first step.
    pub fn start(
        vm: &Vm,
        event_loop: &Ref<EventLoop>,
        coroutine: Value,
        name: Value,
        context: Option<Ref<Context>>,
    ) -> Res {
        let task = Ref::new(Task::unstarted());
        let this = Value::from(task.clone());
        task.begin(vm, &this, event_loop, coroutine, name, context, false)?;
        Ok(this)
    }

    /// Fills a task in and queues its first step; `eager`: runs it at once, if the loop runs. Without a context it gets
    /// a copy of the current one.
    #[allow(clippy::too_many_arguments)]
    pub fn begin(
        &self,
        vm: &Vm,
        this: &Value,
        event_loop: &Ref<EventLoop>,
        coroutine: Value,
        name: Value,
        context: Option<Ref<Context>>,
        eager: bool,
    ) -> Res<()> {
        let shared = &event_loop.shared;
        self.future.initialize(event_loop.clone());
        self.future.log_destroyed.set(false);
        if !is_coroutine(vm, &coroutine) {
            return Err(vm.type_error(&format!(
                "a coroutine was expected, got {}",
                vm.repr(&coroutine)?
            )));
        }
        if name.is_none() {
            self.number.set(shared.next_task_number());
        } else {
            self.future.set_given_name(Value::Str(vm.to_str(&name)?));
        }
        event_loop.check_closed(vm)?;
        self.future.note_origin(vm)?;
        self.serial.set(shared.next_serial());
        self.created.set(shared.places.note(vm));
        if let Some(born) = &mut *event_loop.born.borrow_mut() {
            born.insert(self.serial.get(), event_loop.clock.now());
        }
        self.coroutine.set(coroutine.to_object_ref());
        self.context
            .set(context.or_else(|| context::copy_of(&shared.context)));
        self.future.log_destroyed.set(true);
        if eager && event_loop.running.get() {
            self.step(vm, this, event_loop, None)?;
            if self.future.is_done() {
                // Nobody can ask anything of what has ended before anybody knew it.
                self.coroutine.set(None);
            }
            return Ok(());
        }
        event_loop.schedule(vm, Entry::Step(this.clone()))
    }

    /// The task behind a value.
    pub fn of(vm: &Vm, value: &Value) -> Option<Ref<Task>> {
        match value {
            Value::Instance(_) => vm.unwrapped(value).downcast::<Task>().cloned(),
            value => value.downcast::<Task>().cloned(),
        }
    }

    /// What it drives; none before it is started.
    pub fn coroutine(&self) -> Option<Value> {
        self.coroutine.get().map(ObjectRef::into_value)
    }

    /// The future that it waits for; none while it runs or stands in the ready queue.
    pub fn waiting_on(&self) -> Option<Value> {
        self.waiting_on.get().map(ObjectRef::into_value)
    }

    /// Its name.
    pub fn name(&self) -> Value {
        match self.future.given_name() {
            Value::Undef => Value::from(format!("Task-{}", self.number.get())),
            name => name,
        }
    }

    /// Asks it to end: throws `CancelledError` in where it waits. `false`: it is done.
    pub fn cancel(&self, vm: &Vm, message: Value) -> Res<bool> {
        self.future.log_traceback.set(false);
        if self.future.is_done() {
            return Ok(false);
        }
        self.cancel_requests
            .set(self.cancel_requests.get().saturating_add(1));
        if let Some(waited) = self.waiting_on()
            && cancel_any(vm, &waited, &message)?
        {
            return Ok(true);
        }
        self.must_cancel.set(true);
        self.future.set_cancel_message(message);
        Ok(true)
    }

    /// Takes one request back; gives how many remain.
    pub fn uncancel(&self) -> u16 {
        let requests = self.cancel_requests.get();
        if requests == 1 {
            self.must_cancel.set(false);
        }
        self.cancel_requests.set(requests.saturating_sub(1));
        self.cancel_requests.get()
    }

    /// The future that it waits for is done.
    pub fn wake_up(&self, vm: &Vm, this: &Value, event_loop: &EventLoop) -> Res<()> {
        let exception = match self.waiting_on.get() {
            None => None,
            Some(waited) => match Future::behind(&waited) {
                Some(future) => future.exception_to_raise(vm),
                None => failure_of_any(vm, &waited.into_value())?,
            },
        };
        self.step(vm, this, event_loop, exception)
    }

    /// Runs the coroutine until it hands something up or ends; an exception is thrown in.
    pub fn step(
        &self,
        vm: &Vm,
        this: &Value,
        event_loop: &EventLoop,
        mut exception: Option<Ref<Exception>>,
    ) -> Res<()> {
        if self.future.is_done() {
            let thrown = match exception {
                Some(exception) => vm.repr(&Value::from(exception))?,
                None => "None".to_owned(),
            };
            let message = format!("__step(): already done: {}, {thrown}", vm.repr(this)?);
            return Err(self.future.not_yet(vm, &message));
        }
        if self.must_cancel.replace(false) {
            let types = Asyncio::of(vm);
            let cancelled = &types.types(vm).cancelled_error;
            if !exception
                .as_ref()
                .is_some_and(|e| e.class_ref().is_subclass(cancelled))
            {
                exception = Some(self.future.cancelled_error(vm));
            }
        }
        drop(self.waiting_on.take());
        let input = match exception {
            Some(exception) => Resume::Throw(exception),
            None => Resume::Value(Value::None),
        };
        let shared = &event_loop.shared;
        let outer_task = event_loop.current.replace(this.clone());
        let outer_context = shared.context.replace(self.context.get());
        let stepped = match self.coroutine.get() {
            Some(coroutine) => match coroutine.downcast::<Coroutine>() {
                Some(coroutine) => crate::interp::coroutine::drive(vm, coroutine, input),
                None => match coroutine.into_value() {
                    scripted @ Value::Instance(_) => step_scripted(vm, &scripted, input),
                    other => step_object(vm, &other, input),
                },
            },
            None => Stepped::Return(Value::None),
        };
        let result = self.settle(vm, this, event_loop, stepped);
        self.context.set(shared.context.replace(outer_context));
        event_loop.current.set(outer_task);
        result
    }

    /// Acts on what a step gave.
    fn settle(&self, vm: &Vm, this: &Value, event_loop: &EventLoop, stepped: Stepped) -> Res<()> {
        match stepped {
            Stepped::Yield(Value::None) => event_loop.schedule(vm, Entry::Step(this.clone())),
            Stepped::Yield(value) | Stepped::Item(value) => {
                self.await_value(vm, this, event_loop, value)
            }
            Stepped::Return(value) => {
                if self.must_cancel.replace(false) {
                    let message = self.future.cancel_message();
                    self.future.cancel(vm, this, message)?;
                } else {
                    self.future.set_result(vm, this, value)?;
                }
                Ok(())
            }
            Stepped::Raise(raised) => self.fail(vm, this, raised),
        }
    }

    /// The coroutine has ended with the exception on its way.
    fn fail(&self, vm: &Vm, this: &Value, raised: crate::interp::Raised) -> Res<()> {
        let asyncio = Asyncio::of(vm);
        let types = &vm.types;
        if vm.raised_is(&asyncio.types(vm).cancelled_error) {
            let exception = vm.take_raised();
            let message = Value::None;
            self.future.cancel(vm, this, message)?;
            self.future.keep_cancellation(exception);
            return Ok(());
        }
        let ends_program =
            vm.raised_is(&types.keyboard_interrupt) || vm.raised_is(&types.system_exit);
        let exception = vm.take_raised();
        self.future.set_exception(vm, this, exception.clone())?;
        if let Some(failed) = &mut *self.future.event_loop(vm)?.failed.borrow_mut() {
            failed.push(this.clone());
        }
        if ends_program {
            vm.rethrow(exception);
            return Err(raised);
        }
        Ok(())
    }

    /// The coroutine has handed up something other than `None`: a future to wait for, or a mistake.
    #[inline]
    fn await_value(&self, vm: &Vm, this: &Value, event_loop: &EventLoop, value: Value) -> Res<()> {
        let plain = vm.unwrapped(&value);
        let Some(future) = Future::of(&plain).filter(|_| !adds_callbacks_itself(vm, &value)) else {
            return self.await_other(vm, this, event_loop, value);
        };
        if !future.belongs_to(event_loop) {
            let message = format!(
                "Task {} got Future {} attached to a different loop",
                vm.repr(this)?,
                vm.repr(&value)?
            );
            return self.throw_later(vm, this, event_loop, &message);
        }
        if value.is(this) {
            let message = format!("Task cannot await on itself: {}", vm.repr(this)?);
            return self.throw_later(vm, this, event_loop, &message);
        }
        if !future.blocking.replace(false) {
            let message = format!(
                "yield was used instead of yield from in task {} with {}",
                vm.repr(this)?,
                vm.repr(&value)?
            );
            return self.throw_later(vm, this, event_loop, &message);
        }
        if matches!(this, Value::Instance(_)) {
            let wake_up = super::task_methods::WakeUp::of(this);
            future.add_callback(vm, &value, wake_up, self.context.get())?;
        } else {
            future.add_callback(vm, &value, this.clone(), None)?;
        }
        self.waiting_on.set(value.to_object_ref());
        if self.must_cancel.get() {
            let message = self.future.cancel_message();
            if cancel_any(vm, &value, &message)? {
                self.must_cancel.set(false);
            }
        }
        Ok(())
    }

    /// As `await_value`, for what is no future of ours: one that a script made, or a mistake.
    #[cold]
    fn await_other(&self, vm: &Vm, this: &Value, event_loop: &EventLoop, value: Value) -> Res<()> {
        if value.is(this) {
            let message = format!("Task cannot await on itself: {}", vm.repr(this)?);
            return self.throw_later(vm, this, event_loop, &message);
        }
        let blocking = vm.name("_asyncio_future_blocking");
        let marked = vm
            .get_attribute_opt(&value, &blocking)?
            .unwrap_or(Value::None);
        if !marked.is_none() {
            if !vm.truth(&marked)? {
                let message = format!(
                    "yield was used instead of yield from in task {} with {}",
                    vm.repr(this)?,
                    vm.repr(&value)?
                );
                return self.throw_later(vm, this, event_loop, &message);
            }
            if !self.is_of_loop(vm, &value, event_loop)? {
                let message = format!(
                    "Task {} got Future {} attached to a different loop",
                    vm.repr(this)?,
                    vm.repr(&value)?
                );
                return self.throw_later(vm, this, event_loop, &message);
            }
            vm.set_attribute(&value, &blocking, Value::bool(false))?;
            let wake_up = super::task_methods::WakeUp::of(this);
            let context = context::materialized(&self.context);
            let add = vm.get_attribute(&value, &vm.name("add_done_callback"))?;
            let args = crate::interp::Args {
                values: &[wake_up, Value::from(context)],
                names: &[vm.name("context")],
            };
            vm.call(&add, args)?.discard();
            self.waiting_on.set(value.to_object_ref());
            if self.must_cancel.get() {
                let message = self.future.cancel_message();
                if cancel_any(vm, &value, &message)? {
                    self.must_cancel.set(false);
                }
            }
            return Ok(());
        }
        let is_generator = vm.class_of(&value).same(&vm.types.generator);
        let message = if is_generator {
            format!(
                "yield was used instead of yield from for generator in task {} with {}",
                vm.repr(this)?,
                vm.repr(&value)?
            )
        } else {
            format!("Task got bad yield: {}", vm.repr(&value)?)
        };
        self.throw_later(vm, this, event_loop, &message)
    }

    /// Whether a future of any kind belongs to a loop.
    fn is_of_loop(&self, vm: &Vm, future: &Value, event_loop: &EventLoop) -> Res<bool> {
        if let Some(native) = Future::of(&vm.unwrapped(future)) {
            return Ok(native.belongs_to(event_loop));
        }
        let own = match vm.get_attribute_opt(future, &vm.name("get_loop"))? {
            Some(get) => vm.call_with(&get, &[])?,
            None => vm.get_attribute(future, &vm.name("_loop"))?,
        };
        Ok(own.is(&self.future.event_loop(vm)?.value()))
    }

    fn throw_later(&self, vm: &Vm, this: &Value, event_loop: &EventLoop, message: &str) -> Res<()> {
        let exception = Exception::new(&vm.types.runtime_error, vec![Value::str(message)]);
        event_loop.schedule(vm, Entry::Throw(this.clone(), exception))
    }
}

/// Whether the future's class is a script's that has its own `add_done_callback`.
#[inline]
fn adds_callbacks_itself(vm: &Vm, future: &Value) -> bool {
    match future {
        Value::Instance(instance) => {
            let found = instance
                .class_ref()
                .lookup(vm, &vm.name("add_done_callback"));
            !matches!(found, Some(Value::Native(_)))
        }
        _ => false,
    }
}

/// One step of a coroutine that a script's class imitates.
fn step_scripted(vm: &Vm, coroutine: &Value, input: Resume) -> Stepped {
    let result = match input {
        Resume::Value(_) => vm.call_method(coroutine, &vm.names.send, &[Value::None]),
        Resume::Throw(exception) => {
            vm.call_method(coroutine, &vm.names.throw, &[Value::from(exception)])
        }
    };
    match result {
        Ok(value) => Stepped::Yield(value),
        Err(raised) => match vm.catch(raised, &vm.types.stop_iteration) {
            Ok(stop) => Stepped::Return(stop.first_arg().unwrap_or(Value::None)),
            Err(raised) => Stepped::Raise(raised),
        },
    }
}

/// `future.cancel(msg=message)` for a future of any kind.
pub fn cancel_any(vm: &Vm, future: &Value, message: &Value) -> Res<bool> {
    if let Some(task) = future.downcast::<Task>() {
        // Tasks can wait for each other in a circle.
        return vm.nested(|| task.cancel(vm, message.clone()));
    }
    if let Some(plain) = future.downcast::<Future>() {
        return plain.ask_to_cancel(vm, future, message.clone());
    }
    let cancel = vm.get_attribute(future, &vm.name("cancel"))?;
    let args = crate::interp::Args {
        values: std::slice::from_ref(message),
        names: &[vm.name("msg")],
    };
    let cancelled = vm.call(&cancel, args)?;
    vm.truth(&cancelled)
}

/// The exception that `result()` of a future of any kind raises.
fn failure_of_any(vm: &Vm, future: &Value) -> Res<Option<Ref<Exception>>> {
    if let Some(native) = Future::of(&vm.unwrapped(future)) {
        return Ok(native.exception_to_raise(vm));
    }
    if future.is_undef() {
        return Ok(None);
    }
    match vm.call_method(future, &vm.name("result"), &[]) {
        Ok(_) => Ok(None),
        Err(_) => Ok(Some(vm.take_raised())),
    }
}

impl Object for Task {
    fn has_plain_methods(&self) -> bool {
        true
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        Asyncio::of(vm).types(vm).task.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.future.visit(visit);
        for held in [&self.coroutine, &self.waiting_on] {
            if let Some(object) = held.get() {
                visit(&object.into_value());
            }
        }
        if let Some(context) = self.context.get() {
            visit(&Value::from(context));
        }
    }

    fn clear(&self) {
        self.future.let_go();
        let old = (
            self.coroutine.take(),
            self.waiting_on.take(),
            self.context.take(),
        );
        drop(old);
    }

    #[inline(always)]
    fn wants_finalizer(&self) -> bool {
        self.future.log_traceback.get()
            || (self.future.log_destroyed.get() && !self.future.is_done())
    }

    fn finalize(&self, this: &Value) {
        crate::interp::finalize::aside(|vm| {
            self.is_lost.set(true);
            if self.future.log_destroyed.replace(false) && !self.future.is_done() {
                let mut context = vec![
                    (
                        "message",
                        Value::str("Task was destroyed but it is pending!"),
                    ),
                    ("task", this.clone()),
                ];
                let origin = self.future.origin();
                context.extend(origin.map(|origin| ("source_traceback", origin)));
                if let Ok(event_loop) = self.future.event_loop(vm) {
                    event_loop.report_aside(vm, &context);
                }
            }
            self.future.report_unretrieved(vm, this);
        });
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        repr::task(vm, &vm.unwrapped(this), this).map(Some)
    }

    fn attributes(&self, create: bool) -> Option<Ref<Dict>> {
        self.future.own_attributes(create)
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(super::future_methods::FutureIterator::over(this)))
    }

    fn steps_itself(&self) -> bool {
        true
    }

    fn await_step(&self, vm: &Vm, this: &Value, input: Resume) -> Stepped {
        self.future.step(vm, this, input)
    }
}
