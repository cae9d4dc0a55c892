//! What nobody can catch: exceptions in callbacks, results that nobody asked for. They go to the loop's exception
//! handler, or as text to standard error, as the `logging` module of the reference writes it there.

use super::EventLoop;
use super::context::Context;
use super::handle::Handle;
use super::task::Task;
use crate::interp::Vm;
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::exception::Exception;
use crate::objects::value::Value;

impl Ref<EventLoop> {
    /// Tells the exception handler what happened.
    pub fn report(&self, vm: &Vm, context: &[(&str, Value)]) {
        let dict = Dict::new();
        for (key, value) in context {
            dict.set_name(&vm.name(key), value.clone());
        }
        self.call_exception_handler(vm, &dict);
    }

    /// `call_exception_handler(context)`
    pub fn call_exception_handler(&self, vm: &Vm, context: &Ref<Dict>) {
        let handler = self.exception_handler.get();
        if handler.is_none() {
            return default_handler(vm, context);
        }
        let args = [self.value(), Value::Dict(context.clone())];
        let call = || vm.call_with(&handler, &args);
        let told = match context_of(vm, context) {
            Some(held) => super::context::run_in(&self.shared, held, call).0,
            None => call(),
        };
        if told.is_ok() {
            return;
        }
        let exception = vm.take_raised();
        let wrapped = Dict::new();
        let text = Value::str("Unhandled error in exception handler");
        wrapped.set_name(&vm.name("message"), text);
        wrapped.set_name(&vm.name("exception"), Value::from(exception));
        wrapped.set_name(&vm.name("context"), Value::Dict(context.clone()));
        default_handler(vm, &wrapped);
    }
}

/// The context of the task or callback that is told of, which the handler runs in.
fn context_of(vm: &Vm, context: &Ref<Dict>) -> Option<Option<Ref<Context>>> {
    for key in ["task", "future", "handle"] {
        let Some(value) = context.get_name(&vm.name(key)) else {
            continue;
        };
        if let Some(task) = Task::of(vm, &value) {
            return Some(task.context.get());
        }
        let handle = vm.unwrapped(&value);
        return handle
            .downcast::<Handle>()
            .map(|handle| handle.context.clone());
    }
    None
}

/// `default_exception_handler(context)`
pub fn default_handler(vm: &Vm, context: &Ref<Dict>) {
    let mut text = match context.get_name(&vm.name("message")) {
        Some(message) if vm.truth(&message).unwrap_or(false) => {
            vm.str(&message).unwrap_or_default()
        }
        _ => "Unhandled exception in event loop".to_owned(),
    };
    let mut details: Vec<(String, Value)> = context
        .entries()
        .into_iter()
        .map(|(key, value)| (vm.str(&key).unwrap_or_default(), value))
        .filter(|(key, _)| key != "message" && key != "exception")
        .collect();
    details.sort_by(|a, b| a.0.cmp(&b.0));
    for (key, value) in details {
        let shown = vm.repr(&value).unwrap_or_else(|_| {
            drop(vm.take_raised());
            "?".to_owned()
        });
        text.push_str(&format!("\n{key}: {shown}"));
    }
    let exception = context.get_name(&vm.name("exception"));
    log_error(vm, &text, exception.as_ref().and_then(Exception::of));
}

/// Writes an error of the library: to standard error, with the exception's traceback.
pub fn log_error(vm: &Vm, text: &str, exception: Option<&Ref<Exception>>) {
    let mut text = format!("{text}\n");
    if let Some(exception) = exception {
        text.push_str(&vm.traceback_text(exception));
    }
    let _ = vm.output.err(text.as_bytes());
}
