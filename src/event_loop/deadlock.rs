//! When nothing can ever run again: no task is ready, no timer is set, nothing outside can wake the program up. That is
//! reported with what each task waits for; then the program is ended as by Ctrl-C, with a status of its own.

use super::future::Future;
use super::task::Task;
use super::{EventLoop, open_tasks, repr};
use crate::interp::{Raised, Res, Vm};
use crate::objects::coroutine::Coroutine;
use crate::objects::counted::Ref;
use crate::objects::method::BoundMethod;
use crate::objects::value::Value;

/// The exit status of a program that has ended so.
pub const STATUS: i64 = 70;

/// What is said of a future that waits for nothing.
pub const NOBODY: &str = "a future that nobody resolves";

/// How often the tasks are cancelled before the program is ended without them.
const PATIENCE: u32 = 3;

/// What a loop does when nothing can ever run again.
pub fn handle(vm: &Vm, event_loop: &Ref<EventLoop>) -> Res<()> {
    vm.extension::<Met>().0.set(true);
    let times = event_loop.deadlocks.get();
    event_loop.deadlocks.set(times + 1);
    if times == 0 {
        let _ = vm.output.flush();
        vm.write_err_aside(&describe(vm, event_loop)?);
    }
    let tasks = open_tasks(vm, event_loop);
    let main = event_loop.main_task.get();
    let waits = Task::of(vm, &main).is_some_and(|task| !task.future.is_done());
    if times >= PATIENCE || tasks.is_empty() {
        return Err(give_up(vm, event_loop));
    }
    let only_main = times == 0 && waits;
    let asked = if only_main { vec![main] } else { tasks };
    let cancelled = asked
        .iter()
        .try_for_each(|task| super::task::cancel_any(vm, task, &Value::None).map(drop));
    match cancelled {
        Ok(()) => Ok(()),
        // Tasks that wait for each other in a circle cannot be cancelled.
        Err(_) => {
            drop(vm.take_raised());
            Err(give_up(vm, event_loop))
        }
    }
}

/// Ends the program without the tasks.
fn give_up(vm: &Vm, event_loop: &Ref<EventLoop>) -> Raised {
    for task in open_tasks(vm, event_loop) {
        if let Some(task) = Task::of(vm, &task) {
            task.future.log_destroyed.set(false);
        }
    }
    vm.raise_with(&vm.types.system_exit, vec![Value::Int(STATUS)])
}

/// Whether it has happened in this interpreter.
#[derive(Default)]
pub struct Met(std::cell::Cell<bool>);

impl Met {
    /// Whether it has happened.
    pub fn has_happened(&self) -> bool {
        self.0.get()
    }
}

fn describe(vm: &Vm, event_loop: &Ref<EventLoop>) -> Res<String> {
    let mut text =
        "Deadlock: no task can ever run again, and nothing outside can wake one.\n".to_owned();
    let tasks: Vec<Ref<Task>> = open_tasks(vm, event_loop)
        .iter()
        .filter_map(|value| Task::of(vm, value))
        .collect();
    let on: Vec<Option<usize>> = tasks
        .iter()
        .map(|task| who_is_waited_for(vm, task, &tasks))
        .collect();
    for (task, on) in tasks.iter().zip(&on) {
        let name = vm.str(&task.name())?;
        let coroutine = repr::coroutine(vm, &task.coroutine().unwrap_or(Value::None))?;
        let waited = waited(vm, task)?;
        text.push_str(&format!("  task {name}: {coroutine}, waits for {waited}"));
        if let (Some(on), true) = (on, primitive(task).is_some()) {
            text.push_str(&format!(", held by task {}", vm.str(&tasks[*on].name())?));
        }
        if let Some(place) = event_loop.shared.places.told(task.created.get()) {
            text.push_str(&format!(", created at {place}"));
        }
        text.push('\n');
    }
    if let Some(cycle) = cycle(&on) {
        let names: Vec<String> = cycle
            .into_iter()
            .map(|index| vm.str(&tasks[index].name()))
            .collect::<Res<_>>()?;
        text.push_str(&format!("  in a circle: {}\n", names.join(" -> ")));
    }
    if super::baton::Threads::of(vm).has_several() {
        text.push_str(&threads_described(vm));
    }
    Ok(text)
}

/// The frames of a task that waits, outermost first.
fn frames(task: &Task) -> Vec<Ref<Coroutine>> {
    let Some(Value::Coroutine(root)) = task.coroutine() else {
        return Vec::new();
    };
    let mut frames = vec![root.clone()];
    frames.extend(root.awaited());
    frames
}

/// The function of the library that a task waits in: the innermost that scripts call by its name, else the outermost.
fn library_call(task: &Task) -> Option<Ref<Coroutine>> {
    let mut frames = frames(task);
    let scripts = frames.iter().rposition(|frame| !frame.code.is_library);
    frames.drain(..scripts.map_or(0, |last| last + 1));
    let is_public = |frame: &&Ref<Coroutine>| !frame.code.name.bytes().starts_with(b"_");
    let found = frames.iter().rev().find(is_public).or(frames.first());
    found.cloned()
}

/// The lock, semaphore or condition of the library that a task wants to have.
fn primitive(task: &Task) -> Option<Value> {
    let call = library_call(task)?;
    if &*call.code.name.lossy() != "acquire" {
        // Who waits for a notification or an item waits for nobody in particular.
        return None;
    }
    let mut first = None;
    call.each_slot(&mut |value| {
        first.get_or_insert_with(|| value.clone());
    });
    first.filter(|value| matches!(value, Value::Instance(_)))
}

/// The task that has taken a lock, if that is known.
fn taker(vm: &Vm, wanted: &Value, tasks: &[Ref<Task>]) -> Option<usize> {
    let number = match vm.get_attribute_opt(wanted, &vm.name("_taker")) {
        Ok(Some(Value::Int(number))) => number,
        Ok(_) => return None,
        Err(_) => {
            drop(vm.take_raised());
            return None;
        }
    };
    let is_it = |task: &Ref<Task>| i64::from(task.serial.get()) == number;
    tasks.iter().position(is_it)
}

/// Which of the tasks another one waits for: the one that it awaits, or the one inside an `async with` over what it wants.
fn who_is_waited_for(vm: &Vm, task: &Ref<Task>, tasks: &[Ref<Task>]) -> Option<usize> {
    let waited = task.waiting_on()?;
    if let Some(other) = Task::of(vm, &waited) {
        return tasks.iter().position(|each| each.same(&other));
    }
    let wanted = primitive(task)?;
    if let Some(taker) = taker(vm, &wanted, tasks) {
        return Some(taker);
    }
    tasks.iter().position(|each| {
        let frames = frames(each);
        // A frame that is still on its way in has kept the method already.
        let entering = frames.iter().filter(|frame| enters(frame, &wanted)).count();
        let kept: usize = frames.iter().map(|frame| exits(frame, &wanted)).sum();
        kept > entering
    })
}

/// Whether a frame is the beginning of an `async with` over `manager`.
fn enters(frame: &Coroutine, manager: &Value) -> bool {
    let mut found = false;
    if &*frame.code.name.lossy() == "__aenter__" {
        frame.each_slot(&mut |value| found |= value.is(manager));
    }
    found
}

/// How often a frame stands inside an `async with` over `manager`: for each it keeps the method that ends it.
fn exits(frame: &Coroutine, manager: &Value) -> usize {
    let mut count = 0;
    frame.each_slot(&mut |value| {
        let method = value.downcast::<BoundMethod>();
        let is_end = method.is_some_and(|method| {
            let is_exit = match &method.function {
                Value::Function(function) => &*function.code.name.lossy() == "__aexit__",
                _ => false,
            };
            is_exit && method.object.is(manager)
        });
        count += usize::from(is_end);
    });
    count
}

/// Who waits for whom in a circle, the first one again at the end.
pub fn cycle(on: &[Option<usize>]) -> Option<Vec<usize>> {
    for start in 0..on.len() {
        let mut path = vec![start];
        let mut next = on[start];
        while let Some(index) = next {
            if index == start {
                path.push(start);
                return Some(path);
            }
            if path.contains(&index) {
                break;
            }
            path.push(index);
            next = on[index];
        }
    }
    None
}

/// What a task waits for, in words.
pub fn waited(vm: &Vm, task: &Task) -> Res<String> {
    let Some(waited) = task.waiting_on() else {
        return Ok("nothing".to_owned());
    };
    if let Some(call) = library_call(task) {
        return Ok(format!("{}()", vm.str(&call.qualname())?));
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
        return Ok(NOBODY.to_owned());
    }
    vm.repr(&waited)
}

/// What a thread raises that waits for another one when no thread can ever run again.
pub fn between_threads(vm: &Vm) -> Res<Raised> {
    if !vm.extension::<Met>().0.replace(true) {
        let _ = vm.output.flush();
        let text = "Deadlock: no thread can ever run again, and nothing outside can wake one.\n";
        vm.write_err_aside(&format!("{text}{}", threads_described(vm)));
    }
    Ok(vm.raise_with(&vm.types.system_exit, vec![Value::Int(STATUS)]))
}

/// A line for each thread.
fn threads_described(vm: &Vm) -> String {
    super::between_threads::described(vm).unwrap_or_else(|_| {
        drop(vm.take_raised());
        String::new()
    })
}
