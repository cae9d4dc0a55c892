//! The front of Snakelet: bytes are decoded, cut into tokens, laid out, parsed into a syntax tree. Errors of
//! these phases are [`SyntaxError`](error::SyntaxError)s; what a tree means, and errors that need scopes, are the
//! interpreter's `lower`.

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

pub use decode::{Undecodable, decode};
pub use parse::{Parsed, parse_expression, parse_interactive, parse_module, tokens};

lalrpop_util::lalrpop_mod!(
    #[allow(clippy::all, missing_docs, unused_qualifications, unused_parens)]
    python
);
