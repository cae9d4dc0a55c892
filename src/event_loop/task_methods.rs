//! What scripts see of a task: methods and attributes, and the callback that goes on with it.

use super::task::Task;
use super::{Asyncio, context, repr};
use crate::interp::{Args, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::native::{GetterDef, NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::value::Value;
use std::cell::Cell;

/// The row of `Task`.
pub const TASK: TypeDef = TypeDef {
    weakly_referable: true,
    name: "Task",
    module: "_asyncio",
    doc: "A coroutine that the loop drives.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a task.",
        |_, _| Ok(Value::from(Ref::new(Task::unstarted()))),
    )),
    init: Some(native(
        "__init__",
        "(coro, *, loop=None, name=None, context=None, eager_start=False)",
        "Drive a coroutine.",
        init,
    )),
    methods: METHODS,
    getters: GETTERS,
    is_base: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native("__repr__", "()", "Return repr(self).", |vm, a| {
        repr::task(vm, &a[0], &vm.unwrapped(&a[0])).map(Value::from)
    }),
    native(
        "cancel",
        "(msg=None)",
        "Throw CancelledError into the task at its next step.",
        |vm, a| {
            let message = a
                .get(1)
                .and_then(Value::given)
                .cloned()
                .unwrap_or(Value::None);
            of(vm, &a[0])?.cancel(vm, message).map(Value::bool)
        },
    ),
    native(
        "cancelling",
        "()",
        "How many cancellations were requested.",
        |vm, a| Ok(Value::Int(i64::from(of(vm, &a[0])?.cancel_requests.get()))),
    ),
    native(
        "uncancel",
        "()",
        "Take back one request to cancel.",
        |vm, a| Ok(Value::Int(i64::from(of(vm, &a[0])?.uncancel()))),
    ),
    native("get_name", "()", "The name of the task.", |vm, a| {
        Ok(of(vm, &a[0])?.name())
    }),
    native("set_name", "(value, /)", "Name the task.", |vm, a| {
        let name = Value::Str(vm.to_str(&a[1])?);
        of(vm, &a[0])?.future.set_given_name(name);
        Ok(Value::None)
    }),
    native("get_coro", "()", "What the task drives.", |vm, a| {
        Ok(of(vm, &a[0])?.coroutine().unwrap_or(Value::None))
    }),
    native(
        "get_context",
        "()",
        "The context that the task runs in.",
        |vm, a| Ok(Value::from(context::materialized(&of(vm, &a[0])?.context))),
    ),
    native(
        "get_stack",
        "(*, limit=None)",
        "Where the task stands.",
        |vm, a| {
            let limit = a.get(1).and_then(Value::given).cloned();
            in_language(
                vm,
                "_task_get_stack",
                &[a[0].clone(), limit.unwrap_or(Value::None)],
            )
        },
    ),
    native(
        "print_stack",
        "(*, limit=None, file=None)",
        "Print where the task stands.",
        |vm, a| {
            let given = |index: usize| {
                let value = a.get(index).and_then(Value::given);
                value.cloned().unwrap_or(Value::None)
            };
            in_language(vm, "_task_print_stack", &[a[0].clone(), given(1), given(2)])
        },
    ),
    native("set_result", "(result, /)", "Not for tasks.", |vm, _| {
        Err(vm.runtime_error("Task does not support set_result operation"))
    }),
    native(
        "set_exception",
        "(exception, /)",
        "Not for tasks.",
        |vm, _| Err(vm.runtime_error("Task does not support set_exception operation")),
    ),
];

const GETTERS: &[GetterDef] = &[
    getter("_coro", "What it drives.", |vm, t| {
        Ok(of(vm, t)?.coroutine().unwrap_or(Value::None))
    }),
    getter("_fut_waiter", "What it waits for.", |vm, t| {
        Ok(of(vm, t)?.waiting_on().unwrap_or(Value::None))
    }),
    getter(
        "_must_cancel",
        "Whether its next step is cancelled.",
        |vm, t| Ok(Value::bool(of(vm, t)?.must_cancel.get())),
    ),
    getter(
        "_num_cancels_requested",
        "How many cancellations were requested.",
        |vm, t| Ok(Value::Int(i64::from(of(vm, t)?.cancel_requests.get()))),
    ),
    GetterDef {
        name: "_log_destroy_pending",
        doc: "Whether it is reported if it is dropped before its end.",
        get: |vm, t| Ok(Value::bool(of(vm, t)?.future.log_destroyed.get())),
        set: Some(|vm, t, value| {
            let log = vm.truth(super::future_methods::set_not_deleted(vm, value)?)?;
            of(vm, t)?.future.log_destroyed.set(log);
            Ok(())
        }),
    },
];

/// The task behind a value.
pub fn of(vm: &Vm, value: &Value) -> Res<Ref<Task>> {
    match Task::of(vm, value) {
        Some(task) => Ok(task),
        None => Err(vm.descriptor_error("_asyncio.Task", value)),
    }
}

/// A call of what is written in the language.
fn in_language(vm: &Vm, name: &str, args: &[Value]) -> Res {
    let part = vm.import("asyncio.base_tasks", 0)?;
    let function = vm.get_attribute(&part, &vm.name(name))?;
    vm.call_with(&function, args)
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let given = |index: usize| {
        a.get(index)
            .and_then(Value::given)
            .cloned()
            .unwrap_or(Value::None)
    };
    let task = of(vm, &a[0])?;
    let event_loop = super::future_methods::loop_argument(vm, a.get(2))?;
    let context = super::loop_methods::own_context_argument(vm, a.get(4))?;
    let eager = vm.truth(&given(5))?;
    task.begin(vm, &a[0], &event_loop, given(1), given(3), context, eager)?;
    Ok(Value::None)
}

/// A callback that goes on with a task whose future is done. Only tasks of scripts' own classes, and futures of scripts'
/// own making, need such an object.
pub struct WakeUp(Value);

impl WakeUp {
    /// The callback for a task.
    pub fn of(task: &Value) -> Value {
        Value::from(Ref::new(WakeUp(task.clone())))
    }

    /// The task that a callback goes on with, if it is one of these.
    pub fn task(callback: &Value) -> Option<Value> {
        match callback.downcast::<WakeUp>() {
            Some(wake_up) => Some(wake_up.0.clone()),
            None => callback
                .downcast::<TaskStep>()
                .map(|step| step.task.clone()),
        }
    }
}

impl Object for WakeUp {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        Asyncio::of(vm).types(vm).wake_up.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0);
    }

    /// The task that it refers to is cleared instead.
    fn clear(&self) {}

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        let task = of(vm, &self.0)?;
        let event_loop = task.future.event_loop(vm)?;
        let failed = match args.values.first() {
            Some(future) => vm.call_method(future, &vm.name("result"), &[]).is_err(),
            None => false,
        };
        let exception: Option<Ref<Exception>> = failed.then(|| vm.take_raised());
        task.step(vm, &self.0, &event_loop, exception)?;
        Ok(Value::None)
    }
}

/// A callback that makes a task's next step, for loops whose `call_soon` is a script's.
pub struct TaskStep {
    task: Value,
    exception: Cell<Option<Ref<Exception>>>,
}

impl TaskStep {
    /// The callback for a task; throws `exception` in.
    pub fn of(task: &Value, exception: Option<Ref<Exception>>) -> Value {
        Value::from(Ref::new(TaskStep {
            task: task.clone(),
            exception: Cell::new(exception),
        }))
    }
}

impl Object for TaskStep {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        Asyncio::of(vm).types(vm).task_step.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.task);
        let exception = self.exception.take();
        if let Some(exception) = &exception {
            visit(&Value::from(exception.clone()));
        }
        self.exception.set(exception);
    }

    fn clear(&self) {
        drop(self.exception.take());
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, _args: Args<'_>) -> Res {
        let task = of(vm, &self.task)?;
        let event_loop = task.future.event_loop(vm)?;
        task.step(vm, &self.task, &event_loop, self.exception.take())?;
        Ok(Value::None)
    }
}

/// The row of the callback that makes a step.
pub const TASK_STEP: TypeDef = TypeDef {
    name: "TaskStepMethWrapper",
    module: "_asyncio",
    getters: &[getter("__self__", "The task.", |_, step| {
        let step = step.downcast::<TaskStep>();
        Ok(step.map_or(Value::None, |step| step.task.clone()))
    })],
    slots: &["__call__"],
    ..TypeDef::PLAIN
};

/// The row of the callback that goes on.
pub const WAKE_UP: TypeDef = TypeDef {
    name: "TaskWakeup",
    module: "_asyncio",
    slots: &["__call__"],
    ..TypeDef::PLAIN
};
