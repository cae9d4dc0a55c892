//! Questions about the characters of a string.

use super::of;
use crate::interp::{Res, Vm};
use crate::objects::value::Value;
use crate::text::{case, unicode};

fn ask(vm: &Vm, a: &[Value], test: fn(&[u8]) -> bool) -> Res {
    Ok(Value::bool(test(of(vm, &a[0])?.bytes())))
}

fn each(vm: &Vm, a: &[Value], property: fn(u32) -> bool) -> Res {
    Ok(Value::bool(unicode::all(of(vm, &a[0])?.bytes(), property)))
}

pub(super) fn is_ascii(vm: &Vm, a: &[Value]) -> Res {
    ask(vm, a, <[u8]>::is_ascii)
}

pub(super) fn is_lower(vm: &Vm, a: &[Value]) -> Res {
    ask(vm, a, case::all_lower)
}

pub(super) fn is_upper(vm: &Vm, a: &[Value]) -> Res {
    ask(vm, a, case::all_upper)
}

pub(super) fn is_title(vm: &Vm, a: &[Value]) -> Res {
    ask(vm, a, case::all_title)
}

pub(super) fn is_identifier(vm: &Vm, a: &[Value]) -> Res {
    ask(vm, a, case::is_identifier)
}

pub(super) fn is_printable(vm: &Vm, a: &[Value]) -> Res {
    // The empty string is printable, other than for the questions below.
    ask(vm, a, |text| {
        text.is_empty() || unicode::all(text, unicode::is_printable)
    })
}

pub(super) fn is_space(vm: &Vm, a: &[Value]) -> Res {
    each(vm, a, unicode::is_space)
}

pub(super) fn is_decimal(vm: &Vm, a: &[Value]) -> Res {
    each(vm, a, unicode::is_decimal)
}

pub(super) fn is_digit(vm: &Vm, a: &[Value]) -> Res {
    each(vm, a, unicode::is_digit)
}

pub(super) fn is_numeric(vm: &Vm, a: &[Value]) -> Res {
    each(vm, a, unicode::is_numeric)
}

pub(super) fn is_alpha(vm: &Vm, a: &[Value]) -> Res {
    each(vm, a, unicode::is_alpha)
}

pub(super) fn is_alnum(vm: &Vm, a: &[Value]) -> Res {
    each(vm, a, unicode::is_alnum)
}
