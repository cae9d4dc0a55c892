//! The module `asyncio`. What programs use all the time is native and built here on the loop's futures; the rest is
//! written in the language (`*.py` beside this file) and read when something in it is first asked for.

pub mod gather;
mod names;
pub mod runner;
pub mod sleep;

use crate::event_loop::awaitable::{ensure_future, is_coroutine, is_future};
use crate::event_loop::task::Task;
use crate::event_loop::{Asyncio, EventLoop, loop_methods, open_tasks};
use crate::interp::{Res, Vm};
use crate::objects::asyncio_functions::is_coroutine_function;
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::value::Value;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let asyncio = Asyncio::of(vm);
    let types = asyncio.types(vm);
    let put = |name: &str, value: Value| module.dict.set_name(&vm.name(name), value);
    for (name, class) in [
        ("Future", &types.future),
        ("Task", &types.task),
        ("Handle", &types.handle),
        ("TimerHandle", &types.timer_handle),
        ("AbstractEventLoop", &types.abstract_event_loop),
        ("BaseEventLoop", &types.base_event_loop),
        ("SelectorEventLoop", &types.selector_event_loop),
        ("EventLoop", &types.selector_event_loop),
        ("CancelledError", &types.cancelled_error),
        ("InvalidStateError", &types.invalid_state_error),
        ("TimeoutError", &vm.types.timeout_error),
    ] {
        put(name, Value::Class(class.clone()));
    }
    for name in ["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"] {
        put(name, Value::Str(vm.name(name)));
    }
    for row in FUNCTIONS {
        put(row.name, Value::Native(Native::function(row, "asyncio")));
    }
    let registered = vm.extension::<Registered>().0.clone();
    put("_registered", Value::List(registered));
    put(
        "__getattr__",
        Value::Native(Native::function(&LATER, "asyncio")),
    );
    put(
        "__dir__",
        Value::Native(Native::function(&DIRECTORY, "asyncio")),
    );
    put("__path__", Value::List(List::new(Vec::new())));
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    sleep::SLEEP,
    gather::GATHER,
    runner::RUN,
    runner::OPEN,
    runner::RUN_IN,
    runner::CLOSE,
    native(
        "create_task",
        "(coro, *, name=None, context=None)",
        "Schedule a coroutine object.",
        |vm, a| {
            let given = |index: usize| {
                a.get(index)
                    .and_then(Value::given)
                    .cloned()
                    .unwrap_or(Value::None)
            };
            let context = loop_methods::own_context_argument(vm, a.get(2))?;
            let event_loop = loop_methods::running_loop(vm)?;
            loop_methods::create_task(vm, &event_loop, given(0), given(1), context)
        },
    ),
    native(
        "ensure_future",
        "(coro_or_future, *, loop=None)",
        "Wrap a coroutine in a task.",
        |vm, a| {
            let event_loop = match a.get(1).and_then(Value::given) {
                None | Some(Value::None) => None,
                Some(value) => Some(loop_methods::like(vm, value)),
            };
            ensure_future(vm, &a[0], event_loop.as_ref())
        },
    ),
    native(
        "get_running_loop",
        "()",
        "The running event loop.",
        |vm, _| Ok(loop_methods::running_loop(vm)?.value()),
    ),
    native(
        "_get_running_loop",
        "()",
        "The running event loop, or None.",
        |vm, _| {
            Ok(Asyncio::of(vm)
                .running
                .get()
                .map_or(Value::None, |event_loop| event_loop.value()))
        },
    ),
    native(
        "get_event_loop",
        "()",
        "The running event loop, or the current one.",
        |vm, _| Ok(loop_methods::get_event_loop(vm)?.value()),
    ),
    native("new_event_loop", "()", "A new event loop.", |vm, _| {
        loop_methods::new_event_loop(vm)
    }),
    native(
        "set_event_loop",
        "(loop)",
        "Make a loop the current one.",
        |vm, a| set_event_loop(vm, &a[0]),
    ),
    native(
        "_new_default_event_loop",
        "()",
        "A new event loop.",
        |vm, _| Ok(loop_methods::made_event_loop(vm)?.value()),
    ),
    native(
        "_take_default_event_loop",
        "()",
        "The loop that was set, and whether one was: a policy keeps it from now on.",
        |vm, _| {
            let asyncio = Asyncio::of(vm);
            let set = asyncio.current_loop.take();
            let set = set.map_or(Value::None, |own| own.value());
            Ok(vm.tuple(vec![set, Value::bool(asyncio.loop_was_set.take())]))
        },
    ),
    native(
        "_set_policy",
        "(policy, /)",
        "Say who knows the loops; None: the default.",
        |vm, a| {
            let policy = match &a[0] {
                Value::None => Value::Undef,
                policy => policy.clone(),
            };
            let asyncio = Asyncio::of(vm);
            asyncio.policy.replace(policy).discard();
            // A policy begins without a loop.
            drop(asyncio.current_loop.take());
            asyncio.loop_was_set.set(false);
            Ok(Value::None)
        },
    ),
    native(
        "current_task",
        "(loop=None)",
        "The task that runs.",
        |vm, a| {
            let event_loop = running_or_given(vm, a.first())?;
            if event_loop.foreign.get() {
                let current = vm
                    .extension::<ForeignTasks>()
                    .0
                    .get(vm, &event_loop.value())?;
                return Ok(current.unwrap_or(Value::None));
            }
            Ok(event_loop
                .current
                .get()
                .given()
                .cloned()
                .unwrap_or(Value::None))
        },
    ),
    native(
        "_task_number",
        "()",
        "The number of the task that runs, for the report of a deadlock; 0 outside of tasks.",
        |vm, _| {
            let running = Asyncio::of(vm).running.get();
            let task = running.and_then(|own| Task::of(vm, &own.current.get()));
            Ok(Value::Int(task.map_or(0, |task| task.serial.get().into())))
        },
    ),
    native(
        "all_tasks",
        "(loop=None)",
        "The tasks that are not done.",
        |vm, a| {
            let event_loop = running_or_given(vm, a.first())?;
            {
                let set = crate::objects::set::Set::new();
                for task in open_tasks(vm, &event_loop) {
                    set.add(vm, &task)?;
                }
                for task in registered_tasks(vm, &event_loop)? {
                    set.add(vm, &task)?;
                }
                Ok(Value::from(set))
            }
        },
    ),
    native(
        "_set_running_loop",
        "(loop, /)",
        "Say which loop runs in this thread.",
        |vm, a| {
            let event_loop = match &a[0] {
                Value::None => None,
                value => Some(loop_methods::like(vm, value)),
            };
            Asyncio::of(vm).running.set(event_loop);
            Ok(Value::None)
        },
    ),
    native(
        "_swap_current_task",
        "(loop, task, /)",
        "Say which task runs; give the one before.",
        |vm, a| {
            let event_loop = loop_methods::like(vm, &a[0]);
            if event_loop.foreign.get() {
                let current = vm.extension::<ForeignTasks>().0.clone();
                let before = current.remove(vm, &a[0])?;
                if !a[1].is_none() {
                    current.set(vm, &a[0], a[1].clone())?;
                }
                return Ok(before.unwrap_or(Value::None));
            }
            let task = match &a[1] {
                Value::None => Value::Undef,
                task => task.clone(),
            };
            let before = event_loop.current.replace(task);
            Ok(before.given().cloned().unwrap_or(Value::None))
        },
    ),
    native(
        "isfuture",
        "(obj, /)",
        "Whether an object is a future.",
        |vm, a| Ok(Value::bool(is_future(vm, &a[0])?)),
    ),
    native(
        "iscoroutine",
        "(obj, /)",
        "Whether an object is a coroutine.",
        |vm, a| Ok(Value::bool(is_coroutine(vm, &a[0]))),
    ),
    native(
        "iscoroutinefunction",
        "(func, /)",
        "Whether calling a function gives a coroutine.",
        |vm, a| Ok(Value::bool(makes_coroutines(vm, &a[0])?)),
    ),
];

const LATER: NativeDef = native(
    "__getattr__",
    "(name, /)",
    "Read what is written in the language.",
    |vm, a| {
        let Some(module) = vm.modules.get_name(&vm.names.asyncio) else {
            return Err(vm.runtime_error("asyncio was removed from sys.modules"));
        };
        let Value::Str(name) = &a[0] else {
            return Err(vm.type_error("attribute name must be string"));
        };
        let name = vm.names.intern_str(name);
        let text = name.lossy();
        if text == "__all__" {
            let all = names::public().map(|each| Value::Str(vm.name(each)));
            let all = vm.tuple(all.collect());
            vm.set_attribute(&module, &name, all.clone())?;
            return Ok(all);
        }
        let Some(written) = names::written_in(&text) else {
            // The reference has all its parts loaded by then.
            let part = format!("asyncio.{text}");
            if crate::stdlib::REGISTRY.iter().any(|each| each.name == part) {
                return vm.import(&part, 0);
            }
            return Err(vm.no_attribute(&module, &name));
        };
        let part = vm.import(written, 0)?;
        let value = vm.get_attribute(&part, &name)?;
        vm.set_attribute(&module, &name, value.clone())?;
        Ok(value)
    },
);

const DIRECTORY: NativeDef = native(
    "__dir__",
    "()",
    "The names, those that were not read yet among them.",
    |vm, _| {
        let module = vm.modules.get_name(&vm.names.asyncio);
        let Some(module) = module.as_ref().and_then(|each| each.downcast::<Module>()) else {
            return Err(vm.runtime_error("asyncio was removed from sys.modules"));
        };
        // What is for the parts alone is not shown.
        let is_shown = |key: &Value| match key {
            Value::Str(name) => {
                let name = name.lossy();
                name.starts_with("__")
                    || !name.starts_with('_')
                    || names::public().any(|each| each == name)
            }
            _ => true,
        };
        let read = module.dict.keys().into_iter().filter(is_shown);
        let later = names::public().map(|each| Value::Str(vm.name(each)));
        let parts = crate::stdlib::REGISTRY
            .iter()
            .filter_map(|each| each.name.strip_prefix("asyncio."))
            .map(|each| Value::Str(vm.name(each)));
        let set = crate::objects::set::Set::new();
        for each in read.chain(later).chain(parts) {
            set.add(vm, &each)?;
        }
        Ok(Value::from(List::new(vm.collect(&Value::from(set))?)))
    },
);

/// The tasks of other makes that were registered for a loop and are not done.
fn registered_tasks(vm: &Vm, event_loop: &Ref<EventLoop>) -> Res<Vec<Value>> {
    let registered = Value::List(vm.extension::<Registered>().0.clone());
    let mut open = Vec::new();
    for task in vm.collect(&registered)? {
        let done = vm.call_method(&task, &vm.name("done"), &[])?;
        let own = match vm.get_attribute_opt(&task, &vm.name("get_loop"))? {
            Some(get) => vm.call_with(&get, &[])?,
            None => vm.get_attribute(&task, &vm.name("_loop"))?,
        };
        if !vm.truth(&done)? && own.is(&event_loop.value()) {
            open.push(task);
        }
    }
    Ok(open)
}

/// The tasks that run in loops of scripts' own making, by loop.
struct ForeignTasks(Ref<Dict>);

impl Default for ForeignTasks {
    fn default() -> ForeignTasks {
        ForeignTasks(Dict::new())
    }
}

/// The tasks of other makes.
struct Registered(Ref<List>);

impl Default for Registered {
    fn default() -> Registered {
        Registered(List::new(Vec::new()))
    }
}

fn running_or_given(vm: &Vm, value: Option<&Value>) -> Res<Ref<EventLoop>> {
    match value.and_then(Value::given) {
        None | Some(Value::None) => loop_methods::running_loop(vm),
        Some(value) => Ok(loop_methods::like(vm, value)),
    }
}

/// `set_event_loop(event_loop)`
pub fn set_event_loop(vm: &Vm, event_loop: &Value) -> Res {
    match Asyncio::of(vm).policy.get() {
        Value::Undef => set_default_event_loop(vm, event_loop),
        policy => {
            let args = std::slice::from_ref(event_loop);
            vm.call_method(&policy, &vm.name("set_event_loop"), args)
        }
    }
}

fn set_default_event_loop(vm: &Vm, event_loop: &Value) -> Res {
    let asyncio = Asyncio::of(vm);
    asyncio.loop_was_set.set(true);
    if event_loop.is_none() {
        asyncio.current_loop.set(None);
        return Ok(Value::None);
    }
    if !vm.is_instance(event_loop, &asyncio.types(vm).abstract_event_loop) {
        let class = vm.class_name(event_loop);
        return Err(vm.type_error(&format!(
            "loop must be an instance of AbstractEventLoop or None, not '{class}'"
        )));
    }
    asyncio
        .current_loop
        .set(Some(loop_methods::like(vm, event_loop)));
    Ok(Value::None)
}

fn makes_coroutines(vm: &Vm, value: &Value) -> Res<bool> {
    use crate::objects::function::CodeKind;
    let function = match value.downcast::<crate::objects::method::BoundMethod>() {
        Some(method) => method.function.clone(),
        None => value.clone(),
    };
    Ok(match &function {
        Value::Function(function) => {
            vm.read_code(&function.code)?;
            function.code.kind() == CodeKind::Coroutine
        }
        Value::Native(native) => is_coroutine_function(native),
        _ if vm.class_of(&function).name() == "partial" => {
            let inner = vm.get_attribute(&function, &vm.name("func"))?;
            vm.nested(|| makes_coroutines(vm, &inner))?
        }
        _ => match vm.get_attribute_opt(&function, &vm.name("_is_coroutine"))? {
            Some(mark) => {
                let part = vm.import("asyncio.coroutines", 0)?;
                mark.is(&vm.get_attribute(&part, &vm.name("_is_coroutine"))?)
            }
            None => false,
        },
    })
}
