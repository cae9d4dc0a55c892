//! What `anext(iterator, default)` gives: an awaitable that turns the end of the iteration into the default.

use super::class::{Class, TypeDef};
use super::counted::{CloneCell, Ref};
use super::native::{NativeDef, native};
use super::object::Object;
use super::value::Value;
use crate::interp::coroutine::{awaitable, step_object};
use crate::interp::{Res, Resume, Stepped, Vm};

/// The row of `anext_awaitable`.
pub const TYPE: TypeDef = TypeDef {
    name: "anext_awaitable",
    methods: METHODS,
    slots: &["__await__", "__iter__", "__next__"],
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "send",
        "(arg, /)",
        "Resume the awaitable with a value.",
        |vm, a| of(vm, &a[0])?.resumed(vm, Resume::Value(a[1].clone())),
    ),
    native(
        "throw",
        "(typ, val=None, tb=None, /)",
        "Raise an exception in the awaitable.",
        |vm, a| {
            let exception = vm.exception_from(&a[1])?;
            of(vm, &a[0])?.resumed(vm, Resume::Throw(exception))
        },
    ),
    native("close", "()", "End the awaitable.", |vm, a| {
        let step = of(vm, &a[0])?.step(vm)?;
        vm.call_method(&step, &vm.names.close, &[])
    }),
];

/// The awaitable.
pub struct AnextAwaitable {
    /// What `__anext__` gave.
    next: Value,
    /// The same, ready to be stepped, from the first step on.
    step: CloneCell<Value>,
    default: Value,
}

impl AnextAwaitable {
    /// Awaits `next`, and gives `default` where that raises `StopAsyncIteration`.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(next: Value, default: Value) -> Value {
        Value::from(Ref::new(AnextAwaitable {
            next,
            step: CloneCell::new(Value::Undef),
            default,
        }))
    }

    fn step(&self, vm: &Vm) -> Res {
        if self.step.is_undef() {
            self.step.set(awaitable(vm, self.next.clone())?);
        }
        Ok(self.step.get())
    }

    fn resumed(&self, vm: &Vm, input: Resume) -> Res {
        match self.advance(vm, input) {
            Stepped::Yield(item) | Stepped::Item(item) => Ok(item),
            Stepped::Return(value) => Err(vm.stop_iteration(value)),
            Stepped::Raise(raised) => Err(raised),
        }
    }

    fn advance(&self, vm: &Vm, input: Resume) -> Stepped {
        let step = match self.step(vm) {
            Ok(step) => step,
            Err(raised) => return Stepped::Raise(raised),
        };
        match step_object(vm, &step, input) {
            Stepped::Raise(raised) => match vm.catch(raised, &vm.types.stop_async_iteration) {
                Ok(_) => Stepped::Return(self.default.clone()),
                Err(raised) => Stepped::Raise(raised),
            },
            stepped => stepped,
        }
    }
}

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<AnextAwaitable>> {
    value
        .downcast::<AnextAwaitable>()
        .ok_or_else(|| vm.descriptor_error("anext_awaitable", value))
}

impl Object for AnextAwaitable {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.anext_awaitable.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.next);
        visit(&self.step.get());
        visit(&self.default);
    }

    fn clear(&self) {
        self.step.take().discard();
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        match self.resumed(vm, Resume::Value(Value::None)) {
            Ok(item) => Ok(Some(item)),
            Err(raised) => vm.end_of_iteration(raised),
        }
    }

    fn steps_itself(&self) -> bool {
        true
    }

    fn await_step(&self, vm: &Vm, _this: &Value, input: Resume) -> Stepped {
        self.advance(vm, input)
    }
}
