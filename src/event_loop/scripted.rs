//! Loops that a script has a part in: its class derives from the loop's and has other methods, a method was put onto the
//! object, or an object of the script's own only behaves like a loop. What the kernel does by itself elsewhere goes through
//! those methods here. Plain loops come here for nothing but the check of one flag.

use super::context::{self, Context};
use super::ready::Entry;
use super::task::Task;
use super::task_methods::{TaskStep, WakeUp};
use super::{EventLoop, debug, loop_methods};
use crate::interp::{Args, Res, Vm};
use crate::objects::counted::{ObjectRef, Ref};
use crate::objects::value::Value;

/// How far ahead a wait may look, as the reference has it.
const LONGEST_WAIT: f64 = 24.0 * 3600.0;

impl EventLoop {
    /// The loop that stands for an object that only behaves like one.
    pub fn standing_for(vm: &Vm, object: &Value) -> Ref<EventLoop> {
        let event_loop = EventLoop::new(vm);
        event_loop.outer.set(object.clone());
        event_loop.foreign.set(true);
        event_loop.special.set(true);
        event_loop
    }

    /// What a script has put in the place of the method `name`, bound.
    pub fn overriding(&self, vm: &Vm, name: &str) -> Res<Option<Value>> {
        if !self.special.get() {
            return Ok(None);
        }
        let name = vm.name(name);
        let outer = self.outer.get();
        if outer.is_undef() {
            let attributes = self.attributes.get();
            return Ok(attributes.and_then(|attributes| attributes.get_name(&name)));
        }
        if !self.foreign.get() {
            let own = match &outer {
                Value::Instance(instance) => instance.get(vm, &name),
                _ => None,
            };
            let of_class = vm.class_of(&outer).lookup(vm, &name);
            if own.is_none() && matches!(of_class, Some(Value::Native(_)) | None) {
                return Ok(None);
            }
        }
        vm.get_attribute(&outer, &name).map(Some)
    }

    /// Queues an entry; through `call_soon`, if that is the script's.
    #[inline]
    pub fn schedule(&self, vm: &Vm, entry: Entry) -> Res<()> {
        if self.special.get() {
            return self.schedule_specially(vm, entry);
        }
        self.ready.push(entry);
        Ok(())
    }

    #[cold]
    fn schedule_specially(&self, vm: &Vm, entry: Entry) -> Res<()> {
        if self.debug.get() {
            debug::check_thread(vm, self)?;
        }
        let Some(call_soon) = self.overriding(vm, "call_soon")? else {
            self.ready.push(entry);
            return Ok(());
        };
        let (mut values, context) = match entry {
            Entry::Step(task) => (vec![TaskStep::of(&task, None)], context_of(vm, &task)),
            Entry::Throw(task, exception) => (
                vec![TaskStep::of(&task, Some(exception))],
                context_of(vm, &task),
            ),
            Entry::WakeUp(task) => {
                let waited = Task::of(vm, &task).and_then(|task| task.waiting_on());
                let context = context_of(vm, &task);
                (
                    vec![WakeUp::of(&task), waited.unwrap_or(Value::None)],
                    context,
                )
            }
            Entry::Done(callback, future) => (
                vec![callback, ObjectRef::into_value(future)],
                Ref::new(Context::default()),
            ),
            Entry::DoneIn(done) => (vec![done.callback, done.future], done.context),
            entry @ (Entry::Resolve(_) | Entry::Run(_)) => {
                self.ready.push(entry);
                return Ok(());
            }
        };
        values.push(Value::from(context));
        let args = Args {
            values: &values,
            names: &[vm.name("context")],
        };
        vm.call(&call_soon, args).map(Value::discard)
    }

    /// What time it is for its timers.
    pub fn now(&self, vm: &Vm) -> Res<i64> {
        match self.overriding(vm, "time")? {
            Some(time) => loop_methods::seconds(vm, &vm.call_with(&time, &[])?),
            None => Ok(self.clock.now()),
        }
    }

    /// When the next timer is due, by the clock that the poller waits with.
    pub fn wakes_at(&self, vm: &Vm) -> Res<Option<i64>> {
        let deadline = self.timers.borrow().next_deadline();
        match deadline {
            Some(deadline) if self.special.get() => {
                let left = deadline.saturating_sub(self.now(vm)?).max(0);
                Ok(Some(self.clock.now().saturating_add(left)))
            }
            deadline => Ok(deadline),
        }
    }

    /// Lets the script's selector wait, if the loop has one; `false`: it has none.
    pub fn ask_selector(&self, vm: &Vm, waits: bool) -> Res<bool> {
        if self.foreign.get() {
            return Ok(false);
        }
        let Some(selector) = self.overriding(vm, "_selector")? else {
            return Ok(false);
        };
        let deadline = self.timers.borrow().next_deadline();
        let timeout = match deadline {
            _ if !waits => Value::Int(0),
            None => Value::None,
            Some(deadline) => {
                let left = super::clock::to_seconds(deadline.saturating_sub(self.now(vm)?));
                Value::float(left.clamp(0.0, LONGEST_WAIT))
            }
        };
        let events = vm.call_method(&selector, &vm.name("select"), &[timeout])?;
        if let Some(process) = self.overriding(vm, "_process_events")? {
            vm.call_with(&process, &[events])?.discard();
        }
        vm.poll()?;
        Ok(true)
    }
}

fn context_of(vm: &Vm, task: &Value) -> Ref<Context> {
    match Task::of(vm, task) {
        Some(task) => context::materialized(&task.context),
        None => Ref::new(Context::default()),
    }
}
