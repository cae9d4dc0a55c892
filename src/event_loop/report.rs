//! What nobody can catch: exceptions in callbacks, results that nobody asked for. They go to the loop's exception
//! handler, or to the logger `asyncio` (`debug.rs`): as text to standard error, unless the script has set up another way.

use super::context::Context;
use super::handle::Handle;
use super::task::Task;
use super::{EventLoop, debug};
use crate::interp::{Raised, Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::exception::Exception;
use crate::objects::value::Value;

/// What is said when the default handler itself fails.
const FAILED: &str = "Exception in default exception handler";

/// The same, when it was to tell of another handler's failure.
const FAILED_AGAIN: &str = "Exception in default exception handler while handling an unexpected error in custom exception handler";

impl Ref<EventLoop> {
    /// Tells the exception handler what happened.
    pub fn report(&self, vm: &Vm, context: &[(&str, Value)]) -> Res<()> {
        let dict = Dict::new();
        for (key, value) in context {
            dict.set_name(&vm.name(key), value.clone());
        }
        match self.overriding(vm, "call_exception_handler")? {
            Some(call) => vm
                .call_with(&call, &[Value::Dict(dict)])
                .map(Value::discard),
            None => self.call_exception_handler(vm, &dict),
        }
    }

    /// As `report`, from where no exception can leave.
    pub fn report_aside(&self, vm: &Vm, context: &[(&str, Value)]) {
        if self.report(vm, context).is_err() {
            let exception = vm.take_raised();
            vm.report_unraisable(&exception, &self.value());
        }
    }

    /// `call_exception_handler(context)`
    pub fn call_exception_handler(&self, vm: &Vm, context: &Ref<Dict>) -> Res<()> {
        let handler = self.exception_handler.get();
        if handler.is_none() {
            let told = self.tell_default_handler(vm, context);
            return self.or_say(vm, told, FAILED);
        }
        let args = [self.value(), Value::Dict(context.clone())];
        let call = || vm.call_with(&handler, &args);
        let told = match context_of(vm, context) {
            Some(held) => super::context::run_in(&self.shared, held, call).0,
            None => call(),
        };
        let Err(raised) = told else {
            return Ok(());
        };
        let exception = passing(vm, raised)?;
        let wrapped = Dict::new();
        let text = Value::str("Unhandled error in exception handler");
        wrapped.set_name(&vm.name("message"), text);
        wrapped.set_name(&vm.name("exception"), Value::from(exception));
        wrapped.set_name(&vm.name("context"), Value::Dict(context.clone()));
        let told = self.tell_default_handler(vm, &wrapped);
        self.or_say(vm, told, FAILED_AGAIN)
    }

    fn tell_default_handler(&self, vm: &Vm, context: &Ref<Dict>) -> Res<()> {
        match self.overriding(vm, "default_exception_handler")? {
            Some(own) => vm
                .call_with(&own, &[Value::Dict(context.clone())])
                .map(Value::discard),
            None => self.default_handler(vm, context),
        }
    }

    /// Logs `message` and the exception, if there is one that does not end the program.
    fn or_say(&self, vm: &Vm, told: Res<()>, message: &str) -> Res<()> {
        match told {
            Ok(()) => Ok(()),
            Err(raised) => {
                let exception = passing(vm, raised)?;
                debug::log_handled(vm, message, &exception)
            }
        }
    }

    /// `default_exception_handler(context)`
    pub fn default_handler(&self, vm: &Vm, context: &Ref<Dict>) -> Res<()> {
        let mut text = match context.get_name(&vm.name("message")) {
            Some(message) if vm.truth(&message)? => vm.str(&message)?,
            _ => "Unhandled exception in event loop".to_owned(),
        };
        if context.get_name(&vm.name("source_traceback")).is_none()
            && let Some(origin) = self.current_handle.get().and_then(|handle| handle.origin())
        {
            context.set_name(&vm.name("handle_traceback"), origin);
        }
        let mut details: Vec<(String, Value)> = Vec::new();
        for (key, value) in context.entries() {
            let key = vm.str(&key)?;
            if key != "message" && key != "exception" {
                details.push((key, value));
            }
        }
        details.sort_by(|a, b| a.0.cmp(&b.0));
        for (key, value) in details {
            let shown = match key.as_str() {
                "source_traceback" => shown_origin(vm, "Object", &value)?,
                "handle_traceback" => shown_origin(vm, "Handle", &value)?,
                _ => vm.repr(&value)?,
            };
            text.push_str(&format!("\n{key}: {shown}"));
        }
        let exception = context.get_name(&vm.name("exception"));
        debug::log_error(vm, &text, exception.as_ref().and_then(Exception::of))
    }
}

/// Where an object was made, in the words of the reference.
fn shown_origin(vm: &Vm, kind: &str, origin: &Value) -> Res<String> {
    let traceback = vm.import("traceback", 0)?;
    let lines = vm.call_method(
        &traceback,
        &vm.name("format_list"),
        std::slice::from_ref(origin),
    )?;
    let mut text = format!("{kind} created at (most recent call last):\n");
    for line in vm.collect(&lines)? {
        text.push_str(&vm.str(&line)?);
    }
    Ok(text.trim_end().to_owned())
}

/// The exception on its way, unless it is one that ends the program and goes on.
fn passing(vm: &Vm, raised: Raised) -> Res<Ref<Exception>> {
    let types = &vm.types;
    if vm.raised_is(&types.system_exit) || vm.raised_is(&types.keyboard_interrupt) {
        return Err(raised);
    }
    Ok(vm.take_raised())
}

/// The context of the task or callback that is told of, which the handler runs in.
fn context_of(vm: &Vm, context: &Ref<Dict>) -> Option<Option<Ref<Context>>> {
    let mut told = ["task", "future", "handle"]
        .into_iter()
        .filter_map(|key| context.get_name(&vm.name(key)))
        .filter(|value| !value.is_none());
    let value = told.next()?;
    if let Some(task) = Task::of(vm, &value) {
        return Some(task.context.get());
    }
    let handle = vm.unwrapped(&value);
    handle
        .downcast::<Handle>()
        .map(|handle| handle.context.get())
}

/// Writes an error to standard error, with the exception's traceback.
pub fn write_error(vm: &Vm, text: &str, exception: Option<&Ref<Exception>>) {
    let mut text = format!("{text}\n");
    if let Some(exception) = exception {
        text.push_str(&vm.traceback_text(exception));
    }
    vm.write_err_aside(&text);
}
