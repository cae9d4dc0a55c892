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

use crate::error::{ErrorKind, SyntaxError};
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
    Some(error)
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
