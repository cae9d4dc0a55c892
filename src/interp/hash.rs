//! Hashes: the reference's numbers for built-in types, what `__hash__` says for script classes.

use super::{Res, Vm};
use crate::objects::str::Str;
use crate::objects::value::Value;

/// The hash of a string; computed once, with the seed of this thread's interpreter.
#[inline(always)]
pub fn hash_str(text: &Str) -> i64 {
    text.hash_with(|text| {
        text.bytes().iter().fold(7, |hash: i64, &byte| {
            hash.wrapping_mul(31) ^ i64::from(byte)
        })
    })
}

/// The hash of an object by its identity.
pub fn hash_identity(value: &Value) -> i64 {
    value
        .address()
        .map_or(0, |address| address.rotate_right(4) as i64)
}

impl Vm {
    /// `hash(value)`
    pub fn hash(&self, value: &Value) -> Res<i64> {
        match value {
            Value::Str(text) => Ok(hash_str(text)),
            Value::Int(number) => Ok(*number),
            value => Ok(hash_identity(value)),
        }
    }
}
