//! What can be asked about the tasks of a conversation.

use super::Session;
use crate::event_loop::task::{Task, cancel_any};
use crate::event_loop::{deadlock, open_tasks, repr};
use crate::objects::value::Value;

impl Session<'_> {
    /// A line for each open task: its name, what it runs and where that stands, what it waits for.
    pub fn tasks(&self) -> Vec<String> {
        let vm = self.vm;
        let lines = open_tasks(vm, &self.event_loop).into_iter().map(|value| {
            let task = Task::of(vm, &value)?;
            let name = vm.str(&task.name()).ok()?;
            let coroutine = repr::coroutine(vm, &task.coroutine().unwrap_or(Value::None)).ok()?;
            let waits = deadlock::waited(vm, &task).ok()?;
            Some(format!("{name}: {coroutine}, waits for {waits}"))
        });
        let lines = lines.flatten().collect();
        // A `repr` of the script's may have raised.
        drop(vm.thread.raised.take());
        lines
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
