//! Finding and counting in bytes, prefixes and suffixes.

use super::Receiver;
use crate::interp::{Res, Vm};
use crate::objects::str_methods::bounded;
use crate::objects::value::Value;
use crate::text::search::{self, Units};
use std::ops::Range;

/// The bounds that arguments give: what is made of them in a receiver of some length. Scripts decide them, so that they
/// come before a look at the receiver.
fn bounds(vm: &Vm, a: &[Value]) -> Res<impl Fn(usize) -> Option<Range<usize>>> {
    let given = |at: usize| a.get(at).and_then(Value::given);
    let start = vm.slice_bound(given(2), 0)?;
    let end = vm.slice_bound(given(3), i64::MAX)?;
    Ok(move |len| bounded(start, end, len))
}

/// What to look for: bytes, or one byte as a number.
pub(crate) fn needle(vm: &Vm, value: &Value) -> Res<Vec<u8>> {
    if let Some(data) = vm.buffer(value) {
        return Ok(data);
    }
    if vm.is_index(value) {
        return Ok(vec![vm.byte(value, "byte must be in range(0, 256)")?]);
    }
    let class = vm.class_name(value);
    let message = format!("argument should be integer or bytes-like object, not '{class}'");
    Err(vm.type_error(&message))
}

fn search_with(
    vm: &Vm,
    a: &[Value],
    search: fn(&[u8], &[u8]) -> Option<usize>,
) -> Res<Option<usize>> {
    let bounds = bounds(vm, a)?;
    let needle = needle(vm, &a[1])?;
    let receiver = Receiver::of(vm, &a[0])?;
    Ok(bounds(receiver.data.len()).and_then(|range| {
        let start = range.start;
        search(&receiver.data[range], &needle).map(|at| start + at)
    }))
}

fn or_minus_one(found: Option<usize>) -> Value {
    found.map_or(Value::Int(-1), Value::from)
}

pub(crate) fn find(vm: &Vm, a: &[Value]) -> Res {
    search_with(vm, a, search::find).map(or_minus_one)
}

pub(crate) fn rfind(vm: &Vm, a: &[Value]) -> Res {
    search_with(vm, a, search::rfind).map(or_minus_one)
}

fn or_error(vm: &Vm, found: Option<usize>) -> Res {
    match found {
        Some(at) => Ok(Value::from(at)),
        None => Err(vm.value_error("subsection not found")),
    }
}

pub(crate) fn index(vm: &Vm, a: &[Value]) -> Res {
    or_error(vm, search_with(vm, a, search::find)?)
}

pub(crate) fn rindex(vm: &Vm, a: &[Value]) -> Res {
    or_error(vm, search_with(vm, a, search::rfind)?)
}

pub(crate) fn count(vm: &Vm, a: &[Value]) -> Res {
    let bounds = bounds(vm, a)?;
    let needle = needle(vm, &a[1])?;
    let receiver = Receiver::of(vm, &a[0])?;
    let found = bounds(receiver.data.len())
        .map(|range| search::count(&receiver.data[range], &needle, Units::Bytes));
    Ok(Value::from(found.unwrap_or(0)))
}

fn affix(vm: &Vm, a: &[Value], name: &str, test: fn(&[u8], &[u8]) -> bool) -> Res {
    let bounds = bounds(vm, a)?;
    let receiver = Receiver::of(vm, &a[0])?;
    let part = bounds(receiver.data.len()).map(|range| &receiver.data[range]);
    let matches = |affix: &[u8]| part.is_some_and(|part| test(part, affix));
    if let Value::Tuple(affixes) = vm.unwrapped(&a[1]) {
        for each in affixes.items() {
            if matches(&vm.expect_buffer(each)?) {
                return Ok(Value::bool(true));
            }
        }
        return Ok(Value::bool(false));
    }
    match vm.buffer(&a[1]) {
        Some(affix) => Ok(Value::bool(matches(&affix))),
        None => {
            let class = vm.class_name(&a[1]);
            let message =
                format!("{name} first arg must be bytes or a tuple of bytes, not {class}");
            Err(vm.type_error(&message))
        }
    }
}

pub(crate) fn starts_with(vm: &Vm, a: &[Value]) -> Res {
    affix(vm, a, "startswith", |data, affix| data.starts_with(affix))
}

pub(crate) fn ends_with(vm: &Vm, a: &[Value]) -> Res {
    affix(vm, a, "endswith", |data, affix| data.ends_with(affix))
}
