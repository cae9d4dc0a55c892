//! Questions about bytes as ASCII text.

use super::Receiver;
use crate::interp::{Res, Vm};
use crate::objects::value::Value;

fn each(vm: &Vm, a: &[Value], property: fn(&u8) -> bool) -> Res {
    let data = Receiver::of(vm, &a[0])?.data;
    Ok(Value::bool(!data.is_empty() && data.iter().all(property)))
}

/// Whether a byte is white space: the vertical tab counts.
pub(super) fn is_space_byte(byte: &u8) -> bool {
    matches!(byte, 0x09..=0x0D | 0x20)
}

pub(crate) fn is_alnum(vm: &Vm, a: &[Value]) -> Res {
    each(vm, a, u8::is_ascii_alphanumeric)
}

pub(crate) fn is_alpha(vm: &Vm, a: &[Value]) -> Res {
    each(vm, a, u8::is_ascii_alphabetic)
}

pub(crate) fn is_digit(vm: &Vm, a: &[Value]) -> Res {
    each(vm, a, u8::is_ascii_digit)
}

pub(crate) fn is_space(vm: &Vm, a: &[Value]) -> Res {
    each(vm, a, is_space_byte)
}

pub(crate) fn is_ascii(vm: &Vm, a: &[Value]) -> Res {
    Ok(Value::bool(Receiver::of(vm, &a[0])?.data.is_ascii()))
}

fn all_cased(vm: &Vm, a: &[Value], wanted: fn(&u8) -> bool, unwanted: fn(&u8) -> bool) -> Res {
    let data = Receiver::of(vm, &a[0])?.data;
    let answer = data.iter().any(wanted) && !data.iter().any(unwanted);
    Ok(Value::bool(answer))
}

pub(crate) fn is_lower(vm: &Vm, a: &[Value]) -> Res {
    all_cased(vm, a, u8::is_ascii_lowercase, u8::is_ascii_uppercase)
}

pub(crate) fn is_upper(vm: &Vm, a: &[Value]) -> Res {
    all_cased(vm, a, u8::is_ascii_uppercase, u8::is_ascii_lowercase)
}

pub(crate) fn is_title(vm: &Vm, a: &[Value]) -> Res {
    let data = Receiver::of(vm, &a[0])?.data;
    let (mut any, mut in_word) = (false, false);
    for byte in data.iter() {
        if byte.is_ascii_uppercase() && in_word || byte.is_ascii_lowercase() && !in_word {
            return Ok(Value::bool(false));
        }
        in_word = byte.is_ascii_alphabetic();
        any |= in_word;
    }
    Ok(Value::bool(any))
}
