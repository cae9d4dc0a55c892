//! A syntax error in one line: class, message and place, as the reference's `SyntaxError` has them.

use snakelet_grammar::error::{ErrorKind, SyntaxError};
use snakelet_grammar::source::Source;

/// The line for `error`.
pub fn shown(source: &Source, error: &SyntaxError) -> String {
    let class = match error.kind {
        ErrorKind::Syntax => "SyntaxError",
        ErrorKind::Indentation => "IndentationError",
        ErrorKind::Tab => "TabError",
        ErrorKind::TooDeep => return format!("MemoryError: {}", error.message),
    };
    let column = |at| source.character_column(at) as i32 + 1;
    let spanned = (column(error.span.start), column(error.span.end));
    let (start, end) = error.columns.unwrap_or(spanned);
    let [line, end_line] = [error.span.start, error.span.end].map(|at| source.line_of(at));
    format!(
        "{class}: {} [{line}:{start}-{end_line}:{end}]",
        error.message
    )
}
