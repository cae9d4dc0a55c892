//! Text and numbers as the language writes and reads them: WTF-8 strings, reprs, the format
//! mini-language, number grammar and digits, case, hashes, codecs.
//!
//! Everything here works on bytes, Rust numbers and `BigInt`; nothing knows of a script's objects. The
//! object layer fetches arguments, calls these functions and turns a [`Fault`] into an exception.

use std::fmt;

pub mod case;
pub mod codecs;
pub mod float;
pub mod float_parse;
pub mod hash;
pub mod int;
pub mod percent;
pub mod repr;
pub mod search;
pub mod spec;
pub mod template;
mod unassigned;
pub mod unicode;
pub mod wtf8;

/// What can go wrong: the kind of exception to raise, with the reference's words where it has any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A `ValueError`.
    Value(String),
    /// An `OverflowError`.
    Overflow(String),
    /// A `TypeError`.
    Type(String),
    /// A `MemoryError`: a result whose size a script chose does not fit.
    Memory,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Value(message) | Fault::Overflow(message) | Fault::Type(message) => {
                f.write_str(message)
            }
            Fault::Memory => Ok(()),
        }
    }
}

impl std::error::Error for Fault {}

/// What a function of this folder gives: its answer, or the exception to raise.
pub type Outcome<T> = Result<T, Fault>;

/// [`Fault::Memory`] where so many bytes are not to be had; a few millions are taken for granted.
pub fn expect_room(size: usize) -> Outcome<()> {
    const GRANTED: usize = 16 << 20;
    if size > GRANTED {
        drop(room(size)?);
    }
    Ok(())
}

/// An empty buffer with room for `size` bytes, or [`Fault::Memory`].
pub fn room(size: usize) -> Outcome<Vec<u8>> {
    let mut buffer = Vec::new();
    buffer.try_reserve_exact(size).map_err(|_| Fault::Memory)?;
    Ok(buffer)
}
