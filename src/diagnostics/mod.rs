//! What went wrong, as plain data, and its renderings: the reference's text (`python.rs`), snippets for a terminal
//! (`fancy.rs`), objects for tools (`json.rs`), and what the user may have meant (`suggest.rs`).
//! Nothing here sees a value of a script: whoever has an exception describes it as an [`ErrorReport`] first.

pub mod fancy;
pub mod json;
pub mod python;
pub mod suggest;

use snakelet_grammar::error::{ErrorKind, Phase, SyntaxError, SyntaxWarning};
use snakelet_grammar::source::{Position, Source, Span};
use std::rc::Rc;

/// An exception with all that is shown of it.
#[derive(Clone, Debug, Default)]
pub struct ErrorReport {
    /// The class as it is printed: with its module, unless that is `builtins` or `__main__`.
    pub class_name: String,
    /// The text of the exception, `None` when it is empty; for syntax errors the message without the place.
    pub message: Option<String>,
    /// What `add_note` added, each perhaps of several lines.
    pub notes: Vec<String>,
    /// The place in the source that a syntax error marks.
    pub syntax: Option<SyntaxDetails>,
    /// The frames that the exception passed, outermost first.
    pub frames: Vec<FrameReport>,
    /// The exception behind `raise … from`.
    pub cause: Option<Box<ErrorReport>>,
    /// The exception that was being handled.
    pub context: Option<Box<ErrorReport>>,
    /// Whether the context is hidden.
    pub suppress_context: bool,
    /// The members of an exception group; empty for all other exceptions.
    pub members: Vec<ErrorReport>,
    /// What helps beyond that, for renderings that give advice.
    pub help: Option<String>,
    /// What may have been meant, as [`suggest::sentence`] puts it.
    pub suggestion: Option<String>,
}

/// One frame of a traceback.
#[derive(Clone, Debug)]
pub struct FrameReport {
    /// The file as it stands in messages.
    pub file: Rc<str>,
    /// The name of the function, `<module>` outside functions.
    pub function: Rc<str>,
    /// The line of the marked range.
    pub line: u32,
    /// The last line of the marked range; `line` when it has one line.
    pub end_line: u32,
    /// The byte in `line` at which the range begins, when it is known.
    pub column: Option<u32>,
    /// The byte in `end_line` behind the range, when it is known.
    pub end_column: Option<u32>,
    /// The text that the lines are shown of, when there is one.
    pub source: Option<Rc<Source>>,
}

impl FrameReport {
    /// The frame of `function` that stands at `span` in `source`.
    pub fn at(source: &Rc<Source>, function: impl Into<Rc<str>>, span: Span) -> FrameReport {
        let (start, end) = (source.position(span.start), source.position(span.end));
        let line = source.line_of(span.start);
        // A reader knows nothing of the columns of a text that was written from a tree.
        let is_known = !source.is_written_from_tree();
        FrameReport {
            file: source.name.clone(),
            function: function.into(),
            line,
            end_line: if is_known { end.line } else { line },
            column: is_known.then_some(start.column),
            end_column: is_known.then_some(end.column),
            source: Some(source.clone()),
        }
    }

    /// The range in bytes of the source, when the frame has both.
    fn span(&self) -> Option<(&Rc<Source>, Span)> {
        let source = self.source.as_ref()?;
        let start = source.line_start(self.line);
        let span = match (self.column, self.end_column) {
            (Some(column), Some(end_column)) => Span::new(
                start + column,
                source.line_start(self.end_line) + end_column,
            ),
            _ => {
                let text = source.line_text(self.line);
                let indent = text.len() - text.trim_start().len();
                Span::new(start + indent as u32, start + text.trim_end().len() as u32)
            }
        };
        let inside = span.start <= span.end
            && source
                .text
                .get(span.start as usize..span.end as usize)
                .is_some();
        inside.then_some((source, span))
    }
}

/// The place that a syntax error marks, in the terms of its attributes: columns count characters from 1.
#[derive(Clone, Debug, Default)]
pub struct SyntaxDetails {
    /// `filename`
    pub file: Option<String>,
    /// `lineno`
    pub line: Option<u32>,
    /// `offset`
    pub offset: Option<i64>,
    /// `end_lineno`
    pub end_line: Option<u32>,
    /// `end_offset`
    pub end_offset: Option<i64>,
    /// `text`: the line in question.
    pub text: Option<String>,
    /// Whether the exception has the place among its arguments.
    pub is_argument: bool,
    /// More about a mistake that our own phases found.
    pub origin: Option<SyntaxOrigin>,
}

impl SyntaxDetails {
    fn of(error: &SyntaxError, source: &Rc<Source>) -> SyntaxDetails {
        if !error.located {
            return SyntaxDetails::default();
        }
        let (start, end) = (
            source.position(error.span.start),
            source.position(error.span.end),
        );
        let offset = |at: Position| {
            let text = source.line_text(at.line);
            let before = text
                .char_indices()
                .take_while(|(byte, _)| *byte < at.column as usize);
            match error.carets {
                true if error.phase != Phase::Grammar => i64::from(at.column) + 1,
                true => before.count() as i64 + 1,
                false => 0,
            }
        };
        let spanned = (offset(start), offset(end));
        let (offset, end_offset) = error
            .columns
            .map_or(spanned, |(start, end)| (start.into(), end.into()));
        SyntaxDetails {
            file: Some(source.name.to_string()),
            // A text without a line has the mistake before its first.
            line: Some(start.line.min(source.text.len() as u32)),
            offset: Some(offset),
            end_line: Some(end.line.min(source.text.len() as u32)),
            end_offset: (error.phase != Phase::Features).then_some(end_offset),
            text: (error.phase == Phase::Grammar || source.is_shown)
                .then(|| format!("{}\n", source.line_text(start.line))),
            is_argument: matches!(error.phase, Phase::Grammar | Phase::Code),
            origin: Some(SyntaxOrigin {
                source: source.clone(),
                span: error.span,
                related: error.related.clone(),
                help: error.help.clone(),
            }),
        }
    }
}

/// A mistake in a source text that is at hand.
#[derive(Clone, Debug)]
pub struct SyntaxOrigin {
    /// The text.
    pub source: Rc<Source>,
    /// The marked place.
    pub span: Span,
    /// A second place that explains the first.
    pub related: Option<(Span, String)>,
    /// Advice beyond the reference's text.
    pub help: Option<String>,
}

impl ErrorReport {
    /// The report of a mistake in `source`.
    pub fn of_syntax_error(error: &SyntaxError, source: &Rc<Source>) -> ErrorReport {
        let (class_name, is_syntax_error) = match error.kind {
            ErrorKind::Syntax => ("SyntaxError", true),
            ErrorKind::Indentation => ("IndentationError", true),
            ErrorKind::Tab => ("TabError", true),
            // Two limits of the reference: of its parser's stack, and of the recursion behind it.
            ErrorKind::TooDeep if error.message.starts_with("maximum recursion depth") => {
                ("RecursionError", false)
            }
            ErrorKind::TooDeep => ("MemoryError", false),
        };
        ErrorReport {
            class_name: class_name.to_owned(),
            message: Some(error.message.clone()).filter(|message| !message.is_empty()),
            syntax: is_syntax_error.then(|| SyntaxDetails::of(error, source)),
            ..ErrorReport::default()
        }
    }

    /// The last line of the reference's rendering, without the line end: class and message. A message may have more lines.
    pub fn headline(&self) -> String {
        if let Some(syntax) = &self.syntax {
            let message = self.message.as_deref().unwrap_or("<no detail available>");
            let place = match (syntax.line, &syntax.file) {
                (None, Some(file)) => format!(" ({file})"),
                _ => String::new(),
            };
            return format!("{}: {message}{place}", self.class_name);
        }
        match self.full_message() {
            Some(message) => format!("{}: {message}", self.class_name),
            None => self.class_name.clone(),
        }
    }

    /// The message with the suggestion behind it.
    pub fn full_message(&self) -> Option<String> {
        match (&self.message, &self.suggestion) {
            (message, None) => message.clone(),
            (message, Some(suggestion)) => Some(format!(
                "{}. {suggestion}",
                message.as_deref().unwrap_or_default()
            )),
        }
    }

    /// The exception to show before this one, and whether it is the cause.
    fn earlier(&self) -> Option<(&ErrorReport, bool)> {
        match (&self.cause, &self.context) {
            (Some(cause), _) => Some((cause, true)),
            (None, Some(context)) if !self.suppress_context => Some((context, false)),
            _ => None,
        }
    }
}

/// A warning with its place.
#[derive(Clone, Debug)]
pub struct WarningReport {
    /// The file as it stands in messages.
    pub file: Rc<str>,
    /// The line, from 1.
    pub line: u32,
    /// The warning's class as it is printed.
    pub category: String,
    /// What it says.
    pub message: String,
    /// The text that the line is shown of, when there is one.
    pub source: Option<Rc<Source>>,
    /// The place in the line, when it is known.
    pub span: Option<Span>,
}

impl WarningReport {
    /// The report of a suspicion about `source`.
    pub fn of_syntax_warning(warning: &SyntaxWarning, source: &Rc<Source>) -> WarningReport {
        WarningReport {
            file: source.name.clone(),
            line: source.line_of(warning.span.start),
            category: warning.category.to_owned(),
            message: warning.message.clone(),
            source: Some(source.clone()),
            span: Some(warning.span),
        }
    }
}
