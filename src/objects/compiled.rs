//! How a source text was compiled, which its code remembers, so that it can be compiled again: with other globals, or to tell
//! what it mentions. Compiling is `lower`; doing it again `interp/recompile.rs`.

use super::counted::Ref;
use super::function::Code;
use super::str::Name;
use super::value::Value;

/// What a source text is compiled as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Statements.
    Module,
    /// One statement whose value is displayed, as at a prompt.
    Interactive,
    /// Statements of which the last one's value is displayed: what is pasted at a prompt.
    Pasted,
    /// One expression, whose value is returned.
    Expression,
}

/// How a source text is compiled.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// As what.
    pub form: Form,
    /// Whether names are looked up in a namespace other than the globals: slot 0 of the frame holds it.
    pub with_locals: bool,
    /// Whether `await` is allowed outside functions; the code is a coroutine's if there is one.
    pub top_level_await: bool,
    /// Whether frames are left out of tracebacks.
    pub is_library: bool,
    /// Whether annotations are text, as `from __future__ import annotations` says: compiled code inherits it.
    pub future_annotations: bool,
    /// What is left out: assertions from 1 on, docstrings too at 2; `None`: what the command line says.
    pub optimize: Option<u8>,
}

impl Options {
    /// A script or module.
    pub const MODULE: Options = Options {
        form: Form::Module,
        with_locals: false,
        top_level_await: false,
        is_library: false,
        future_annotations: false,
        optimize: None,
    };
}

/// What a piece of code mentions, each once, in the order in which it is compiled.
#[derive(Default)]
pub struct Mentioned {
    /// Names of globals, attributes and modules.
    pub names: Vec<Name>,
    /// Constants, with the code of definitions among them.
    pub constants: Vec<Constant>,
    /// Where its statements begin.
    pub places: Vec<u32>,
}

/// A constant of a piece of code.
pub enum Constant {
    /// A value.
    Value(Value),
    /// A definition inside.
    Code(Ref<Code>),
}
