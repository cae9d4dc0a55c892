//! How futures, tasks, callbacks and coroutines show themselves, as the reference does it: `<Task pending
//! name='Task-1' coro=<main() running at x.py:5> wait_for=<Future pending cb=[Task.task_wakeup()]>>`.

use super::future::{Callback, Future, State};
use super::task::Task;
use super::task_methods::WakeUp;
use crate::interp::coroutine::stands_at;
use crate::interp::{Res, Vm};
use crate::objects::coroutine;
use crate::objects::counted::Ref;
use crate::objects::function::Function;
use crate::objects::value::Value;

/// How deep the short form of a result goes.
const LEVELS: u32 = 6;

/// `repr()` of a future. `shown` is the value that stands for it, `plain` the future itself.
pub fn future(vm: &Vm, shown: &Value, plain: &Value) -> Res<String> {
    once(vm, shown, || {
        let Some(future) = Future::of(plain) else {
            return Ok("...".to_owned());
        };
        future.check_initialized(vm)?;
        let info = future_info(vm, future)?;
        Ok(format!(
            "<{} {}>",
            vm.class_of(shown).name(),
            info.join(" ")
        ))
    })
}

/// `repr()` of a task.
pub fn task(vm: &Vm, shown: &Value, plain: &Value) -> Res<String> {
    once(vm, shown, || {
        let Some(task) = plain.downcast::<Task>() else {
            return Ok("...".to_owned());
        };
        let mut info = future_info(vm, &task.future)?;
        if task.cancel_requests.get() > 0 && !task.future.is_done() {
            info[0] = "cancelling".to_owned();
        }
        let mut middle = vec![format!("name={}", vm.repr(&task.name())?)];
        if let Some(driven) = task.coroutine() {
            middle.push(format!("coro=<{}>", coroutine(vm, &driven)?));
        }
        if let Some(waited) = task.waiting_on() {
            middle.push(format!("wait_for={}", vm.repr(&waited)?));
        }
        info.splice(1..1, middle);
        Ok(format!(
            "<{} {}>",
            vm.class_of(shown).name(),
            info.join(" ")
        ))
    })
}

/// Makes a `repr`, or `...` while it is being made already.
fn once(vm: &Vm, shown: &Value, make: impl FnOnce() -> Res<String>) -> Res<String> {
    let address = shown.address().unwrap_or(0);
    if vm.thread.in_repr.borrow().contains(&address) {
        return Ok("...".to_owned());
    }
    vm.thread.in_repr.borrow_mut().push(address);
    let made = vm.nested(make);
    vm.thread.in_repr.borrow_mut().pop();
    made
}

fn future_info(vm: &Vm, future: &Future) -> Res<Vec<String>> {
    let mut info = vec![state_name(future.state()).to_lowercase()];
    match future.state() {
        State::Failed => info.push(format!("exception={}", vm.repr(&future.outcome())?)),
        State::Finished => info.push(format!("result={}", short(vm, &future.outcome(), LEVELS)?)),
        State::Pending | State::Cancelled => {}
    }
    let callbacks = future.callbacks();
    if let Some(last) = callbacks.last() {
        let first = callback_of(vm, &callbacks[0])?;
        let shown = match callbacks.len() {
            1 => first,
            2 => format!("{first}, {}", callback_of(vm, last)?),
            count => format!("{first}, <{} more>, {}", count - 2, callback_of(vm, last)?),
        };
        info.push(format!("cb=[{shown}]"));
    }
    if let Some(origin) = future.origin() {
        info.extend(super::debug::created_at(vm, &origin)?);
    }
    Ok(info)
}

/// The name of a state as `_state` has it.
pub fn state_name(state: State) -> &'static str {
    match state {
        State::Pending => "PENDING",
        State::Cancelled => "CANCELLED",
        State::Finished | State::Failed => "FINISHED",
    }
}

fn callback_of(vm: &Vm, callback: &Callback) -> Res<String> {
    if callback.function.downcast::<Task>().is_some() {
        return Ok("Task.task_wakeup()".to_owned());
    }
    self::callback(vm, &callback.function)
}

/// A callback: its name, and where it was written.
pub fn callback(vm: &Vm, function: &Value) -> Res<String> {
    if function.downcast::<WakeUp>().is_some() {
        return Ok("Task.task_wakeup()".to_owned());
    }
    if WakeUp::task(function).is_some() {
        return Ok(format!("{}()", vm.repr(function)?));
    }
    if let Some(partial) = partial_function(vm, function)? {
        return callback_named(vm, &partial, "()()", &partial);
    }
    if vm.class_of(function).name() == "partialmethod" {
        let written = vm.get_attribute(function, &vm.name("func"))?;
        return callback_named(vm, function, "()", &written);
    }
    callback_named(vm, function, "()", function)
}

fn callback_named(vm: &Vm, named: &Value, suffix: &str, written: &Value) -> Res<String> {
    let mut name = None;
    for attribute in [&vm.names.__qualname__, &vm.names.__name__] {
        if let Some(found) = vm.get_attribute_opt(named, attribute)?
            && vm.truth(&found)?
        {
            name = Some(vm.str(&found)?);
            break;
        }
    }
    let name = match name {
        Some(name) => name,
        None => vm.repr(named)?,
    };
    Ok(match script_function(vm, written)? {
        Some(function) if !function.code.is_library => {
            let source = &function.code.source;
            let line = source.line_of(function.code.span.start);
            format!("{name}{suffix} at {}:{line}", source.name)
        }
        _ => format!("{name}{suffix}"),
    })
}

fn partial_function(vm: &Vm, value: &Value) -> Res<Option<Value>> {
    if vm.class_of(value).name() == "partial" {
        return vm.get_attribute_opt(value, &vm.name("func"));
    }
    Ok(None)
}

/// The function behind a value that decorators may have wrapped. A bound method is not looked into.
fn script_function(vm: &Vm, value: &Value) -> Res<Option<Ref<Function>>> {
    let mut each = value.clone();
    for _ in 0..vm.recursion_limit() {
        match vm.get_attribute_opt(&each, &vm.names.__wrapped__)? {
            Some(inner) => each = inner,
            None => break,
        }
    }
    Ok(match each {
        Value::Function(function) => Some(function),
        _ => None,
    })
}

/// A coroutine: its name, and where it stands.
pub fn coroutine(vm: &Vm, value: &Value) -> Res<String> {
    let Value::Coroutine(coroutine) = value else {
        let name = match vm.get_attribute_opt(value, &vm.names.__qualname__)? {
            Some(name) => vm.str(&name)?,
            None => format!("<{} without __name__>", vm.class_of(value).name()),
        };
        return Ok(format!("{name}()"));
    };
    let name = vm.str(&coroutine.qualname())?;
    if coroutine.code.is_library {
        return Ok(format!("{name}()"));
    }
    let source = &coroutine.code.source;
    if coroutine.state.get() == coroutine::State::Finished {
        let line = source.line_of(coroutine.code.span.start);
        return Ok(format!("{name}() done, defined at {}:{line}", source.name));
    }
    let line = source.line_of(stands_at(vm, coroutine));
    Ok(format!("{name}() running at {}:{line}", source.name))
}

/// The short form of a value, as the reference's `reprlib` gives it.
pub fn short(vm: &Vm, value: &Value, levels: u32) -> Res<String> {
    match value {
        Value::Str(text) => short_text(vm, &text.lossy()),
        Value::Int(_) | Value::Big(_) => Ok(elided(&vm.repr(value)?, 40)),
        Value::List(list) => {
            let items = list.to_vec();
            sequence(vm, &items, levels, "[", "]", false)
        }
        Value::Tuple(tuple) => sequence(vm, tuple.items(), levels, "(", ")", true),
        Value::Dict(dict) => short_dict(vm, &dict.entries(), levels),
        _ => Ok(elided(&vm.repr(value)?, 30)),
    }
}

fn sequence(
    vm: &Vm,
    items: &[Value],
    levels: u32,
    left: &str,
    right: &str,
    tuple: bool,
) -> Res<String> {
    if levels == 0 && !items.is_empty() {
        return Ok(format!("{left}...{right}"));
    }
    let mut parts = Vec::new();
    for item in items.iter().take(6) {
        parts.push(vm.nested(|| short(vm, item, levels - 1))?);
    }
    if items.len() > 6 {
        parts.push("...".to_owned());
    }
    let comma = if tuple && items.len() == 1 { "," } else { "" };
    Ok(format!("{left}{}{comma}{right}", parts.join(", ")))
}

fn short_dict(vm: &Vm, entries: &[(Value, Value)], levels: u32) -> Res<String> {
    if entries.is_empty() {
        return Ok("{}".to_owned());
    }
    if levels == 0 {
        return Ok("{...}".to_owned());
    }
    let mut sorted = entries.to_vec();
    if sorted.iter().all(|(key, _)| matches!(key, Value::Str(_))) {
        sorted.sort_by(|(a, _), (b, _)| match (a, b) {
            (Value::Str(a), Value::Str(b)) => a.bytes().cmp(b.bytes()),
            _ => std::cmp::Ordering::Equal,
        });
    }
    let mut parts = Vec::new();
    for (key, value) in sorted.iter().take(4) {
        let key = vm.nested(|| short(vm, key, levels - 1))?;
        let value = vm.nested(|| short(vm, value, levels - 1))?;
        parts.push(format!("{key}: {value}"));
    }
    if sorted.len() > 4 {
        parts.push("...".to_owned());
    }
    Ok(format!("{{{}}}", parts.join(", ")))
}

fn short_text(vm: &Vm, text: &str) -> Res<String> {
    let begin: String = text.chars().take(30).collect();
    let whole = vm.repr(&Value::from(begin))?;
    if whole.chars().count() <= 30 {
        return Ok(whole);
    }
    let count = text.chars().count();
    let ends: String = text
        .chars()
        .take(13)
        .chain(text.chars().skip(count - 14))
        .collect();
    let shown: Vec<char> = vm.repr(&Value::from(ends))?.chars().collect();
    let (head, tail) = (&shown[..13], &shown[shown.len() - 14..]);
    let parts = head.iter().chain(&['.', '.', '.']).chain(tail);
    Ok(parts.collect())
}

/// A text of at most `most` characters, with dots in its middle if it was longer.
fn elided(text: &str, most: usize) -> String {
    let count = text.chars().count();
    if count <= most {
        return text.to_owned();
    }
    let head = (most - 3) / 2;
    let tail = most - 3 - head;
    let begin: String = text.chars().take(head).collect();
    let end: String = text.chars().skip(count - tail).collect();
    format!("{begin}...{end}")
}
