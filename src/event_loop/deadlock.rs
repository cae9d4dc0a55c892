//! When nothing can ever run again: no task is ready, no timer is set, nothing outside can wake the program up. That is
//! reported with what each task waits for; then the program is ended as by Ctrl-C, with a status of its own.

use super::future::Future;
use super::task::Task;
use super::{EventLoop, open_tasks, repr};
use crate::interp::{Raised, Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::value::Value;

/// The exit status of a program that has ended so.
pub const STATUS: i64 = 70;

/// How often the tasks are cancelled before the program is ended without them.
const PATIENCE: u32 = 3;

/// What a loop does when nothing can ever run again.
pub fn handle(vm: &Vm, event_loop: &Ref<EventLoop>) -> Res<()> {
    let state = vm.extension::<Met>();
    let times = state.0.get();
    state.0.set(times + 1);
    if times == 0 {
        let _ = vm.output.flush();
        let _ = vm.output.err(describe(vm, event_loop)?.as_bytes());
    }
    let tasks = open_tasks(vm, event_loop);
    let main = event_loop.main_task.get();
    let waits = Task::of(vm, &main).is_some_and(|task| !task.future.is_done());
    if times >= PATIENCE || tasks.is_empty() {
        for task in tasks.iter().filter_map(|task| Task::of(vm, task)) {
            task.future.log_destroyed.set(false);
        }
        return Err(vm.raise_with(&vm.types.system_exit, vec![Value::Int(STATUS)]));
    }
    if times == 0 && waits {
        return super::task::cancel_any(vm, &main, &Value::None).map(drop);
    }
    for task in tasks {
        super::task::cancel_any(vm, &task, &Value::None)?;
    }
    Ok(())
}

/// How often it has happened in this interpreter.
#[derive(Default)]
pub struct Met(std::cell::Cell<u32>);

impl Met {
    /// Whether it has happened.
    pub fn has_happened(&self) -> bool {
        self.0.get() > 0
    }
}

fn describe(vm: &Vm, event_loop: &Ref<EventLoop>) -> Res<String> {
    let mut text =
        "Deadlock: no task can ever run again, and nothing outside can wake one.\n".to_owned();
    for value in open_tasks(vm, event_loop) {
        let Some(task) = Task::of(vm, &value) else {
            continue;
        };
        let name = vm.str(&task.name())?;
        let coroutine = repr::coroutine(vm, &task.coroutine().unwrap_or(Value::None))?;
        text.push_str(&format!(
            "  task {name}: {coroutine}, waits for {}\n",
            waited(vm, &task)?
        ));
    }
    Ok(text)
}

/// What a task waits for, in words.
pub fn waited(vm: &Vm, task: &Task) -> Res<String> {
    let Some(waited) = task.waiting_on() else {
        return Ok("nothing".to_owned());
    };
    if let Some(Value::Coroutine(coroutine)) = task.coroutine()
        && let Some(inner) = coroutine.innermost().filter(|inner| inner.code.is_library)
    {
        return Ok(format!("{}()", vm.str(&inner.qualname())?));
    }
    if let Some(other) = Task::of(vm, &waited) {
        return Ok(format!("task {}", vm.str(&other.name())?));
    }
    if vm.class_of(&waited).name() == "_GatheringFuture" {
        return Ok("the tasks of gather()".to_owned());
    }
    if let Some(future) = Future::of(&vm.unwrapped(&waited)) {
        if future.is_timed() {
            return Ok("a sleep".to_owned());
        }
        return Ok("a future that nobody resolves".to_owned());
    }
    vm.repr(&waited)
}

/// What a thread raises that waits for another one when no thread can ever run again.
pub fn between_threads(vm: &Vm) -> Res<Raised> {
    let state = vm.extension::<Met>();
    let times = state.0.get();
    state.0.set(times + 1);
    if times == 0 {
        let _ = vm.output.flush();
        let text = "Deadlock: no thread can ever run again, and nothing outside can wake one.\n";
        let _ = vm.output.err(text.as_bytes());
        let _ = vm.output.err(threads_described(vm).as_bytes());
    }
    Ok(vm.raise_with(&vm.types.system_exit, vec![Value::Int(STATUS)]))
}

/// A line for each thread.
fn threads_described(vm: &Vm) -> String {
    let Ok(Some(described)) = described_by_threading(vm) else {
        return String::new();
    };
    described
}

fn described_by_threading(vm: &Vm) -> Res<Option<String>> {
    let Some(threading) = vm.modules.get_name(&vm.name("threading")) else {
        return Ok(None);
    };
    let Some(describe) = vm.get_attribute_opt(&threading, &vm.name("_describe_all"))? else {
        return Ok(None);
    };
    let text = vm.call_with(&describe, &[])?;
    vm.str(&text).map(Some)
}
