//! Warnings of the interpreter itself, and errors that nobody can catch.

use super::{Res, Vm, frame};
use crate::objects::class::Class;
use crate::objects::coroutine::Coroutine;
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::value::Value;

impl Vm {
    /// "coroutine '…' was never awaited", at the line that lets it go.
    pub fn warn_never_awaited(&self, coroutine: &Ref<Coroutine>) {
        let name = self.str(&coroutine.qualname()).unwrap_or_default();
        self.warn_unawaited(&format!("coroutine '{name}' was never awaited"));
    }

    /// `RuntimeWarning` about something that was dropped before it was awaited.
    pub fn warn_unawaited(&self, message: &str) {
        let mut text = self.warning_text("RuntimeWarning", message);
        text.push_str(
            "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n",
        );
        let _ = self.output.err(text.as_bytes());
    }

    /// Warns at the line of the innermost frame of a script.
    pub fn warn(&self, class: &Ref<Class>, message: &str, _level: u32) -> Res<()> {
        let text = self.warning_text(&class.name(), message);
        let _ = self.output.err(text.as_bytes());
        Ok(())
    }

    fn warning_text(&self, class: &str, message: &str) -> String {
        let Some(standing) = frame::current(self) else {
            return format!("sys:1: {class}: {message}\n");
        };
        let line = standing.line();
        let source = &standing.code.source;
        let shown = source.line_text(line).trim().to_owned();
        let mut text = format!("{}:{line}: {class}: {message}\n", source.name);
        if !shown.is_empty() {
            text.push_str(&format!("  {shown}\n"));
        }
        text
    }

    /// The traceback of an exception, as it is printed when nobody catches it.
    pub fn traceback_text(&self, exception: &Ref<Exception>) -> String {
        let shown = self
            .repr(&Value::from(exception.clone()))
            .unwrap_or_default();
        format!("{shown}\n")
    }

    /// "Exception ignored in: …": an exception that has nowhere to go.
    pub fn report_unraisable(&self, exception: &Ref<Exception>, source: &Value) {
        let _ = (exception, source);
    }
}
