//! The front of Snakelet: bytes are decoded, cut into tokens, laid out, parsed into a syntax tree. Errors of
//! these phases are [`SyntaxError`]s; what a tree means, and errors that need scopes, are the interpreter's `lower`.
pub mod ast;
pub mod error;
pub mod source;
