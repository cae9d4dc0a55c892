//! What can be wrong with a source text, and suspicions about it. Rendering is the interpreter's `diagnostics`.

use crate::source::{Source, Span};

/// Which exception class the reference raises for the mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
    /// `MemoryError` or `RecursionError` in the reference: the source nests too deeply for any tree.
    TooDeep,
}

/// The phases of the reference's compiler, whose errors differ in what they tell of their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Lexer and grammar: columns count characters, and the line is at hand.
    Grammar,
    /// Names are given scopes: columns count bytes, the line is read from the file again, and the place is no argument
    /// of the exception.
    Scopes,
    /// Features of the future are looked for: as with names, and the end of the place is not told.
    Features,
    /// All that comes later: columns count bytes, and the line is read from the file again.
    Code,
}

/// What is shown as the text of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The line with its end.
    Line,
    /// The line without its end.
    Bare,
    /// All from this offset on, an earlier line's beginning, up to the end of the line.
    From(u32),
}

/// A mistake in the source, of the lexer, the grammar, or `lower`.
#[derive(Clone, Debug, PartialEq)]
pub struct SyntaxError {
    /// The exception class.
    pub kind: ErrorKind,
    /// The reference's text, without the class name.
    pub message: String,
    /// The marked place.
    pub span: Span,
    /// Whether the reference names file and line at all; without, `span` means nothing.
    pub located: bool,
    /// The reference's two column numbers, where they are not those of the span: it gives 0 or −1 for an end that it
    /// does not know, and may count a line end that is not written.
    pub columns: Option<(i32, i32)>,
    /// Whether carets are shown; the reference shows none for some errors (column −1).
    pub carets: bool,
    /// Which phase of the reference finds it.
    pub phase: Phase,
    /// What the reference shows of a text that is no file.
    pub shown: Shown,
    /// A second place that explains the first (the bracket that was never closed, the first definition).
    pub related: Option<(Span, String)>,
    /// Advice beyond the reference's text, shown by the fancy rendering.
    pub help: Option<String>,
    /// Whether more input could still make it right: an open block, bracket or triple-quoted string at the end.
    pub incomplete: bool,
}

/// A suspicion that does not stop the program: `SyntaxWarning` or `DeprecationWarning` of the reference.
#[derive(Clone, Debug, PartialEq)]
pub struct SyntaxWarning {
    /// The reference's warning class.
    pub category: &'static str,
    /// Its text.
    pub message: String,
    /// Its place.
    pub span: Span,
}

impl SyntaxError {
    /// An error at `span`, shown with carets.
    pub fn new(kind: ErrorKind, message: impl Into<String>, span: Span) -> SyntaxError {
        SyntaxError {
            kind,
            message: message.into(),
            span,
            located: true,
            columns: None,
            carets: true,
            phase: Phase::Grammar,
            shown: Shown::Line,
            related: None,
            help: None,
            incomplete: false,
        }
    }

    /// An error without a place.
    pub fn nowhere(kind: ErrorKind, message: impl Into<String>) -> SyntaxError {
        let error = SyntaxError::new(kind, message, Span::default());
        SyntaxError {
            located: false,
            carets: false,
            ..error
        }
    }

    /// An error without extent in front of `at`, between whose blocks' tokens the reference's lexer stands: at the end
    /// of the source that is behind the last line, line end included.
    pub fn at_layout(
        source: &Source,
        kind: ErrorKind,
        message: impl Into<String>,
        at: u32,
    ) -> SyntaxError {
        let (at, column) = if (at as usize) < source.text.len() {
            (at, source.character_column(at))
        } else {
            let at = if source.position(at).column == 0 {
                at.saturating_sub(1)
            } else {
                at
            };
            let column = source.character_column(at) + 1;
            (at, if source.from_bytes { 0 } else { column })
        };
        let mut error = SyntaxError::new(kind, message, Span::new(at, at));
        error.columns = Some((column as i32, -1));
        error
    }
}
