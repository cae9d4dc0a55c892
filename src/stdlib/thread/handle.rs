//! Handles of threads: what `Thread.join` waits with.

use super::lock::{Queue, Types, timeout_argument};
use crate::event_loop::between_threads::{Wanted, noted};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::native::{getter, native};
use crate::objects::object::Object;
use crate::objects::value::Value;
use std::cell::Cell;

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    #[default]
    New,
    Running,
    Over,
}

/// A handle of a thread.
#[derive(Default)]
pub struct Handle {
    stage: Cell<Stage>,
    identity: Cell<i64>,
    queue: Queue,
}

impl Handle {
    /// The handle of a thread that runs already.
    pub fn running(identity: i64) -> Ref<Handle> {
        let handle = Handle::default();
        handle.stage.set(Stage::Running);
        handle.identity.set(identity);
        Ref::new(handle)
    }

    /// Its thread starts; `false`: it had one.
    pub fn begin(&self) -> bool {
        self.stage.replace(Stage::Running) == Stage::New
    }

    /// Its thread could not be started.
    pub fn take_back(&self) {
        self.stage.set(Stage::New);
    }

    /// Says what its thread is known by.
    pub fn set_identity(&self, identity: i64) {
        self.identity.set(identity);
    }

    /// Its thread has ended.
    pub fn end(&self, vm: &Vm) {
        self.stage.set(Stage::Over);
        self.queue.wake_all(vm);
    }
}

/// The handle behind a value.
pub fn of(vm: &Vm, value: &Value) -> Res<Ref<Handle>> {
    match value.downcast::<Handle>() {
        Some(handle) => Ok(handle.clone()),
        None => Err(vm.type_error("'handle' must be a _ThreadHandle")),
    }
}

impl Object for Handle {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.extension::<Types>().handle(vm)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, _vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let identity = self.identity.get();
        Ok(Some(format!("<_ThreadHandle object: ident={identity}>")))
    }
}

/// The row of the class.
pub const HANDLE: TypeDef = TypeDef {
    name: "_ThreadHandle",
    module: "_thread",
    doc: "What a thread can be waited for with.",
    new: Some(native("__new__", "()", "Make a handle.", |_, _| {
        Ok(Value::from(Ref::new(Handle::default())))
    })),
    methods: &[
        native("is_done", "()", "Whether the thread has ended.", |vm, a| {
            Ok(Value::bool(of(vm, &a[0])?.stage.get() == Stage::Over))
        }),
        native(
            "_set_done",
            "()",
            "Say that the thread has ended.",
            |vm, a| {
                let handle = of(vm, &a[0])?;
                if handle.stage.get() == Stage::New {
                    return Err(vm.runtime_error("thread not started"));
                }
                handle.end(vm);
                Ok(Value::None)
            },
        ),
        native(
            "join",
            "(timeout=None)",
            "Wait until the thread has ended, or for some seconds.",
            |vm, a| {
                let handle = of(vm, &a[0])?;
                let timeout = match a.get(1).and_then(Value::given) {
                    None | Some(Value::None) => None,
                    Some(timeout) => Some(timeout_argument(vm, timeout)?.unwrap_or(0)),
                };
                if handle.stage.get() == Stage::New {
                    return Err(vm.runtime_error("thread not started"));
                }
                if handle.stage.get() == Stage::Running
                    && handle.identity.get() == super::identity(vm.thread.id.get())
                {
                    return Err(vm.runtime_error("Cannot join current thread"));
                }
                let is_over = || handle.stage.get() == Stage::Over;
                let wait = || handle.queue.wait(vm, timeout, &is_over);
                match timeout {
                    None => noted(vm, Wanted::End(super::number(handle.identity.get())), wait)?,
                    Some(_) => wait()?,
                };
                Ok(Value::None)
            },
        ),
    ],
    getters: &[getter("ident", "What the thread is known by.", |vm, h| {
        Ok(Value::Int(of(vm, h)?.identity.get()))
    })],
    slots: &["__repr__"],
    ..TypeDef::PLAIN
};
