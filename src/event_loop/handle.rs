//! Handles: a callback that `call_soon`, `call_later` or `call_at` will run, and that can be cancelled until then.

use super::context::Context;
use super::{Asyncio, EventLoop, repr};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::{NativeDef, native};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::ast::CompareOp;
use std::cell::Cell;

/// A handle; a timer's too.
pub struct Handle {
    callback: CloneCell<Value>,
    arguments: CloneCell<Value>,
    cancelled: Cell<bool>,
    /// The deadline of a timer.
    pub when: Option<i64>,
    /// Whether the timer stands in the heap.
    pub scheduled: Cell<bool>,
    /// The context it runs in; `None` is an empty one.
    pub context: Option<Ref<Context>>,
    event_loop: Ref<EventLoop>,
}

impl Handle {
    /// A handle for `callback(*arguments)`; with a deadline, a timer's.
    pub fn new(
        event_loop: &Ref<EventLoop>,
        callback: Value,
        arguments: Ref<Tuple>,
        context: Option<Ref<Context>>,
        when: Option<i64>,
    ) -> Ref<Handle> {
        Ref::new(Handle {
            callback: CloneCell::new(callback),
            arguments: CloneCell::new(Value::Tuple(arguments)),
            cancelled: Cell::new(false),
            when,
            scheduled: Cell::new(when.is_some()),
            context,
            event_loop: event_loop.clone(),
        })
    }

    /// Whether it was cancelled.
    #[inline]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.get()
    }

    /// Cancels it.
    pub fn cancel(&self) {
        if self.cancelled.replace(true) {
            return;
        }
        if self.scheduled.get() {
            self.event_loop.timers.borrow_mut().note_cancelled();
        }
        let old = (
            self.callback.replace(Value::None),
            self.arguments.replace(Value::None),
        );
        drop(old);
    }

    /// What it calls; `None` once it is cancelled.
    pub fn callback(&self) -> Value {
        self.callback.get()
    }

    /// Calls it.
    pub fn run(&self, vm: &Vm) -> Res {
        let (callback, arguments) = (self.callback.get(), self.arguments.get());
        let Value::Tuple(arguments) = arguments else {
            return Ok(Value::None);
        };
        let shared = self.event_loop.shared.clone();
        let body = || vm.call_with(&callback, arguments.items());
        super::context::run_in(&shared, self.context.clone(), body).0
    }
}

impl Object for Handle {
    fn has_plain_methods(&self) -> bool {
        true
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        let asyncio = Asyncio::of(vm);
        let types = asyncio.types(vm);
        match self.when {
            Some(_) => types.timer_handle.clone(),
            None => types.handle.clone(),
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.callback.get());
        visit(&self.arguments.get());
        if let Some(context) = &self.context {
            visit(&Value::from(context.clone()));
        }
    }

    fn clear(&self) {
        self.callback.set(Value::None);
        self.arguments.set(Value::None);
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let mut parts = vec![vm.class_of(this).name()];
        if self.is_cancelled() {
            parts.push("cancelled".to_owned());
        }
        if let Some(when) = self.when {
            parts.push(format!(
                "when={}",
                crate::text::float::repr(super::clock::to_seconds(when))
            ));
        }
        let callback = self.callback.get();
        if !callback.is_none() {
            parts.push(repr::callback(vm, &callback)?);
        }
        Ok(Some(format!("<{}>", parts.join(" "))))
    }

    fn compare(&self, _vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let (Some(other), Some(when)) = (other.downcast::<Handle>(), self.when) else {
            return Ok(None);
        };
        let Some(other_when) = other.when else {
            return Ok(None);
        };
        let same = other_when == when && other.callback.get().is(&self.callback.get());
        Ok(Some(Value::bool(match op {
            CompareOp::Lt => when < other_when,
            CompareOp::Gt => when > other_when,
            CompareOp::LtE => when <= other_when,
            CompareOp::GtE => when >= other_when,
            CompareOp::Eq => same,
            CompareOp::NotEq => !same,
            _ => return Ok(None),
        })))
    }

    fn hash(&self, _vm: &Vm, this: &Value) -> Res<Option<i64>> {
        Ok(Some(crate::interp::hash::hash_identity(this)))
    }
}

/// The row of `Handle`.
pub const HANDLE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "Handle",
    module: "asyncio.events",
    doc: "A callback that the loop will call.",
    new: Some(native(
        "__new__",
        "(callback, args, loop, context=None)",
        "Make a handle.",
        |vm, a| made(vm, &a[1..], None),
    )),
    methods: METHODS,
    slots: &["__repr__"],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `TimerHandle`.
pub const TIMER_HANDLE: TypeDef = TypeDef {
    name: "TimerHandle",
    module: "asyncio.events",
    doc: "A callback that the loop will call at some time.",
    new: Some(native(
        "__new__",
        "(when, callback, args, loop, context=None)",
        "Make a handle.",
        |vm, a| {
            if a[1].is_none() {
                return Err(vm.raise_with(&vm.types.assertion_error, Vec::new()));
            }
            let when = super::loop_methods::seconds(vm, &a[1])?;
            made(vm, &a[2..], Some(when))
        },
    )),
    methods: &[native(
        "when",
        "()",
        "The time of the call, by the loop's clock.",
        when,
    )],
    slots: &[
        "__repr__", "__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__hash__",
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native("cancel", "()", "Take the call back.", |vm, a| {
        of(vm, &a[0])?.cancel();
        Ok(Value::None)
    }),
    native(
        "cancelled",
        "()",
        "Whether the call was taken back.",
        |vm, a| Ok(Value::bool(of(vm, &a[0])?.is_cancelled())),
    ),
    native(
        "get_context",
        "()",
        "The context that the call runs in.",
        |vm, a| {
            let handle = of(vm, &a[0])?;
            let context = handle.context.clone();
            Ok(Value::from(
                context.unwrap_or_else(|| Ref::new(Context::default())),
            ))
        },
    ),
    native("_run", "()", "Make the call now.", |vm, a| {
        let handle = of(vm, &a[0])?;
        handle.event_loop.run_handle(vm, &handle)?;
        Ok(Value::None)
    }),
];

/// A handle from the arguments `callback, args, loop, context=None`.
fn made(vm: &Vm, a: &[Value], when: Option<i64>) -> Res {
    let arguments = Tuple::new(vm.collect(&a[1])?);
    let event_loop = super::loop_methods::of(vm, &a[2])?;
    let context = super::loop_methods::context_argument(vm, a.get(3))?;
    let handle = Handle::new(&event_loop, a[0].clone(), arguments, context, when);
    handle.scheduled.set(false);
    Ok(Value::from(handle))
}

fn when(vm: &Vm, a: &[Value]) -> Res {
    let when = of(vm, &a[0])?.when.unwrap_or(0);
    Ok(Value::float(super::clock::to_seconds(when)))
}

/// The handle behind a value.
pub fn of(vm: &Vm, value: &Value) -> Res<Ref<Handle>> {
    match vm.unwrapped(value).downcast::<Handle>() {
        Some(handle) => Ok(handle.clone()),
        None => Err(vm.descriptor_error("Handle", value)),
    }
}
