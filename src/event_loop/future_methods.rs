//! What scripts see of a future: methods, attributes, and the iterator that `__await__` gives.

use super::future::{Callback, Future, State};
use super::{Asyncio, EventLoop, repr};
use crate::interp::{Res, Resume, Stepped, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::coroutine_methods::{thrown, warn_of_parts};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::exception::Exception;
use crate::objects::generic_alias::CLASS_GETITEM;
use crate::objects::list::List;
use crate::objects::native::{GetterDef, NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;

/// The row of `Future`.
pub const FUTURE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "Future",
    module: "_asyncio",
    doc: "A result that will be there later.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a future.",
        |_, _| Ok(Value::from(Ref::new(Future::new(None)))),
    )),
    init: Some(native(
        "__init__",
        "(*, loop=None)",
        "Initialize a future.",
        init,
    )),
    methods: METHODS,
    class_methods: &[CLASS_GETITEM],
    getters: GETTERS,
    slots: &["__iter__"],
    is_base: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native("__repr__", "()", "Return repr(self).", |vm, a| {
        with_initialized(vm, &a[0], |_| Ok(()))?;
        repr::future(vm, &a[0], &vm.unwrapped(&a[0])).map(Value::from)
    }),
    native(
        "result",
        "()",
        "What the future was given, or what it failed with, raised.",
        |vm, a| with(vm, &a[0], |future| future.result(vm)),
    ),
    native(
        "exception",
        "()",
        "Return the exception that was set.",
        exception,
    ),
    native(
        "set_result",
        "(result, /)",
        "Give the future its result: it is done.",
        |vm, a| {
            with_initialized(vm, &a[0], |future| {
                future.set_result(vm, &a[0], a[1].clone())
            })?;
            Ok(Value::None)
        },
    ),
    native(
        "set_exception",
        "(exception, /)",
        "Let the future fail with an exception: it is done.",
        set_exception,
    ),
    native(
        "cancel",
        "(msg=None)",
        "Give up on the future: whoever waits for it is told so.",
        |vm, a| {
            let message = a
                .get(1)
                .and_then(Value::given)
                .cloned()
                .unwrap_or(Value::None);
            with_initialized(vm, &a[0], |future| future.ask_to_cancel(vm, &a[0], message))
                .map(Value::bool)
        },
    ),
    native(
        "cancelled",
        "()",
        "Whether the future was cancelled.",
        |vm, a| {
            with(vm, &a[0], |future| {
                Ok(Value::bool(future.state() == State::Cancelled))
            })
        },
    ),
    native("done", "()", "Whether the future is done.", |vm, a| {
        with(vm, &a[0], |future| Ok(Value::bool(future.is_done())))
    }),
    native(
        "add_done_callback",
        "(fn, /, *, context=None)",
        "Call a function with the future in the turn after it is done.",
        add_done_callback,
    ),
    native(
        "remove_done_callback",
        "(fn, /)",
        "Remove all instances of a callback; return how many there were.",
        remove_done_callback,
    ),
    native(
        "get_loop",
        "()",
        "The event loop that the future belongs to.",
        |vm, a| with(vm, &a[0], |future| Ok(future.event_loop(vm)?.value())),
    ),
    native(
        "_make_cancelled_error",
        "()",
        "The error that awaiting it raises.",
        |vm, a| {
            with(vm, &a[0], |future| {
                Ok(Value::from(future.cancelled_error(vm)))
            })
        },
    ),
    native(
        "__await__",
        "()",
        "What an await expression steps through.",
        |_, a| Ok(FutureIterator::over(&a[0])),
    ),
];

const GETTERS: &[GetterDef] = &[
    getter("_state", "Where it stands.", |vm, f| {
        with_initialized(vm, f, |future| {
            Ok(Value::str(repr::state_name(future.state())))
        })
    }),
    getter("_loop", "Its loop.", |vm, f| {
        with(vm, f, |future| {
            Ok(match future.is_initialized() {
                true => future.event_loop(vm)?.value(),
                false => Value::None,
            })
        })
    }),
    getter(
        "_callbacks",
        "Those who will be told, with their contexts.",
        callbacks,
    ),
    getter("_result", "Its result.", |vm, f| {
        with_initialized(vm, f, |future| {
            let finished = future.state() == State::Finished;
            Ok(if finished {
                future.outcome()
            } else {
                Value::None
            })
        })
    }),
    getter("_exception", "Its exception.", |vm, f| {
        with_initialized(vm, f, |future| {
            Ok(future.failure().map_or(Value::None, Value::from))
        })
    }),
    GetterDef {
        name: "_cancel_message",
        doc: "The message of its cancellation.",
        get: |vm, f| with(vm, f, |future| Ok(future.cancel_message())),
        set: Some(|vm, f, value| {
            let message = value.cloned().unwrap_or(Value::None);
            with(vm, f, |future| {
                future.set_cancel_message(message);
                Ok(())
            })
        }),
    },
    getter(
        "_source_traceback",
        "Where it was made, in debug mode.",
        |vm, f| with(vm, f, |future| Ok(future.origin().unwrap_or(Value::None))),
    ),
    GetterDef {
        name: "_asyncio_future_blocking",
        doc: "Whether an await has just handed it up.",
        get: |vm, f| with(vm, f, |future| Ok(Value::bool(future.blocking.get()))),
        set: Some(|vm, f, value| {
            let blocking = vm.truth(set_not_deleted(vm, value)?)?;
            with_initialized(vm, f, |future| {
                future.blocking.set(blocking);
                Ok(())
            })
        }),
    },
    GetterDef {
        name: "_log_traceback",
        doc: "Whether its exception is reported if nobody asks for it.",
        get: |vm, f| with_initialized(vm, f, |future| Ok(Value::bool(future.log_traceback.get()))),
        set: Some(|vm, f, value| {
            if vm.truth(set_not_deleted(vm, value)?)? {
                return Err(vm.value_error("_log_traceback can only be set to False"));
            }
            with(vm, f, |future| {
                future.log_traceback.set(false);
                Ok(())
            })
        }),
    },
];

/// The value that an attribute is set to; deleting it is refused.
pub fn set_not_deleted<'a>(vm: &Vm, value: Option<&'a Value>) -> Res<&'a Value> {
    value.ok_or_else(|| vm.attribute_error("cannot delete attribute"))
}

/// Runs `body` with the future behind a value.
pub fn with<T>(vm: &Vm, value: &Value, body: impl FnOnce(&Future) -> Res<T>) -> Res<T> {
    match Future::of(&vm.unwrapped(value)) {
        Some(future) => body(future),
        None => Err(vm.descriptor_error("_asyncio.Future", value)),
    }
}

/// As `with`, for what needs the future's loop.
fn with_initialized<T>(vm: &Vm, value: &Value, body: impl FnOnce(&Future) -> Res<T>) -> Res<T> {
    with(vm, value, |future| {
        future.check_initialized(vm)?;
        body(future)
    })
}

/// The loop that an argument names, or the current one. It may be an object that only behaves like a loop.
pub fn loop_argument(vm: &Vm, value: Option<&Value>) -> Res<Ref<EventLoop>> {
    match value.and_then(Value::given) {
        None | Some(Value::None) => super::loop_methods::get_event_loop(vm),
        Some(value) => Ok(super::loop_methods::like(vm, value)),
    }
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let event_loop = loop_argument(vm, a.get(1))?;
    with(vm, &a[0], |future| {
        future.initialize(event_loop);
        future.note_origin(vm)
    })?;
    Ok(Value::None)
}

fn exception(vm: &Vm, a: &[Value]) -> Res {
    with(vm, &a[0], |future| match future.state() {
        State::Pending if !future.is_initialized() => {
            Err(future.not_yet(vm, "Future object is not initialized."))
        }
        State::Cancelled => Err(vm.raise(future.cancelled_error(vm))),
        State::Pending => Err(future.not_yet(vm, "Exception is not set.")),
        State::Finished => Ok(Value::None),
        State::Failed => {
            future.log_traceback.set(false);
            Ok(future.failure().map_or(Value::None, Value::from))
        }
    })
}

fn set_exception(vm: &Vm, a: &[Value]) -> Res {
    with_initialized(vm, &a[0], |future| future.check_pending(vm))?;
    let is_class = matches!(&a[1], Value::Class(_));
    let given = if is_class {
        vm.call_with(&a[1], &[])?
    } else {
        a[1].clone()
    };
    let Some(mut exception) = Exception::of(&given).cloned() else {
        return Err(vm.type_error("invalid exception object"));
    };
    if exception.class_ref().is_subclass(&vm.types.stop_iteration) {
        let text =
            "StopIteration interacts badly with generators and cannot be raised into a Future";
        let error = Exception::new(&vm.types.runtime_error, vec![Value::str(text)]);
        error.set_cause(Some(exception.clone()));
        error.set_context(Some(exception));
        exception = error;
    }
    with(vm, &a[0], |future| {
        future.set_exception(vm, &a[0], exception)
    })?;
    Ok(Value::None)
}

fn add_done_callback(vm: &Vm, a: &[Value]) -> Res {
    let context = super::loop_methods::context_argument(vm, a.get(2))?;
    with(vm, &a[0], |future| {
        if !future.is_initialized() {
            return Err(vm.runtime_error("uninitialized Future object"));
        }
        future.add_callback(vm, &a[0], a[1].clone(), context)
    })?;
    Ok(Value::None)
}

fn remove_done_callback(vm: &Vm, a: &[Value]) -> Res {
    with_initialized(vm, &a[0], |future| {
        let all = future.callbacks();
        let mut kept: Vec<Callback> = Vec::new();
        let count = all.len();
        for callback in all {
            if !vm.equal(&callback.function, &a[1])? {
                kept.push(callback);
            }
        }
        let removed = count - kept.len();
        if removed > 0 {
            future.set_callbacks(kept);
        }
        Ok(Value::from(removed))
    })
}

fn callbacks(vm: &Vm, value: &Value) -> Res {
    with_initialized(vm, value, |future| {
        let all = future.callbacks();
        if all.is_empty() {
            return Ok(Value::None);
        }
        let pairs = all.into_iter().map(|callback| {
            let context = callback
                .context
                .unwrap_or_else(|| Ref::new(Default::default()));
            Value::from(Tuple::new(vec![callback.function, Value::from(context)]))
        });
        Ok(Value::List(List::new(pairs.collect())))
    })
}

/// What `__await__` gives: waits for the future, then has its result.
pub struct FutureIterator {
    future: CloneCell<Value>,
}

impl FutureIterator {
    /// An iterator that waits for `future`.
    pub fn over(future: &Value) -> Value {
        Value::from(Ref::new(FutureIterator {
            future: CloneCell::new(future.clone()),
        }))
    }

    fn step(&self, vm: &Vm, input: Resume) -> Stepped {
        let this = self.future.get();
        let plain = vm.unwrapped(&this);
        let Some(future) = Future::of(&plain) else {
            return match input {
                Resume::Throw(exception) => Stepped::Raise(vm.rethrow(exception)),
                Resume::Value(_) => Stepped::Return(Value::None),
            };
        };
        let thrown = matches!(input, Resume::Throw(_));
        let stepped = future.step(vm, &this, input);
        if thrown || future.is_done() {
            self.future.take().discard();
        }
        stepped
    }

    fn step_for_script(&self, vm: &Vm, input: Resume) -> Res {
        match self.step(vm, input) {
            Stepped::Yield(value) | Stepped::Item(value) => Ok(value),
            Stepped::Return(value) => Err(vm.stop_iteration(value)),
            Stepped::Raise(raised) => Err(raised),
        }
    }
}

impl Object for FutureIterator {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        Asyncio::of(vm).types(vm).future_iterator.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.future.get());
    }

    fn clear(&self) {
        self.future.take().discard();
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        match self.step(vm, Resume::Value(Value::None)) {
            Stepped::Yield(value) | Stepped::Item(value) => Ok(Some(value)),
            Stepped::Return(Value::None) => Ok(None),
            Stepped::Return(value) => Err(vm.stop_iteration(value)),
            Stepped::Raise(raised) => Err(raised),
        }
    }

    fn steps_itself(&self) -> bool {
        true
    }

    fn await_step(&self, vm: &Vm, _this: &Value, input: Resume) -> Stepped {
        self.step(vm, input)
    }
}

/// The row of the iterator.
pub const ITERATOR: TypeDef = TypeDef {
    name: "FutureIter",
    module: "_asyncio",
    methods: &[
        native("send", "(value, /)", "Go on.", |vm, a| {
            iterator(vm, &a[0])?.step_for_script(vm, Resume::Value(a[1].clone()))
        }),
        native(
            "throw",
            "(type, value=None, traceback=None, /)",
            "Raise an exception here.",
            |vm, a| {
                warn_of_parts(vm, "throw", &a[1..])?;
                let exception = thrown(vm, &a[1..])?;
                iterator(vm, &a[0])?.step_for_script(vm, Resume::Throw(exception))
            },
        ),
        native("close", "()", "Wait no longer.", |vm, a| {
            iterator(vm, &a[0])?.future.take().discard();
            Ok(Value::None)
        }),
    ],
    slots: &["__iter__", "__next__"],
    ..TypeDef::PLAIN
};

fn iterator(vm: &Vm, value: &Value) -> Res<Ref<FutureIterator>> {
    match value.downcast::<FutureIterator>() {
        Some(iterator) => Ok(iterator.clone()),
        None => Err(vm.descriptor_error("FutureIter", value)),
    }
}
