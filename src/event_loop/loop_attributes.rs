//! The attributes of a loop that are no methods, as the reference's loops have them.

use super::EventLoop;
use super::context::Context;
use super::handle::Handle;
use super::loop_methods::{of, real_number};
use super::ready::Entry;
use super::task_methods::TaskStep;
use super::timers::Target;
use crate::interp::Vm;
use crate::objects::counted::Ref;
use crate::objects::list::List;
use crate::objects::native::{GetterDef, getter};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;

/// The rows.
pub const GETTERS: &[GetterDef] = &[
    GetterDef {
        name: "slow_callback_duration",
        doc: "Seconds that a callback may take before debug mode complains.",
        get: |vm, l| Ok(Value::float(of(vm, l)?.slow_callback_duration.get())),
        set: Some(|vm, l, value| {
            let seconds = real_number(vm, value.unwrap_or(&Value::None))?;
            of(vm, l)?.slow_callback_duration.set(seconds);
            Ok(())
        }),
    },
    GetterDef {
        name: "_clock_resolution",
        doc: "How many seconds before its deadline a timer may fire.",
        get: |vm, l| Ok(Value::float(of(vm, l)?.clock_resolution.get())),
        set: Some(|vm, l, value| {
            let seconds = real_number(vm, value.unwrap_or(&Value::None))?;
            of(vm, l)?.clock_resolution.set(seconds);
            Ok(())
        }),
    },
    GetterDef {
        name: "_default_executor",
        doc: "What run_in_executor uses.",
        get: |vm, l| Ok(of(vm, l)?.default_executor.get()),
        set: Some(|vm, l, value| {
            let executor = value.cloned().unwrap_or(Value::None);
            of(vm, l)?.default_executor.replace(executor).discard();
            Ok(())
        }),
    },
    GetterDef {
        name: "_executor_shutdown_called",
        doc: "Whether the default executor may not be used any more.",
        get: |vm, l| Ok(Value::bool(of(vm, l)?.executor_shut_down.get())),
        set: Some(|vm, l, value| {
            let called = vm.truth(value.unwrap_or(&Value::None))?;
            of(vm, l)?.executor_shut_down.set(called);
            Ok(())
        }),
    },
    GetterDef {
        name: "_transports",
        doc: "Its transports by descriptor.",
        get: |vm, l| Ok(of(vm, l)?.transports.get()),
        set: Some(|vm, l, value| {
            let transports = value.cloned().unwrap_or(Value::None);
            of(vm, l)?.transports.replace(transports).discard();
            Ok(())
        }),
    },
    getter("_exception_handler", "The exception handler.", |vm, l| {
        Ok(of(vm, l)?.exception_handler.get())
    }),
    getter("_task_factory", "What makes tasks.", |vm, l| {
        Ok(of(vm, l)?.task_factory.get())
    }),
    getter("_closed", "Whether it is closed.", |vm, l| {
        Ok(Value::bool(of(vm, l)?.closed.get()))
    }),
    getter("_stopping", "Whether it stops soon.", |vm, l| {
        Ok(Value::bool(of(vm, l)?.stopping.get()))
    }),
    getter("_debug", "Whether the debug mode is on.", |vm, l| {
        Ok(Value::bool(of(vm, l)?.debug.get()))
    }),
    getter("_ready", "The handles that run next.", ready),
    getter("_scheduled", "The handles of timers.", scheduled),
    getter("_current_handle", "The handle that runs.", |vm, l| {
        let handle = of(vm, l)?.current_handle.get();
        Ok(handle.map_or(Value::None, Value::from))
    }),
];

fn ready(vm: &Vm, event_loop: &Value) -> crate::interp::Res {
    let event_loop = of(vm, event_loop)?;
    let mut handles = Vec::new();
    event_loop.ready.for_each(&mut |entry| {
        handles.push(Value::from(handle_for(&event_loop, entry)));
    });
    Ok(Value::List(List::new(handles)))
}

/// The handle that stands for an entry of the ready queue.
fn handle_for(event_loop: &Ref<EventLoop>, entry: &Entry) -> Ref<Handle> {
    let with = |callback: Value, arguments: Vec<Value>, context: Option<Ref<Context>>| {
        Handle::new(event_loop, callback, Tuple::new(arguments), context, None)
    };
    match entry {
        Entry::Step(task) | Entry::WakeUp(task) => with(TaskStep::of(task, None), vec![], None),
        Entry::Throw(task, exception) => {
            with(TaskStep::of(task, Some(exception.clone())), vec![], None)
        }
        Entry::Done(callback, future) => {
            with(callback.clone(), vec![future.clone().into_value()], None)
        }
        Entry::DoneIn(done) => with(
            done.callback.clone(),
            vec![done.future.clone()],
            Some(done.context.clone()),
        ),
        Entry::Resolve(future) => with(Value::from(future.clone()), vec![], None),
        Entry::Run(handle) => handle.clone(),
    }
}

fn scheduled(vm: &Vm, event_loop: &Value) -> crate::interp::Res {
    let mut handles = Vec::new();
    of(vm, event_loop)?.timers.borrow().for_each(&mut |target| {
        if let Target::Run(handle) = target {
            handles.push(Value::from(handle.clone()));
        }
    });
    Ok(Value::List(List::new(handles)))
}
