//! The front of Snakelet: bytes are decoded, cut into tokens, laid out, parsed into a syntax tree. Errors of
//! these phases are [`SyntaxError`](error::SyntaxError)s; what a tree means, and errors that need scopes, are the
//! interpreter's `lower`.
//!
//! ```text
//! bytes ─ decode ─► Source ─ lexer (layout, number) ─► tokens ─ soft ─► python.lalrpop ─ tree (literal) ─► ast
//!                                                        └─ when something is wrong: diagnose ─► SyntaxError
//! ```
//!
//! The parse table only accepts or rejects; `tree` builds, and refuses what the table accepts too much. Which words
//! and which place the reference gives to a mistake is found by `diagnose`, over the tokens alone.
//!
//! ```
//! use snakelet_grammar::{parse_module, source::Source};
//!
//! let source = Source::new("example.py", "print 'hello'\n");
//! let error = parse_module(&source).unwrap_err();
//! assert_eq!(error.message, "Missing parentheses in call to 'print'. Did you mean print(...)?");
//! ```

pub mod ast;
pub mod error;
pub mod source;
pub mod token;

mod decode;
mod diagnose;
mod layout;
mod lexer;
mod literal;
mod nesting;
mod number;
mod parse;
mod soft;
mod tree;
mod word;

pub use decode::{Undecodable, decode, decode_string};
pub use parse::{
    Parsed, parse_definition, parse_expression, parse_interactive, parse_module, parse_outline,
    parse_typed, tokens,
};

lalrpop_util::lalrpop_mod!(
    #[allow(clippy::all, missing_docs, unused_qualifications, unused_parens)]
    python
);
