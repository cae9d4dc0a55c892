//! The methods that `bytes` and `bytearray` share. What they give is of their object's type; those of `bytearray` alone
//! are in `bytearray.rs`.

pub(super) mod build;
pub(super) mod change;
pub(super) mod find;
pub mod hex;
pub(super) mod make;
pub(super) mod split;
pub(super) mod test;

use super::bytearray::ByteArray;
use super::bytes::Bytes;
use super::counted::Ref;
use super::value::Value;
use crate::interp::{Res, Vm};
use crate::text::{Outcome, room};
use std::ops::Deref;

/// The data of a receiver and which of the two types it is.
pub(super) struct Receiver {
    pub data: Data,
    is_array: bool,
}

/// The bytes of a receiver: its own if they stay, a copy else.
pub(super) enum Data {
    Shared(Ref<Bytes>),
    Copied(Vec<u8>),
}

impl Deref for Data {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Data::Shared(bytes) => bytes.data(),
            Data::Copied(data) => data,
        }
    }
}

impl Receiver {
    /// The receiver behind the object that a method is called on.
    pub fn of(vm: &Vm, object: &Value) -> Res<Receiver> {
        let plain = vm.unwrapped(object);
        if let Some(bytes) = plain.downcast::<Bytes>() {
            return Ok(Receiver {
                data: Data::Shared(bytes.clone()),
                is_array: false,
            });
        }
        match plain.downcast::<ByteArray>() {
            Some(array) => Ok(Receiver {
                data: Data::Copied(copied(vm, &array.borrow())?),
                is_array: true,
            }),
            None => Err(vm.descriptor_error("bytes", object)),
        }
    }

    /// Its bytes, to be changed and given back to `made`.
    pub fn taken(&mut self, vm: &Vm) -> Res<Vec<u8>> {
        match &mut self.data {
            Data::Shared(bytes) => copied(vm, bytes.data()),
            Data::Copied(data) => Ok(std::mem::take(data)),
        }
    }

    /// An object of the receiver's type.
    pub fn made(&self, data: Vec<u8>) -> Value {
        if self.is_array {
            Value::from(ByteArray::new(data))
        } else {
            Value::from(Bytes::new(data))
        }
    }

    /// An object for a part of the receiver: bytes that stay whole are themselves.
    pub fn part(&self, part: &[u8]) -> Value {
        match &self.data {
            Data::Shared(bytes) if part.len() == bytes.data().len() => Value::from(bytes.clone()),
            _ => self.made(part.to_vec()),
        }
    }

    /// An object of the receiver's type of what a text function gave.
    pub fn outcome(&self, vm: &Vm, data: Outcome<Vec<u8>>) -> Res {
        match data {
            Ok(data) => Ok(self.made(data)),
            Err(fault) => Err(vm.fault(fault)),
        }
    }
}

/// A copy of bytes, where there is room for it.
fn copied(vm: &Vm, data: &[u8]) -> Res<Vec<u8>> {
    let mut copy = room(data.len()).map_err(|fault| vm.fault(fault))?;
    copy.extend_from_slice(data);
    Ok(copy)
}

/// The rows of both types, with more rows behind them.
macro_rules! shared_methods {
    ($($row:expr,)*) => {
        &[
            native("capitalize", "()", "The first byte in upper case, the rest in lower case.", change::capitalize),
            native("center", "(width, fillchar=b' ', /)", "The bytes amid fill bytes.", build::center),
            native("count", "(sub, start=None, end=None, /)", "How often bytes occur, without overlapping.", find::count),
            native("decode", "(encoding='utf-8', errors='strict')", "The text that the bytes encode.", make::decode),
            native("endswith", "(suffix, start=None, end=None, /)", "Whether it ends with bytes, or with one of a tuple.", find::ends_with),
            native("expandtabs", "(tabsize=8)", "Blanks up to the next column in place of each tab.", change::expand_tabs),
            native("find", "(sub, start=None, end=None, /)", "Where bytes occur first; -1 if nowhere.", find::find),
            native("hex", "(sep=<unrepresentable>, bytes_per_sep=1)", "The bytes as hexadecimal digits.", hex::to_hex),
            native("index", "(sub, start=None, end=None, /)", "Where bytes occur first; an error if nowhere.", find::index),
            native("isalnum", "()", "Whether all of it are ASCII letters or digits.", test::is_alnum),
            native("isalpha", "()", "Whether all of it are ASCII letters.", test::is_alpha),
            native("isascii", "()", "Whether all of it is ASCII.", test::is_ascii),
            native("isdigit", "()", "Whether all of it are ASCII digits.", test::is_digit),
            native("islower", "()", "Whether its ASCII letters are all in lower case.", test::is_lower),
            native("isspace", "()", "Whether all of it is ASCII white space.", test::is_space),
            native("istitle", "()", "Whether each word begins in upper case.", test::is_title),
            native("isupper", "()", "Whether its ASCII letters are all in upper case.", test::is_upper),
            native("join", "(iterable_of_bytes, /)", "All bytes objects of an iterable, with this one between them.", build::join),
            native("ljust", "(width, fillchar=b' ', /)", "The bytes before fill bytes.", build::ljust),
            native("lower", "()", "The bytes with ASCII letters in lower case.", change::lower),
            native("lstrip", "(bytes=None, /)", "Without white space, or given bytes, at the start.", change::strip_start),
            native("partition", "(sep, /)", "What stands before, at and after the first separator.", split::partition),
            native("replace", "(old, new, count=-1, /)", "A copy with other bytes in place of each occurrence.", change::replace),
            native("removeprefix", "(prefix, /)", "Without bytes at the start, if they are there.", change::remove_prefix),
            native("removesuffix", "(suffix, /)", "Without bytes at the end, if they are there.", change::remove_suffix),
            native("rfind", "(sub, start=None, end=None, /)", "Where bytes occur last; -1 if nowhere.", find::rfind),
            native("rindex", "(sub, start=None, end=None, /)", "Where bytes occur last; an error if nowhere.", find::rindex),
            native("rjust", "(width, fillchar=b' ', /)", "The bytes behind fill bytes.", build::rjust),
            native("rpartition", "(sep, /)", "What stands before, at and after the last separator.", split::rpartition),
            native("rsplit", "(sep=None, maxsplit=-1)", "The parts between separators, counted from the end.", split::rsplit),
            native("rstrip", "(bytes=None, /)", "Without white space, or given bytes, at the end.", change::strip_end),
            native("split", "(sep=None, maxsplit=-1)", "The parts between separators.", split::split),
            native("splitlines", "(keepends=False)", "The lines, with or without their ends.", split::split_lines),
            native("startswith", "(prefix, start=None, end=None, /)", "Whether it begins with bytes, or with one of a tuple.", find::starts_with),
            native("strip", "(bytes=None, /)", "Without white space, or given bytes, at both ends.", change::strip),
            native("swapcase", "()", "Upper case in lower case and the other way round.", change::swapcase),
            native("title", "()", "Each word begins in upper case.", change::title),
            native("translate", "(table, /, delete=b'')", "Each byte as a table of 256 maps it.", change::translate),
            native("upper", "()", "The bytes with ASCII letters in upper case.", change::upper),
            native("zfill", "(width, /)", "The bytes behind zeros, which come after a sign.", build::zfill),
            $($row,)*
        ]
    };
}
pub(super) use shared_methods;
