//! What can be asked about the tasks of a conversation.

use super::Session;
use crate::event_loop::clock::to_seconds;
use crate::event_loop::task::{Task, cancel_any};
use crate::event_loop::{deadlock, open_tasks, repr};
use crate::objects::value::Value;
use rustc_hash::{FxHashMap, FxHashSet};

/// What is told about an open task.
pub struct TaskLine {
    /// Its name.
    pub name: String,
    /// For how many seconds there has been a task.
    pub age: f64,
    /// What it waits for.
    pub waits: String,
    /// What it runs, and where that stands.
    pub place: String,
}

/// From how many tasks on it is forgotten when those were made that have ended.
const MANY: usize = 1_000;

impl Session<'_> {
    /// The open tasks, the oldest first.
    pub fn tasks(&self) -> Vec<TaskLine> {
        let vm = self.vm;
        let now = self.event_loop.clock.now();
        let lines = open_tasks(vm, &self.event_loop).into_iter().map(|value| {
            let task = Task::of(vm, &value)?;
            let born = self.event_loop.born.borrow();
            let born = born.as_ref().and_then(|born| born.get(&task.serial.get()));
            let age = to_seconds(now - born.copied().unwrap_or(now));
            let runs = task.coroutine().unwrap_or(Value::None);
            let own = match &runs {
                Value::Coroutine(coroutine) if coroutine.code.is_library => {
                    Some(format!("{}()", vm.str(&coroutine.qualname()).ok()?))
                }
                _ => None,
            };
            let waits = match deadlock::waited(vm, &task).ok()? {
                text if text == deadlock::NOBODY => own.unwrap_or_else(|| "a future".to_owned()),
                text if task.waiting_on().is_none() && text == "nothing" => "its turn".to_owned(),
                text => text,
            };
            Some(TaskLine {
                name: vm.str(&task.name()).ok()?,
                age,
                waits,
                place: repr::coroutine(vm, &runs).ok()?,
            })
        });
        let lines = lines.flatten().collect();
        // A `repr` of the script's may have raised.
        drop(vm.thread.raised.take());
        lines
    }

    /// Forgets when tasks were made that have ended.
    pub(super) fn forget_ended(&self) {
        let is_full = |born: &FxHashMap<u32, i64>| born.len() > MANY;
        if !self.event_loop.born.borrow().as_ref().is_some_and(is_full) {
            return;
        }
        let open = open_tasks(self.vm, &self.event_loop);
        let open = open.iter().filter_map(|task| Task::of(self.vm, task));
        let open: FxHashSet<u32> = open.map(|task| task.serial.get()).collect();
        if let Some(born) = &mut *self.event_loop.born.borrow_mut() {
            born.retain(|serial, _| open.contains(serial));
        }
    }

    /// Cancels the open tasks of that name; how many there were.
    pub fn cancel(&self, name: &str) -> usize {
        let vm = self.vm;
        let named = open_tasks(vm, &self.event_loop)
            .into_iter()
            .filter(|value| {
                let task = Task::of(vm, value);
                task.is_some_and(|task| vm.str(&task.name()).is_ok_and(|each| each == name))
            });
        named
            .filter(|task| match cancel_any(vm, task, &Value::None) {
                Ok(cancelled) => cancelled,
                Err(_) => {
                    drop(vm.take_raised());
                    false
                }
            })
            .count()
    }
}
