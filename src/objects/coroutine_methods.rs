//! What scripts see of generators, coroutines and async generators: their methods and attributes. Coroutines made here
//! (`asyncio.sleep`) share those of the language's.

use super::async_generator::{self, AsyncStep};
use super::class::{Class, TypeDef};
use super::coroutine::{Coroutine, Rare, State};
use super::counted::Ref;
use super::exception::Exception;
use super::function::CodeKind;
use super::native::{GetterDef, NativeDef, getter, native};
use super::object::Object;
use super::value::Value;
use crate::interp::coroutine::{close, is_running as runs, step_object};
use crate::interp::{Res, Resume, Stepped, Vm};

/// The row of `generator`.
pub const GENERATOR: TypeDef = TypeDef {
    weakly_referable: true,
    name: "generator",
    methods: &[SEND, THROW, CLOSE],
    getters: &[
        NAME,
        QUALNAME,
        getter("gi_frame", "Its frame, until it ends.", frame),
        getter("gi_running", "Whether it runs.", is_running),
        getter("gi_suspended", "Whether it waits.", is_suspended),
        getter("gi_code", "What it runs.", code),
        getter("gi_yieldfrom", "What it delegates to.", awaited),
    ],
    slots: &["__repr__", "__iter__", "__next__"],
    ..TypeDef::PLAIN
};

/// The row of `coroutine`.
pub const COROUTINE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "coroutine",
    methods: &[
        SEND,
        THROW,
        CLOSE,
        native(
            "__await__",
            "()",
            "An iterator to be used in await expression.",
            |_, a| Ok(Value::from(Ref::new(Wrapper(a[0].clone())))),
        ),
    ],
    getters: &[
        NAME,
        QUALNAME,
        getter("cr_frame", "Its frame, until it ends.", frame),
        getter("cr_running", "Whether it runs.", is_running),
        getter("cr_suspended", "Whether it waits.", is_suspended),
        getter("cr_code", "What it runs.", code),
        getter("cr_await", "What it waits for.", awaited),
        getter(
            "cr_origin",
            "Where it was made, if that is tracked.",
            |_, value| {
                let origin = match value {
                    Value::Coroutine(coroutine) => {
                        coroutine.if_rare(|rare| rare.origin.given().cloned())
                    }
                    _ => None,
                };
                Ok(origin.flatten().unwrap_or(Value::None))
            },
        ),
    ],
    slots: &["__repr__"],
    ..TypeDef::PLAIN
};

/// The row of `async_generator`.
pub const ASYNC_GENERATOR: TypeDef = TypeDef {
    weakly_referable: true,
    name: "async_generator",
    methods: &[
        native("__aiter__", "()", "Return an awaitable.", |_, a| {
            Ok(a[0].clone())
        }),
        native("__anext__", "()", "Run to the next item.", |vm, a| {
            async_generator::send(vm, frame_of(vm, &a[0])?, Value::None)
        }),
        native(
            "asend",
            "(object, /)",
            "Send a value in and run to the next item.",
            |vm, a| async_generator::send(vm, frame_of(vm, &a[0])?, a[1].clone()),
        ),
        native(
            "athrow",
            "(type, value=None, traceback=None, /)",
            "Raise an exception where it stands and run to the next item.",
            |vm, a| {
                let generator = frame_of(vm, &a[0])?;
                warn_of_parts(vm, "athrow", &a[1..])?;
                async_generator::throw(vm, generator, &a[1..])
            },
        ),
        native("aclose", "()", "End it where it stands.", |vm, a| {
            async_generator::close(vm, frame_of(vm, &a[0])?)
        }),
    ],
    class_methods: &[native(
        "__class_getitem__",
        "(object, /)",
        "See PEP 585.",
        |_, a| Ok(a[0].clone()),
    )],
    getters: &[
        NAME,
        QUALNAME,
        getter("ag_frame", "Its frame, until it ends.", frame),
        getter("ag_running", "Whether it runs.", |vm, g| {
            Ok(Value::bool(async_generator::is_busy(frame_of(vm, g)?)))
        }),
        getter("ag_suspended", "Whether it waits.", is_suspended),
        getter("ag_code", "What it runs.", code),
        getter("ag_await", "What it waits for.", awaited),
    ],
    slots: &["__repr__"],
    ..TypeDef::PLAIN
};

/// The row of `coroutine_wrapper`.
pub const COROUTINE_WRAPPER: TypeDef = TypeDef {
    name: "coroutine_wrapper",
    doc: "A wrapper object implementing __await__ for coroutines.",
    methods: &[SEND, THROW, CLOSE],
    slots: &["__iter__", "__next__"],
    ..TypeDef::PLAIN
};

/// The row of `async_generator_asend`.
pub const ASYNC_GENERATOR_ASEND: TypeDef = TypeDef {
    name: "async_generator_asend",
    methods: &[SEND, THROW, CLOSE, AWAIT_SELF],
    slots: &["__iter__", "__next__"],
    ..TypeDef::PLAIN
};

/// The row of `async_generator_athrow`.
pub const ASYNC_GENERATOR_ATHROW: TypeDef = TypeDef {
    name: "async_generator_athrow",
    methods: &[SEND, THROW, CLOSE, AWAIT_SELF],
    slots: &["__iter__", "__next__"],
    ..TypeDef::PLAIN
};

const SEND: NativeDef = native(
    "send",
    "(object, /)",
    "Send a value in; return what it hands up next.",
    |vm, a| stepped(vm, step_object(vm, &a[0], Resume::Value(a[1].clone()))),
);

const THROW: NativeDef = native(
    "throw",
    "(type, value=None, traceback=None, /)",
    "Raise an exception where it stands; return what it hands up next.",
    |vm, a| {
        warn_of_parts(vm, "throw", &a[1..])?;
        let exception = thrown(vm, &a[1..])?;
        stepped(vm, step_object(vm, &a[0], Resume::Throw(exception)))
    },
);

const CLOSE: NativeDef = native("close", "()", "End it where it stands.", |vm, a| {
    close_any(vm, &a[0])
});

const AWAIT_SELF: NativeDef = native("__await__", "()", "Itself.", |_, a| Ok(a[0].clone()));

fn close_any(vm: &Vm, value: &Value) -> Res {
    if let Value::Coroutine(coroutine) = value {
        return close(vm, coroutine);
    }
    if let Some(step) = value.downcast::<AsyncStep>() {
        return step.close(vm);
    }
    if let Some(wrapper) = value.downcast::<Wrapper>() {
        return close_any(vm, &wrapper.0);
    }
    let exit = Exception::new(&vm.types.generator_exit, Vec::new());
    match step_object(vm, value, Resume::Throw(exit)) {
        Stepped::Return(value) => Ok(value),
        Stepped::Yield(_) | Stepped::Item(_) => {
            Err(vm.runtime_error("coroutine ignored GeneratorExit"))
        }
        Stepped::Raise(raised) => vm
            .catch(raised, &vm.types.generator_exit)
            .map(|_| Value::None),
    }
}

fn stepped(vm: &Vm, stepped: Stepped) -> Res {
    match stepped {
        Stepped::Yield(item) | Stepped::Item(item) => Ok(item),
        Stepped::Return(value) => Err(vm.stop_iteration(value)),
        Stepped::Raise(raised) => Err(raised),
    }
}

/// A step as `next` gives it.
pub fn next_of(vm: &Vm, stepped: Stepped) -> Res<Option<Value>> {
    match stepped {
        Stepped::Yield(item) | Stepped::Item(item) => Ok(Some(item)),
        Stepped::Return(Value::None) => Ok(None),
        Stepped::Return(value) => Err(vm.stop_iteration(value)),
        Stepped::Raise(raised) => Err(raised),
    }
}

/// Warns where an exception is given in parts.
pub fn warn_of_parts(vm: &Vm, method: &str, args: &[Value]) -> Res<()> {
    if args.iter().filter(|arg| !arg.is_undef()).count() <= 1 {
        return Ok(());
    }
    let text = format!(
        "the (type, exc, tb) signature of {method}() is deprecated, use the single-arg signature instead."
    );
    vm.warn(&vm.types.deprecation_warning, &text, 1)
}

/// The exception that `throw(type, value, traceback)` or `throw(exception)` means: where making it fails, what that raises.
pub fn thrown(vm: &Vm, args: &[Value]) -> Res<Ref<Exception>> {
    let given = |index: usize| args.get(index).and_then(Value::given);
    if let Some(traceback) = given(2).filter(|traceback| !traceback.is_none())
        && !vm.is_instance(traceback, &vm.types.traceback)
    {
        return Err(vm.type_error("throw() third argument must be a traceback object"));
    }
    let value = given(1).unwrap_or(&Value::None);
    let class = match given(0) {
        Some(Value::Class(class)) if class.is_subclass(&vm.types.base_exception) => class,
        Some(other) => {
            return match Exception::of(&vm.unwrapped(other)) {
                Some(exception) if value.is_none() => Ok(exception.clone()),
                Some(_) => Err(vm.type_error("instance exception may not have a separate value")),
                None => {
                    let class = vm.class_name(other);
                    Err(vm.type_error(&format!(
                        "exceptions must be classes or instances deriving from BaseException, not {class}"
                    )))
                }
            };
        }
        None => return Err(vm.type_error("throw expected at least 1 argument, got 0")),
    };
    if let Some(exception) = Exception::of(value)
        && exception.class_ref().is_subclass(class)
    {
        return Ok(exception.clone());
    }
    let maker = Value::Class(class.clone());
    let made = match value {
        Value::None => vm.call_with(&maker, &[]),
        Value::Tuple(args) => vm.call_with(&maker, args.items()),
        value => vm.call_with(&maker, std::slice::from_ref(value)),
    };
    let raised = match made {
        Ok(made) => match Exception::of(&made) {
            Some(exception) => return Ok(exception.clone()),
            None => vm.type_error(&format!(
                "calling {} should have returned an instance of BaseException, not {}",
                vm.repr(&maker)?,
                vm.class_name(&made)
            )),
        },
        Err(raised) => raised,
    };
    vm.catch(raised, &vm.types.base_exception)
}

fn frame_of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Coroutine>> {
    match value {
        Value::Coroutine(coroutine) => Ok(coroutine),
        other => Err(vm.descriptor_error("coroutine", other)),
    }
}

const NAME: GetterDef = GetterDef {
    name: "__name__",
    doc: "Its name.",
    get: |vm, c| match c {
        Value::Coroutine(coroutine) => Ok(coroutine.name()),
        other => native_name(vm, other),
    },
    set: Some(|vm, c, value| set_text(vm, c, "__name__", value, |rare| &mut rare.name)),
};

const QUALNAME: GetterDef = GetterDef {
    name: "__qualname__",
    doc: "Its dotted name.",
    get: |vm, c| match c {
        Value::Coroutine(coroutine) => Ok(coroutine.qualname()),
        other => native_name(vm, other),
    },
    set: Some(|vm, c, value| set_text(vm, c, "__qualname__", value, |rare| &mut rare.qualname)),
};

/// The name of a coroutine that is made here: it says so in its `repr`.
fn native_name(vm: &Vm, value: &Value) -> Res {
    let shown = vm.repr(value)?;
    let name = shown.split(' ').nth(2).unwrap_or("").to_owned();
    Ok(Value::from(name))
}

fn set_text(
    vm: &Vm,
    object: &Value,
    name: &str,
    value: Option<&Value>,
    place: fn(&mut Rare) -> &mut Value,
) -> Res<()> {
    let Some(text @ Value::Str(_)) = value else {
        return Err(vm.type_error(&format!("{name} must be set to a string object")));
    };
    let coroutine = frame_of(vm, object)?;
    let old = coroutine.with_rare(|rare| std::mem::replace(place(rare), text.clone()));
    old.discard();
    Ok(())
}

fn frame(vm: &Vm, value: &Value) -> Res {
    Ok(match value {
        Value::Coroutine(coroutine) if coroutine.state.get() != State::Finished => {
            let running = crate::interp::coroutine::runs_at(vm, coroutine);
            Value::from(match running {
                Some(standing) => standing.object(vm),
                None => Coroutine::frame_object(coroutine),
            })
        }
        _ => Value::None,
    })
}

fn is_running(_vm: &Vm, value: &Value) -> Res {
    Ok(Value::bool(match value {
        Value::Coroutine(coroutine) => runs(coroutine),
        _ => false,
    }))
}

fn is_suspended(_vm: &Vm, value: &Value) -> Res {
    Ok(Value::bool(match value {
        Value::Coroutine(coroutine) => {
            coroutine.state.get() == State::Suspended && !runs(coroutine)
        }
        _ => false,
    }))
}

fn code(vm: &Vm, value: &Value) -> Res {
    Ok(Value::from(frame_of(vm, value)?.code.clone()))
}

fn awaited(_vm: &Vm, value: &Value) -> Res {
    Ok(match value {
        Value::Coroutine(coroutine) if runs(coroutine) => Value::None,
        Value::Coroutine(coroutine) => match coroutine.awaiting.get() {
            Value::Undef => Value::None,
            awaited => awaited,
        },
        _ => Value::None,
    })
}

/// What `__await__` of a coroutine gives.
pub struct Wrapper(Value);

impl Object for Wrapper {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.coroutine_wrapper.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0);
    }

    /// The coroutine is cleared instead.
    fn clear(&self) {}

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        next_of(vm, step_object(vm, &self.0, Resume::Value(Value::None)))
    }

    fn steps_itself(&self) -> bool {
        true
    }

    fn await_step(&self, vm: &Vm, _this: &Value, input: Resume) -> Stepped {
        step_object(vm, &self.0, input)
    }
}

/// Whether a value is an async generator.
pub fn is_async_generator(value: &Value) -> bool {
    matches!(value, Value::Coroutine(coroutine) if coroutine.kind() == CodeKind::AsyncGenerator)
}
