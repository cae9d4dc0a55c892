//! What can be awaited: futures, coroutines, and other objects with `__await__`; and how each becomes a future.

use super::future::Future;
use super::{EventLoop, loop_methods};
use crate::interp::coroutine::{awaitable, step_object};
use crate::interp::{Res, Resume, Stepped, Vm};
use crate::objects::class::Class;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::function::CodeKind;
use crate::objects::object::Object;
use crate::objects::value::Value;

/// Whether a task can drive `value`: `asyncio.iscoroutine`.
pub fn is_coroutine(vm: &Vm, value: &Value) -> bool {
    match value {
        Value::Coroutine(coroutine) => coroutine.kind() == CodeKind::Coroutine,
        Value::Instance(_) | Value::Object(_) => {
            let class = vm.class_of(value);
            let names = &vm.names;
            class.same(&vm.types.coroutine)
                || [&names.__await__, &names.send, &names.throw, &names.close]
                    .iter()
                    .all(|name| class.lookup(vm, name).is_some())
        }
        _ => false,
    }
}

/// Whether `value` is a future, or an object of a script's class that says so: `asyncio.isfuture`.
pub fn is_future(vm: &Vm, value: &Value) -> Res<bool> {
    if Future::of(&vm.unwrapped(value)).is_some() {
        return Ok(true);
    }
    if !matches!(value, Value::Instance(_)) {
        return Ok(false);
    }
    let blocking = vm.name("_asyncio_future_blocking");
    // The class that it says it has: an imitation can have another one.
    let class = vm.get_attribute(value, &vm.names.__class__)?;
    if vm.get_attribute_opt(&class, &blocking)?.is_none() {
        return Ok(false);
    }
    let marked = vm.get_attribute_opt(value, &blocking)?;
    Ok(marked.is_some_and(|marked| !marked.is_none()))
}

/// `asyncio.ensure_future(value, loop=event_loop)`
pub fn ensure_future(vm: &Vm, value: &Value, event_loop: Option<&Ref<EventLoop>>) -> Res {
    if is_future(vm, value)? {
        if let (Some(event_loop), Some(future)) = (event_loop, Future::of(&vm.unwrapped(value)))
            && !future.belongs_to(event_loop)
        {
            return Err(vm.value_error(
                "The future belongs to a different loop than the one specified as the loop argument",
            ));
        }
        return Ok(value.clone());
    }
    let coroutine = if is_coroutine(vm, value) {
        value.clone()
    } else {
        wrapped(vm, value)?
    };
    let event_loop = match event_loop {
        Some(event_loop) => event_loop.clone(),
        None => loop_methods::get_event_loop(vm)?,
    };
    let made = loop_methods::create_task(vm, &event_loop, coroutine.clone(), Value::None, None);
    if made.is_err() && coroutine.is(value) && vm.raised_is(&vm.types.runtime_error) {
        let exception = vm.take_raised();
        vm.call_method(&coroutine, &vm.names.close, &[])?.discard();
        return Err(vm.rethrow(exception));
    }
    made
}

/// A coroutine that awaits `value`.
pub fn wrapped(vm: &Vm, value: &Value) -> Res {
    let can_be_awaited = vm.class_of(value).lookup(vm, &vm.names.__await__).is_some()
        || value.object().is_some_and(|object| object.steps_itself());
    if !can_be_awaited {
        return Err(vm.type_error("An asyncio.Future, a coroutine or an awaitable is required"));
    }
    Ok(Value::from(Ref::new(Wrapped {
        awaitable: CloneCell::new(value.clone()),
        iterator: CloneCell::new(Value::Undef),
    })))
}

/// A coroutine around an object with `__await__`.
struct Wrapped {
    awaitable: CloneCell<Value>,
    iterator: CloneCell<Value>,
}

impl Object for Wrapped {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.coroutine.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.awaitable.get());
        visit(&self.iterator.get());
    }

    fn clear(&self) {
        let old = (self.awaitable.take(), self.iterator.take());
        drop(old);
    }

    fn repr(&self, _vm: &Vm, this: &Value) -> Res<Option<String>> {
        let address = this.address().unwrap_or(0);
        Ok(Some(format!(
            "<coroutine object _wrap_awaitable at 0x{address:x}>"
        )))
    }

    fn steps_itself(&self) -> bool {
        true
    }

    fn await_step(&self, vm: &Vm, _this: &Value, input: Resume) -> Stepped {
        let inner = self.awaitable.take();
        if inner.is_undef() {
            return step_object(vm, &self.iterator.get(), input);
        }
        if let Resume::Throw(exception) = input {
            return Stepped::Raise(vm.rethrow(exception));
        }
        match awaitable(vm, inner) {
            Ok(iterator) => {
                self.iterator.set(iterator.clone());
                let first = match &iterator {
                    Value::Coroutine(_) => Value::None,
                    _ => Value::Undef,
                };
                step_object(vm, &iterator, Resume::Value(first))
            }
            Err(raised) => Stepped::Raise(raised),
        }
    }
}
