//! The classes of asyncio that are implemented here, made when asyncio is first used.

use super::{context_methods, future_methods, handle, loop_types, task_methods};
use crate::interp::Vm;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;

/// The classes.
#[allow(missing_docs)]
pub struct Types {
    pub future: Ref<Class>,
    pub future_iterator: Ref<Class>,
    pub task: Ref<Class>,
    pub wake_up: Ref<Class>,
    pub task_step: Ref<Class>,
    pub handle: Ref<Class>,
    pub timer_handle: Ref<Class>,
    pub abstract_event_loop: Ref<Class>,
    pub base_event_loop: Ref<Class>,
    pub base_selector_event_loop: Ref<Class>,
    pub selector_event_loop: Ref<Class>,
    pub context: Ref<Class>,
    pub context_var: Ref<Class>,
    pub token: Ref<Class>,
    pub cancelled_error: Ref<Class>,
    pub invalid_state_error: Ref<Class>,
}

impl Types {
    /// All of them.
    pub fn new(vm: &Vm) -> Types {
        let make = |def: &'static TypeDef, base: &Ref<Class>| {
            Class::builtin(vm.name(def.name), def, Some(base))
        };
        let object = &vm.types.object;
        let future = make(&future_methods::FUTURE, object);
        let handle = make(&handle::HANDLE, object);
        let abstract_event_loop = make(&loop_types::ABSTRACT, object);
        let base_event_loop = make(&loop_types::BASE, &abstract_event_loop);
        let base_selector_event_loop = make(&loop_types::BASE_SELECTOR, &base_event_loop);
        let token = make(&context_methods::TOKEN, object);
        let missing = make(&context_methods::MISSING, object);
        context_methods::Missing::put_into(vm, &token, missing);
        Types {
            future_iterator: make(&future_methods::ITERATOR, object),
            task: make(&task_methods::TASK, &future),
            wake_up: make(&task_methods::WAKE_UP, object),
            task_step: make(&task_methods::TASK_STEP, object),
            future,
            timer_handle: make(&handle::TIMER_HANDLE, &handle),
            handle,
            selector_event_loop: make(&loop_types::SELECTOR, &base_selector_event_loop),
            base_selector_event_loop,
            abstract_event_loop,
            base_event_loop,
            context: make(&context_methods::CONTEXT, object),
            context_var: make(&context_methods::CONTEXT_VAR, object),
            token,
            cancelled_error: make(&CANCELLED_ERROR, &vm.types.base_exception),
            invalid_state_error: make(&INVALID_STATE_ERROR, &vm.types.exception),
        }
    }
}

const CANCELLED_ERROR: TypeDef = TypeDef {
    name: "CancelledError",
    module: "asyncio.exceptions",
    doc: "It was given up before it was done.",
    is_base: true,
    ..TypeDef::PLAIN
};

const INVALID_STATE_ERROR: TypeDef = TypeDef {
    name: "InvalidStateError",
    module: "asyncio.exceptions",
    doc: "The future is not in a state where that can be done.",
    is_base: true,
    ..TypeDef::PLAIN
};
