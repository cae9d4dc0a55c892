//! Handles: a callback that `call_soon`, `call_later` or `call_at` will run, and that can be cancelled until then.

use super::context::Context;
use super::{Asyncio, EventLoop, repr};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::{GetterDef, NativeDef, getter, native};
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
    pub context: super::context::Held,
    event_loop: Ref<EventLoop>,
    noted: Cell<Option<Box<Noted>>>,
}

/// What few handles keep.
#[derive(Default)]
struct Noted {
    /// The deadline that the script gave, where that is no whole number of nanoseconds.
    when: Value,
    /// Where it was made.
    origin: Value,
    /// How it showed itself when it was cancelled.
    shown: Option<String>,
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
            context: super::context::Held::new(context),
            event_loop: event_loop.clone(),
            noted: Cell::new(None),
        })
    }

    fn look<T>(&self, body: impl FnOnce(&mut Noted) -> T) -> Option<T> {
        let mut noted = self.noted.take()?;
        let result = body(&mut noted);
        self.noted.set(Some(noted));
        Some(result)
    }

    /// Whether its loop is in debug mode.
    fn is_debugged(&self, vm: &Vm) -> Res<bool> {
        if !self.event_loop.special.get() {
            return Ok(false);
        }
        match self.event_loop.overriding(vm, "get_debug")? {
            Some(get_debug) => {
                let debug = vm.call_with(&get_debug, &[])?;
                vm.truth(&debug)
            }
            None => Ok(self.event_loop.debug.get()),
        }
    }

    /// Notes where it was made, if its loop is in debug mode.
    pub fn note_origin(&self, vm: &Vm) -> Res<()> {
        if self.is_debugged(vm)? {
            let origin = super::debug::origin(vm);
            let mut noted = self.noted.take().unwrap_or_default();
            noted.origin = origin;
            self.noted.set(Some(noted));
        }
        Ok(())
    }

    /// Where it was made; `None` outside of debug mode.
    pub fn origin(&self) -> Option<Value> {
        self.look(|noted| noted.origin.given().cloned()).flatten()
    }

    /// Notes the deadline as the script has given it.
    pub fn note_when(&self, given: &Value) {
        let exact = self.when.map_or(0.0, super::clock::to_seconds);
        if !matches!(given, Value::Float(number) if number.get() == exact) {
            let mut noted = self.noted.take().unwrap_or_default();
            noted.when = given.clone();
            self.noted.set(Some(noted));
        }
    }

    /// The deadline as scripts see it.
    fn deadline(&self) -> Value {
        let given = self.look(|noted| noted.when.given().cloned()).flatten();
        given.unwrap_or_else(|| Value::float(self.when.map_or(0.0, super::clock::to_seconds)))
    }

    /// What it calls, for messages; in debug mode with the arguments.
    pub fn shown_callback(&self, vm: &Vm) -> Res<String> {
        let callback = self.callback.get();
        if !self.is_debugged(vm)? {
            return repr::callback(vm, &callback);
        }
        let part = vm.import("asyncio.format_helpers", 0)?;
        let show = vm.get_attribute(&part, &vm.name("_format_callback_source"))?;
        let values = [callback, self.arguments.get(), Value::bool(true)];
        let args = crate::interp::Args {
            values: &values,
            names: &[vm.name("debug")],
        };
        let shown = vm.call(&show, args)?;
        vm.str(&shown)
    }

    /// Cancels it as scripts do: in debug mode it remembers how it showed itself, and a loop of a script's is told.
    fn cancel_by_script(&self, vm: &Vm, this: &Value) -> Res<()> {
        if self.is_cancelled() {
            return Ok(());
        }
        if self.event_loop.special.get() {
            if self.when.is_some()
                && let Some(told) = self.event_loop.overriding(vm, "_timer_handle_cancelled")?
            {
                vm.call_with(&told, std::slice::from_ref(this))?.discard();
            }
            if self.is_debugged(vm)? {
                self.cancelled.set(true);
                let shown = vm.repr(this);
                self.cancelled.set(false);
                let mut noted = self.noted.take().unwrap_or_default();
                noted.shown = Some(shown?);
                self.noted.set(Some(noted));
            }
        }
        self.cancel();
        Ok(())
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
        let (result, after) = super::context::run_in(&shared, self.context.get(), body);
        self.context.set(after);
        result
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
        self.look(|noted| {
            visit(&noted.origin);
            visit(&noted.when);
        });
        if let Some(context) = self.context.get() {
            visit(&Value::from(context));
        }
    }

    fn clear(&self) {
        self.callback.set(Value::None);
        self.arguments.set(Value::None);
        drop(self.noted.take());
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        if let Some(shown) = self.look(|noted| noted.shown.clone()).flatten() {
            return Ok(Some(shown));
        }
        let mut parts = vec![vm.class_of(this).name()];
        if self.is_cancelled() {
            parts.push("cancelled".to_owned());
        }
        if self.when.is_some() {
            parts.push(format!("when={}", vm.str(&self.deadline())?));
        }
        let callback = self.callback.get();
        if !callback.is_none() {
            parts.push(self.shown_callback(vm)?);
        }
        if let Some(origin) = self.origin() {
            parts.extend(super::debug::created_at(vm, &origin)?);
        }
        Ok(Some(format!("<{}>", parts.join(" "))))
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let (Some(other), Some(when)) = (other.downcast::<Handle>(), self.when) else {
            return Ok(None);
        };
        let Some(other_when) = other.when else {
            return Ok(None);
        };
        let same = other_when == when
            && other.is_cancelled() == self.is_cancelled()
            && vm.equal(&self.callback.get(), &other.callback.get())?
            && vm.equal(&self.arguments.get(), &other.arguments.get())?;
        Ok(Some(Value::bool(match op {
            CompareOp::Lt => when < other_when,
            CompareOp::Gt => when > other_when,
            CompareOp::LtE => when < other_when || same,
            CompareOp::GtE => when > other_when || same,
            CompareOp::Eq => same,
            CompareOp::NotEq => !same,
            _ => return Ok(None),
        })))
    }

    fn hash(&self, vm: &Vm, this: &Value) -> Res<Option<i64>> {
        Ok(Some(match self.when {
            Some(_) => vm.hash(&self.deadline())?,
            None => crate::interp::hash::hash_identity(this),
        }))
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
    getters: GETTERS,
    slots: &["__repr__"],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `TimerHandle`.
pub const TIMER_HANDLE: TypeDef = TypeDef {
    weakly_referable: true,
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
            let handle = made(vm, &a[2..], Some(when))?;
            of(vm, &handle)?.note_when(&a[1]);
            Ok(handle)
        },
    )),
    getters: &[
        getter("_when", "The time of the call.", |vm, h| {
            when(vm, std::slice::from_ref(h))
        }),
        GetterDef {
            name: "_scheduled",
            doc: "Whether it stands among the loop's timers.",
            get: |vm, h| Ok(Value::bool(of(vm, h)?.scheduled.get())),
            set: Some(|vm, h, value| {
                let scheduled = vm.truth(value.unwrap_or(&Value::None))?;
                of(vm, h)?.scheduled.set(scheduled);
                Ok(())
            }),
        },
    ],
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
        of(vm, &a[0])?.cancel_by_script(vm, &a[0])?;
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
            Ok(Value::from(super::context::materialized(&handle.context)))
        },
    ),
    native("_run", "()", "Make the call now.", |vm, a| {
        let handle = of(vm, &a[0])?;
        handle.event_loop.run_handle(vm, &handle)?;
        Ok(Value::None)
    }),
];

const GETTERS: &[GetterDef] = &[
    getter("_callback", "What it calls.", |vm, h| {
        Ok(of(vm, h)?.callback())
    }),
    getter("_args", "With what.", |vm, h| {
        Ok(of(vm, h)?.arguments.get())
    }),
    getter("_cancelled", "Whether it was cancelled.", |vm, h| {
        Ok(Value::bool(of(vm, h)?.is_cancelled()))
    }),
    getter("_loop", "Its loop.", |vm, h| {
        Ok(of(vm, h)?.event_loop.value())
    }),
    getter(
        "_source_traceback",
        "Where it was made, in debug mode.",
        |vm, h| Ok(of(vm, h)?.origin().unwrap_or(Value::None)),
    ),
];

/// A handle from the arguments `callback, args, loop, context=None`.
fn made(vm: &Vm, a: &[Value], when: Option<i64>) -> Res {
    let arguments = match &a[1] {
        Value::Tuple(arguments) => arguments.clone(),
        other => Tuple::new(vm.collect(other)?),
    };
    let event_loop = super::loop_methods::like(vm, &a[2]);
    let context = super::loop_methods::context_argument(vm, a.get(3))?;
    let handle = Handle::new(&event_loop, a[0].clone(), arguments, context, when);
    handle.scheduled.set(false);
    handle.note_origin(vm)?;
    Ok(Value::from(handle))
}

fn when(vm: &Vm, a: &[Value]) -> Res {
    Ok(of(vm, &a[0])?.deadline())
}

/// The handle behind a value.
pub fn of(vm: &Vm, value: &Value) -> Res<Ref<Handle>> {
    match vm.unwrapped(value).downcast::<Handle>() {
        Some(handle) => Ok(handle.clone()),
        None => Err(vm.descriptor_error("Handle", value)),
    }
}
