//! The event loop: a ready queue, a heap of timers, something to wait with and a clock. One turn waits until something
//! can run, queues the callbacks of due timers, and runs exactly what was ready then, first in first out. All else
//! (locks, queues, gather, groups) is built on futures in `stdlib/asyncio`.

pub mod awaitable;
pub mod baton;
pub mod between_threads;
pub mod clock;
pub mod context;
pub mod context_methods;
pub mod created;
pub mod deadlock;
pub mod debug;
pub mod future;
pub mod future_methods;
pub mod handle;
pub mod loop_attributes;
pub mod loop_methods;
pub mod loop_types;
pub mod poller;
pub mod ready;
pub mod report;
pub mod repr;
pub mod run;
pub mod scripted;
pub mod shutdown;
pub mod task;
pub mod task_methods;
pub mod timers;
pub mod types;
pub mod watch;

use crate::interp::{Res, Vm};
use crate::objects::class::Class;
use crate::objects::coroutine::Coroutine;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::exception::Exception;
use crate::objects::function::CodeKind;
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use clock::Clock;
use handle::Handle;
use ready::{Entry, Ready};
use rustc_hash::FxHashMap;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use task::Task;
use timers::{Target, Timers};
use types::Types;

/// What asyncio keeps in an interpreter.
#[derive(Default)]
pub struct Asyncio {
    types: OnceCell<Types>,
    /// What loops need at every step.
    pub shared: Rc<Shared>,
    /// The loop that runs.
    pub running: CloneCell<Option<Ref<EventLoop>>>,
    /// The loop that `set_event_loop` was given.
    pub current_loop: CloneCell<Option<Ref<EventLoop>>>,
    /// Whether `set_event_loop` was called.
    pub loop_was_set: Cell<bool>,
    /// What `set_event_loop_policy` was given; `Undef` for the default.
    pub policy: CloneCell<Value>,
    /// Whether the running loop only stands by while a text from a prompt is run: then another one may run.
    pub at_prompt: Cell<bool>,
}

/// What all loops of an interpreter share.
#[derive(Default)]
pub struct Shared {
    /// The current context.
    pub context: context::Held,
    /// Where tasks were created.
    pub places: created::Places,
    task_number: Cell<u64>,
    serial: Cell<u32>,
}

impl Asyncio {
    /// That of an interpreter.
    pub fn of(vm: &Vm) -> Rc<Asyncio> {
        vm.extension::<Asyncio>()
    }

    /// Runs `body` with no loop running, if the running one only stands by.
    pub fn apart<T>(&self, body: impl FnOnce() -> T) -> T {
        let outer = self
            .at_prompt
            .replace(false)
            .then(|| self.running.take())
            .flatten();
        let Some(outer) = outer else {
            return body();
        };
        outer.running.set(false);
        let result = body();
        outer.running.set(true);
        self.current_loop.set(Some(outer.clone()));
        self.running.set(Some(outer));
        self.at_prompt.set(true);
        result
    }

    /// The classes, made when first asked for.
    pub fn types(&self, vm: &Vm) -> &Types {
        self.types.get_or_init(|| Types::new(vm))
    }
}

/// What of it belongs to one thread.
#[derive(Default)]
pub struct PerThread {
    running: Option<Ref<EventLoop>>,
    current_loop: Option<Ref<EventLoop>>,
    loop_was_set: bool,
    context: Option<Ref<context::Context>>,
    hooks: Value,
    finalizer: Value,
}

impl PerThread {
    /// Takes it out, for another thread to run.
    pub fn take(vm: &Vm) -> PerThread {
        let asyncio = Asyncio::of(vm);
        let hooks = crate::objects::async_generator::hooks(vm);
        PerThread {
            running: asyncio.running.take(),
            current_loop: asyncio.current_loop.take(),
            loop_was_set: asyncio.loop_was_set.take(),
            context: asyncio.shared.context.take(),
            hooks: hooks.first_iteration.replace(Value::None),
            finalizer: hooks.finalizer.replace(Value::None),
        }
    }

    /// Puts it back.
    pub fn put(self, vm: &Vm) {
        let asyncio = Asyncio::of(vm);
        let hooks = crate::objects::async_generator::hooks(vm);
        let or_none = |value: Value| value.given().cloned().unwrap_or(Value::None);
        asyncio.running.set(self.running);
        asyncio.current_loop.set(self.current_loop);
        asyncio.loop_was_set.set(self.loop_was_set);
        asyncio.shared.context.set(self.context);
        hooks.first_iteration.set(or_none(self.hooks));
        hooks.finalizer.set(or_none(self.finalizer));
    }
}

impl Shared {
    /// The number for the name of the next task.
    pub fn next_task_number(&self) -> u64 {
        self.task_number.set(self.task_number.get() + 1);
        self.task_number.get()
    }

    /// The next number in the order of creation.
    pub fn next_serial(&self) -> u32 {
        self.serial.set(self.serial.get().wrapping_add(1));
        self.serial.get()
    }
}

/// A loop.
pub struct EventLoop {
    /// What the next turn runs.
    pub ready: Ready,
    /// What runs later.
    pub timers: RefCell<Timers>,
    /// What time it is.
    pub clock: Rc<Clock>,
    /// What all loops share.
    pub shared: Rc<Shared>,
    /// The task that runs.
    pub current: CloneCell<Value>,
    /// Whether it runs.
    pub running: Cell<bool>,
    /// Whether it stops at the end of this turn.
    pub stopping: Cell<bool>,
    /// Whether it is closed.
    pub closed: Cell<bool>,
    /// `get_debug()`
    pub debug: Cell<bool>,
    /// Whether an interrupt has been asked for while it ran.
    pub interrupts: Cell<u32>,
    /// The task that an interrupt cancels.
    pub main_task: CloneCell<Value>,
    /// `get_exception_handler()`
    pub exception_handler: CloneCell<Value>,
    /// `get_task_factory()`
    pub task_factory: CloneCell<Value>,
    /// What async generators that begin here call when they are dropped before their end.
    pub finalizer: CloneCell<Value>,
    /// The instance that stands for it, if a script's class derives from the loop's.
    pub outer: CloneCell<Value>,
    /// The descriptors that it watches, once there is one.
    pub watch: OnceCell<watch::Watch>,
    /// The thread that runs it.
    pub thread: Cell<baton::Id>,
    /// Tasks that have failed, if somebody at a prompt is told of them before they are dropped.
    pub failed: RefCell<Option<Vec<Value>>>,
    /// When its tasks were made, by their serial numbers, if somebody at a prompt may ask for their age.
    pub born: RefCell<Option<FxHashMap<u32, i64>>>,
    /// Attributes that a script has set.
    pub attributes: CloneCell<Option<Ref<crate::objects::dict::Dict>>>,
    /// Whether it is in debug mode or a script has a part in it (`scripted.rs`).
    pub special: Cell<bool>,
    /// Whether it only stands for an object of a script's that behaves like a loop.
    pub foreign: Cell<bool>,
    /// Whether it is a `BaseEventLoop` and nothing more.
    pub is_bare: Cell<bool>,
    /// Seconds that a callback may take before debug mode complains.
    pub slow_callback_duration: Cell<f64>,
    /// How often nothing could ever run again.
    pub deadlocks: Cell<u32>,
    /// How many seconds before its deadline a timer may fire.
    pub clock_resolution: Cell<f64>,
    /// What `run_in_executor` uses when it is given none.
    pub default_executor: CloneCell<Value>,
    /// Whether the default executor may not be used any more.
    pub executor_shut_down: Cell<bool>,
    /// Its transports by descriptor, once there is one.
    pub transports: CloneCell<Value>,
    /// The depth of origins to restore when debug mode ends.
    pub outer_origin_depth: Cell<Option<usize>>,
    /// The hooks of async generators to restore when it stops.
    pub outer_hooks: Cell<Option<(Value, Value)>>,
    /// The handle that runs in debug mode.
    pub current_handle: CloneCell<Option<Ref<Handle>>>,
}

impl EventLoop {
    /// A loop that stands still.
    pub fn new(vm: &Vm) -> Ref<EventLoop> {
        let debug = debug::is_default(vm);
        Ref::new(EventLoop {
            ready: Ready::default(),
            timers: RefCell::default(),
            clock: vm.extension::<Clock>(),
            shared: Asyncio::of(vm).shared.clone(),
            current: CloneCell::new(Value::Undef),
            running: Cell::new(false),
            stopping: Cell::new(false),
            closed: Cell::new(false),
            debug: Cell::new(debug),
            interrupts: Cell::new(0),
            main_task: CloneCell::new(Value::Undef),
            exception_handler: CloneCell::new(Value::None),
            task_factory: CloneCell::new(Value::None),
            finalizer: CloneCell::new(Value::Undef),
            outer: CloneCell::new(Value::Undef),
            watch: OnceCell::new(),
            thread: Cell::new(baton::MAIN),
            failed: RefCell::new(None),
            born: RefCell::new(None),
            attributes: CloneCell::new(None),
            special: Cell::new(debug),
            foreign: Cell::new(false),
            is_bare: Cell::new(false),
            slow_callback_duration: Cell::new(0.1),
            deadlocks: Cell::new(0),
            clock_resolution: Cell::new(1e-9),
            default_executor: CloneCell::new(Value::None),
            executor_shut_down: Cell::new(false),
            transports: CloneCell::new(Value::None),
            outer_origin_depth: Cell::new(None),
            outer_hooks: Cell::new(None),
            current_handle: CloneCell::new(None),
        })
    }

    /// Closes it: nothing that it still holds will run.
    pub fn close(&self) {
        self.closed.set(true);
        let timers = self.timers.borrow_mut().take_all();
        let old = (
            self.ready.take_all(),
            timers,
            self.watch.get().map(watch::Watch::take_all),
            self.finalizer.take(),
            self.outer.take(),
            self.default_executor.replace(Value::None),
            self.current_handle.take(),
        );
        drop(old);
    }

    /// Switches the debug mode; while the loop runs, coroutines note their origin from its next turn on.
    pub fn set_debug(&self, vm: &Vm, enabled: bool) -> Res<()> {
        self.debug.set(enabled);
        let has_part = !self.outer.get().is_undef() || self.attributes.get().is_some();
        self.special.set(enabled || has_part);
        if self.running.get() {
            self.track_origins(vm, enabled);
        }
        Ok(())
    }

    /// Lets coroutines note where they are made, or ends that.
    pub fn track_origins(&self, vm: &Vm, enabled: bool) {
        match (enabled, self.outer_origin_depth.get()) {
            (true, None) => {
                let outer = vm.origin_depth.replace(debug::ORIGIN_DEPTH);
                self.outer_origin_depth.set(Some(outer));
            }
            (false, Some(outer)) => {
                vm.origin_depth.set(outer);
                self.outer_origin_depth.set(None);
            }
            _ => {}
        }
    }

    /// Raises, if it is closed.
    pub fn check_closed(&self, vm: &Vm) -> Res<()> {
        if self.closed.get() {
            return Err(vm.runtime_error("Event loop is closed"));
        }
        Ok(())
    }
}

impl Ref<EventLoop> {
    /// The value that scripts know it by.
    pub fn value(&self) -> Value {
        match self.outer.get() {
            Value::Undef => Value::from(self.clone()),
            outer => outer,
        }
    }

    /// One turn.
    pub fn turn(&self, vm: &Vm) -> Res<()> {
        if self.special.get() {
            return self.turn_specially(vm);
        }
        self.clock.new_turn();
        let swept = self.timers.borrow_mut().sweep();
        drop(swept);
        let waits = self.ready.is_empty() && !self.stopping.get();
        match self.watch.get() {
            Some(watch) if !watch.is_empty() => self.wait_for_descriptors(vm, watch, waits)?,
            _ if waits => self.wait(vm)?,
            _ => self.look_around(vm)?,
        }
        self.queue_due();
        for _ in 0..self.ready.len() {
            let Some(entry) = self.ready.pop() else { break };
            self.run_entry(vm, entry)?;
        }
        self.ready.trim();
        Ok(())
    }

    /// A turn in debug mode, or of a loop that a script has a part in.
    #[cold]
    fn turn_specially(&self, vm: &Vm) -> Res<()> {
        self.clock.new_turn();
        let swept = self.timers.borrow_mut().sweep();
        drop(swept);
        let waits = self.ready.is_empty() && !self.stopping.get();
        if !self.ask_selector(vm, waits)? {
            match self.watch.get() {
                Some(watch) if !watch.is_empty() => self.wait_for_descriptors(vm, watch, waits)?,
                _ if waits => self.wait(vm)?,
                _ => self.look_around(vm)?,
            }
        }
        let early = clock::from_seconds(self.clock_resolution.get());
        self.queue_until(self.now(vm)?.saturating_add(early.saturating_sub(1).max(0)));
        for _ in 0..self.ready.len() {
            let Some(entry) = self.ready.pop() else { break };
            if self.debug.get() {
                self.run_entry_watched(vm, entry)?;
            } else {
                self.run_entry(vm, entry)?;
            }
        }
        self.ready.trim();
        Ok(())
    }

    /// Runs an entry and complains if that takes long.
    fn run_entry_watched(&self, vm: &Vm, entry: Entry) -> Res<()> {
        let (task, handle) = match &entry {
            Entry::Step(task) | Entry::WakeUp(task) | Entry::Throw(task, _) => {
                (Some(task.clone()), None)
            }
            Entry::Run(handle) => (None, Some(handle.clone())),
            Entry::Done(callback, future) => {
                let arguments = Tuple::new(vec![future.clone().into_value()]);
                (
                    None,
                    Some(Handle::new(self, callback.clone(), arguments, None, None)),
                )
            }
            Entry::DoneIn(done) => {
                let arguments = Tuple::new(vec![done.future.clone()]);
                (
                    None,
                    Some(Handle::new(
                        self,
                        done.callback.clone(),
                        arguments,
                        None,
                        None,
                    )),
                )
            }
            Entry::Resolve(_) => (None, None),
        };
        self.current_handle.set(handle.clone());
        let before = self.now(vm)?;
        let result = self.run_entry(vm, entry);
        self.current_handle.set(None);
        let seconds = clock::to_seconds(self.now(vm)?.saturating_sub(before));
        let told = debug::note_duration(vm, self, seconds, || match (&task, &handle) {
            (Some(task), _) => vm.repr(task),
            (None, Some(handle)) => debug::shown_handle(vm, handle),
            (None, None) => Ok("a timer".to_owned()),
        });
        result.and(told)
    }

    /// Lets interrupts and other threads come in between two turns.
    #[inline]
    fn look_around(&self, vm: &Vm) -> Res<()> {
        if vm.interrupt.is_wanted() {
            baton::Threads::of(vm).let_others_run(vm);
        }
        vm.poll()
    }

    /// Waits for the next timer, or for another thread.
    fn wait(&self, vm: &Vm) -> Res<()> {
        if let Some(deadline) = self.wakes_at(vm)? {
            return poller::wait(vm, &self.clock, deadline, baton::Kind::Loop).map(drop);
        }
        let woken = baton::Threads::of(vm).wait(vm, None, baton::Kind::Loop);
        vm.poll()?;
        if woken == baton::Woken::Stuck && self.ready.is_empty() {
            deadlock::handle(vm, self)?;
        }
        Ok(())
    }

    /// Queues what is to run for descriptors that are ready; waits for one, or for the next timer, if nothing else is.
    fn wait_for_descriptors(&self, vm: &Vm, watch: &watch::Watch, waits: bool) -> Res<()> {
        let span = if waits {
            self.wakes_at(vm)?.map(|deadline| {
                let left = deadline.saturating_sub(self.clock.now());
                self.clock.pace().in_life(left)
            })
        } else {
            self.look_around(vm)?;
            Some(std::time::Duration::ZERO)
        };
        let ready = match watch.wait(vm, span) {
            Ok(ready) => ready,
            Err(error) => return Err(vm.os_error(&error, None)),
        };
        vm.poll()?;
        for handle in ready {
            self.ready.push(Entry::Run(handle));
        }
        Ok(())
    }

    fn queue_due(&self) {
        if self.timers.borrow().next_deadline().is_none() {
            return;
        }
        self.queue_until(self.clock.now());
    }

    fn queue_until(&self, now: i64) {
        loop {
            let due = self.timers.borrow_mut().pop_due(now);
            match due {
                Some(Target::Resolve(future)) => self.ready.push(Entry::Resolve(future)),
                Some(Target::Run(handle)) => {
                    handle.scheduled.set(false);
                    self.ready.push(Entry::Run(handle));
                }
                None => return,
            }
        }
    }

    fn run_entry(&self, vm: &Vm, entry: Entry) -> Res<()> {
        match entry {
            Entry::Step(this) => {
                let stepped = match this.downcast::<Task>() {
                    Some(task) => task.step(vm, &this, self, None),
                    None => self.step_instance(vm, &this, None),
                };
                self.after_step(vm, &this, stepped)
            }
            Entry::WakeUp(this) => {
                let stepped = match this.downcast::<Task>() {
                    Some(task) => task.wake_up(vm, &this, self),
                    None => Ok(()),
                };
                self.after_step(vm, &this, stepped)
            }
            Entry::Throw(this, exception) => {
                let stepped = match this.downcast::<Task>() {
                    Some(task) => task.step(vm, &this, self, Some(exception)),
                    None => self.step_instance(vm, &this, Some(exception)),
                };
                self.after_step(vm, &this, stepped)
            }
            Entry::Resolve(future) => {
                let this = Value::from(future.clone());
                future.resolve(vm, &this)
            }
            Entry::Run(handle) => self.run_handle(vm, &handle),
            Entry::Done(callback, future) => {
                let future = future.into_value();
                let call = || vm.call_with(&callback, std::slice::from_ref(&future));
                let result = context::run_in(&self.shared, None, call).0;
                self.after_callback(vm, result, || {
                    let arguments = Tuple::new(vec![future.clone()]);
                    Handle::new(self, callback.clone(), arguments, None, None)
                })
            }
            Entry::DoneIn(done) => {
                let context = Some(done.context.clone());
                let arguments = Tuple::new(vec![done.future]);
                let handle = Handle::new(self, done.callback, arguments, context, None);
                self.run_handle(vm, &handle)
            }
        }
    }

    /// What a step itself raises, not the coroutine, is as if a callback had raised it.
    #[inline]
    fn after_step(&self, vm: &Vm, task: &Value, stepped: Res<()>) -> Res<()> {
        match stepped {
            Ok(()) => Ok(()),
            Err(raised) => self.after_callback(vm, Err(raised), || {
                let step = task_methods::TaskStep::of(task, None);
                Handle::new(self, step, Tuple::new(Vec::new()), None, None)
            }),
        }
    }

    #[cold]
    fn step_instance(&self, vm: &Vm, this: &Value, exception: Option<Ref<Exception>>) -> Res<()> {
        match Task::of(vm, this) {
            Some(task) => task.step(vm, this, self, exception),
            None => Ok(()),
        }
    }

    /// Makes the call of a handle; what it raises goes to the exception handler.
    pub fn run_handle(&self, vm: &Vm, handle: &Ref<Handle>) -> Res<()> {
        if handle.is_cancelled() {
            return Ok(());
        }
        let result = handle.run(vm);
        self.after_callback(vm, result, || handle.clone())
    }

    fn after_callback(
        &self,
        vm: &Vm,
        result: Res,
        handle: impl FnOnce() -> Ref<Handle>,
    ) -> Res<()> {
        let raised = match result {
            Ok(value) => {
                value.discard();
                return Ok(());
            }
            Err(raised) => raised,
        };
        let types = &vm.types;
        if vm.raised_is(&types.system_exit) || vm.raised_is(&types.keyboard_interrupt) {
            return Err(raised);
        }
        let exception = vm.take_raised();
        let handle = handle();
        let callback = handle.shown_callback(vm)?;
        let mut context = vec![
            (
                "message",
                Value::from(format!("Exception in callback {callback}")),
            ),
            ("exception", Value::from(exception)),
            ("handle", Value::from(handle.clone())),
        ];
        context.extend(handle.origin().map(|origin| ("source_traceback", origin)));
        self.report(vm, &context)
    }

    /// Queues `callback(*arguments)` for the next turn.
    pub fn call_soon(
        &self,
        callback: Value,
        arguments: Ref<Tuple>,
        context: Option<Ref<context::Context>>,
    ) -> Ref<Handle> {
        let handle = Handle::new(self, callback, arguments, context, None);
        self.ready.push(Entry::Run(handle.clone()));
        handle
    }

    /// Wakes up the thread that runs it, if that is another one.
    pub fn wake(&self, vm: &Vm) {
        if self.thread.get() != vm.thread.id.get() {
            baton::Threads::of(vm).wake(self.thread.get());
        }
    }

    /// Runs `callback(*arguments)` at a time of its clock.
    pub fn call_at(
        &self,
        deadline: i64,
        callback: Value,
        arguments: Ref<Tuple>,
        context: Option<Ref<context::Context>>,
    ) -> Ref<Handle> {
        let handle = Handle::new(self, callback, arguments, context, Some(deadline));
        self.timers
            .borrow_mut()
            .add(deadline, Target::Run(handle.clone()));
        handle
    }
}

/// The async generators that began in this loop and live, those that have ended too: each is asked to close.
pub fn open_async_generators(event_loop: &EventLoop) -> Vec<Ref<Coroutine>> {
    let finalizer = event_loop.finalizer.get();
    if finalizer.is_undef() {
        return Vec::new();
    }
    let begun_here = |value: &Value| match value {
        Value::Coroutine(generator) if generator.kind() == CodeKind::AsyncGenerator => {
            let has_it = generator.if_rare(|rare| rare.finalizer.is(&finalizer));
            has_it.unwrap_or(false)
        }
        _ => false,
    };
    crate::objects::counted::tracked()
        .into_iter()
        .map(crate::objects::counted::ObjectRef::into_value)
        .filter(begun_here)
        .filter_map(|value| match value {
            Value::Coroutine(generator) => Some(generator),
            _ => None,
        })
        .collect()
}

/// The tasks of a loop that are not done, in the order of their creation.
pub fn open_tasks(vm: &Vm, event_loop: &EventLoop) -> Vec<Value> {
    let mut open: Vec<(u32, Value)> = Vec::new();
    for object in crate::objects::counted::tracked() {
        let value = object.into_value();
        let Some(task) = Task::of(vm, &value) else {
            continue;
        };
        if task.future.is_done() || task.is_lost.get() || !task.future.belongs_to(event_loop) {
            continue;
        }
        open.push((task.serial.get(), value));
    }
    // The instance of a script's class stands for the plain task that it wraps.
    open.sort_by_key(|(serial, value)| (*serial, !matches!(value, Value::Instance(_))));
    open.dedup_by_key(|(serial, _)| *serial);
    open.into_iter().map(|(_, task)| task).collect()
}

impl Object for EventLoop {
    fn has_plain_methods(&self) -> bool {
        true
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        let asyncio = Asyncio::of(vm);
        let types = asyncio.types(vm);
        match self.is_bare.get() {
            true => types.base_event_loop.clone(),
            false => types.selector_event_loop.clone(),
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.ready.traverse(visit);
        self.timers.borrow().for_each(&mut |target| match target {
            Target::Resolve(future) => visit(&Value::from(future.clone())),
            Target::Run(handle) => visit(&Value::from(handle.clone())),
        });
        for cell in [
            &self.current,
            &self.main_task,
            &self.exception_handler,
            &self.task_factory,
            &self.finalizer,
            &self.outer,
            &self.default_executor,
            &self.transports,
        ] {
            visit(&cell.get());
        }
        if let Some(attributes) = self.attributes.get() {
            visit(&Value::Dict(attributes));
        }
        if let Some(watch) = self.watch.get() {
            watch.for_each(&mut |handle| visit(&Value::from(handle.clone())));
        }
        if let Some(handle) = self.current_handle.get() {
            visit(&Value::from(handle));
        }
        self.failed.borrow().iter().flatten().for_each(visit);
    }

    fn clear(&self) {
        let timers = self.timers.borrow_mut().take_all();
        let old = (
            self.ready.take_all(),
            timers,
            self.exception_handler.replace(Value::None),
            self.task_factory.replace(Value::None),
            self.finalizer.take(),
            self.outer.take(),
            self.attributes.take(),
            self.failed.take(),
            self.transports.replace(Value::None),
            self.default_executor.replace(Value::None),
            self.current_handle.take(),
        );
        drop(old);
    }

    #[inline(always)]
    fn wants_finalizer(&self) -> bool {
        !self.closed.get() && !self.foreign.get() && self.outer.get().is_undef()
    }

    fn finalize(&self, this: &Value) {
        crate::interp::finalize::aside(|vm| {
            // At the end of a program the reference has nobody left to warn.
            if !vm.is_finalizing() {
                let shown = vm.repr(this).unwrap_or_default();
                vm.warn_unclosed(&format!("unclosed event loop {shown}"), this);
            }
            if !self.running.get() {
                self.close();
            }
        });
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let truth = |flag: &Cell<bool>| if flag.get() { "True" } else { "False" };
        Ok(Some(format!(
            "<{} running={} closed={} debug={}>",
            vm.class_of(this).name(),
            truth(&self.running),
            truth(&self.closed),
            truth(&self.debug)
        )))
    }

    fn attributes(&self, create: bool) -> Option<Ref<crate::objects::dict::Dict>> {
        if create && self.attributes.get().is_none() {
            self.attributes.set(Some(crate::objects::dict::Dict::new()));
            self.special.set(true);
        }
        self.attributes.get()
    }
}
