//! Finds the words for a mistake. The parse table only knows that a text is wrong; what the reference says about it
//! comes from trying its grammar rule by rule: once plainly, which shows how far the text makes sense, and once more
//! with rules for the mistakes that people make. Both are done here, over the tokens that the lexer left, and only
//! when something is wrong; no tree is built.
//!
//! The order of attempts decides which mistake is reported, so it follows the reference's behaviour, found by running
//! it. Spans of statements and expressions are kept as [`Node`]s, which say no more than messages need.

mod arguments;
mod compound;
mod engine;
mod expressions;
mod imports;
mod parameters;
mod patterns;
mod simple;
mod strings;
mod targets;

use crate::error::{ErrorKind, Shown, SyntaxError};
use crate::lexer::{FaultKind, Lexed};
use crate::parse::Mode;
use crate::source::Source;
use crate::token::TokenKind;
use engine::{Engine, Raised};

/// The mistake in `source` that the reference reports; `None` when its grammar finds none, or the search for it would
/// take too much.
pub fn explain(source: &Source, lexed: &Lexed, mode: Mode) -> Option<SyntaxError> {
    let mut engine = Engine::new(source, lexed);
    let plain = read(&mut engine, mode);
    let furthest = engine.furthest();
    let incomplete = engine.at_end();
    if plain == Ok(true) || engine.exhausted() {
        return None;
    }
    let mut error = match plain {
        Ok(_) => {
            engine.restart();
            match read(&mut engine, mode) {
                Ok(_) if engine.is_indentation(furthest) => {
                    return Some(misplaced(&engine, furthest));
                }
                Ok(_) => engine.error_at_token(furthest, "invalid syntax"),
                Err(Raised) if engine.exhausted() => {
                    engine.error_at_token(furthest, "invalid syntax")
                }
                Err(Raised) => engine.take_error(),
            }
        }
        Err(Raised) => engine.take_error(),
    };
    if !engine.lexer_failed() {
        error = later_fault(&engine, lexed).unwrap_or(error);
    }
    error.incomplete |= incomplete;
    error.shown = shown(source, lexed, &error, engine.end_of_last());
    Some(error)
}

/// What the reference shows of the text: the line, if it has read further than that or its lexer complains, without the
/// line end; else all that it still holds, which begins with the line in which the string began that goes on in this one.
fn shown(source: &Source, lexed: &Lexed, error: &SyntaxError, read: u32) -> Shown {
    let line = source.line_of(error.span.start);
    let start = source.line_start(line);
    let unclosed = lexed
        .fault
        .iter()
        .filter_map(|fault| fault.unclosed.as_ref());
    let read = match unclosed.into_iter().any(|own| own.span == error.span) {
        true => (source.text.trim_end_matches('\n').len() as u32).max(1) - 1,
        false => read,
    };
    if error.message == simple::SEVERAL_STATEMENTS {
        return Shown::Line;
    }
    let of_lexer = lexed.fault.iter().any(|fault| {
        let own = &fault.error;
        fault.kind == FaultKind::Raised && own.message == error.message && own.span == error.span
    });
    if of_lexer || source.line_of(read) > line {
        return Shown::Bare;
    }
    let mut from = start;
    for token in lexed.tokens.iter().rev() {
        let open = matches!(
            token.kind,
            TokenKind::FStringMiddle | TokenKind::FStringRawMiddle
        );
        if token.span.start < from && from < token.span.end + u32::from(open) {
            from = source.line_start(source.line_of(token.span.start));
        }
    }
    if from < start {
        Shown::From(from)
    } else {
        Shown::Line
    }
}

fn read(engine: &mut Engine, mode: Mode) -> Result<bool, Raised> {
    match mode {
        Mode::Module => engine.file(),
        Mode::Interactive => engine.interactive(),
        Mode::Expression => engine.evaluated(),
    }
}

/// The error for a block that opens or ends where none may, for which the reference looks no further.
fn misplaced(engine: &Engine, at: usize) -> SyntaxError {
    let word = if engine.tokens()[at].kind == TokenKind::Indent {
        "indent"
    } else {
        "unindent"
    };
    let mut error = engine.error_at_last(ErrorKind::Indentation, format!("unexpected {word}"));
    error.incomplete = engine.at_end();
    error
}

/// A mistake of the lexer behind the one of the grammar, which the reference prefers: any that it notices while
/// cutting, and a bracket that was opened on an earlier line and never closed.
fn later_fault(engine: &Engine, lexed: &Lexed) -> Option<SyntaxError> {
    let fault = lexed.fault.as_ref()?;
    if fault.kind == FaultKind::Raised {
        return Some(fault.error.clone());
    }
    let unclosed = fault.unclosed.as_ref()?;
    (engine.last_line() > engine.line_of(unclosed.span)).then(|| unclosed.clone())
}
