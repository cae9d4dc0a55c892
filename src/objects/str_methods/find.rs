//! Finding and counting in strings, prefixes and suffixes.

use super::{given, of, str_argument};
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::text::search::{self, Units};
use std::ops::Range;

/// The code points that the arguments `start` and `end` (from `at`) name; `None`: there are none, not even nothing.
fn range(vm: &Vm, a: &[Value], at: usize, len: usize) -> Res<Option<Range<usize>>> {
    let start = vm.slice_bound(given(a, at), 0)?;
    let end = vm.slice_bound(given(a, at + 1), i64::MAX)?;
    Ok(bounded(start, end, len))
}

/// Cuts bounds that count from the end when negative to a sequence of `len` items; `None`: they cross.
pub fn bounded(start: i64, end: i64, len: usize) -> Option<Range<usize>> {
    let len = len as i64;
    let place = |bound: i64| {
        if bound < 0 {
            bound.saturating_add(len).max(0)
        } else {
            bound
        }
    };
    let (start, end) = (place(start), place(end).min(len));
    (start <= end).then_some(start as usize..end as usize)
}

/// The index at which `search` finds the first argument.
fn search_with(
    vm: &Vm,
    a: &[Value],
    name: &str,
    search: fn(&[u8], &[u8]) -> Option<usize>,
) -> Res<Option<usize>> {
    let text = of(vm, &a[0])?;
    let needle = str_argument(vm, &a[1], name)?;
    let Some(range) = range(vm, a, 2, text.len())? else {
        return Ok(None);
    };
    let (from, to) = (text.offset_of(range.start), text.offset_of(range.end));
    let found = search(&text.bytes()[from..to], needle.bytes());
    Ok(found.map(|at| text.index_of(from + at)))
}

fn or_minus_one(found: Option<usize>) -> Value {
    found.map_or(Value::Int(-1), Value::from)
}

pub(super) fn find(vm: &Vm, a: &[Value]) -> Res {
    search_with(vm, a, "find() argument 1", search::find).map(or_minus_one)
}

pub(super) fn rfind(vm: &Vm, a: &[Value]) -> Res {
    search_with(vm, a, "rfind() argument 1", search::rfind).map(or_minus_one)
}

fn or_error(vm: &Vm, found: Option<usize>) -> Res {
    match found {
        Some(at) => Ok(Value::from(at)),
        None => Err(vm.value_error("substring not found")),
    }
}

pub(super) fn index(vm: &Vm, a: &[Value]) -> Res {
    let found = search_with(vm, a, "index() argument 1", search::find)?;
    or_error(vm, found)
}

pub(super) fn rindex(vm: &Vm, a: &[Value]) -> Res {
    let found = search_with(vm, a, "rindex() argument 1", search::rfind)?;
    or_error(vm, found)
}

pub(super) fn count(vm: &Vm, a: &[Value]) -> Res {
    let text = of(vm, &a[0])?;
    let needle = str_argument(vm, &a[1], "count() argument 1")?;
    let Some(range) = range(vm, a, 2, text.len())? else {
        return Ok(Value::Int(0));
    };
    let part = &text.bytes()[text.offset_of(range.start)..text.offset_of(range.end)];
    Ok(Value::from(search::count(
        part,
        needle.bytes(),
        Units::Text,
    )))
}

fn affix(vm: &Vm, a: &[Value], name: &str, test: fn(&[u8], &[u8]) -> bool) -> Res {
    let text = of(vm, &a[0])?;
    let range = range(vm, a, 2, text.len())?;
    let matches = |affix: &Ref<Str>| {
        range.as_ref().is_some_and(|range| {
            let part = &text.bytes()[text.offset_of(range.start)..text.offset_of(range.end)];
            test(part, affix.bytes())
        })
    };
    match vm.unwrapped(&a[1]) {
        Value::Str(affix) => Ok(Value::bool(matches(&affix))),
        Value::Tuple(affixes) => {
            for each in affixes.items() {
                let Value::Str(affix) = vm.unwrapped(each) else {
                    let class = vm.class_name(each);
                    let message = format!("tuple for {name} must only contain str, not {class}");
                    return Err(vm.type_error(&message));
                };
                if matches(&affix) {
                    return Ok(Value::bool(true));
                }
            }
            Ok(Value::bool(false))
        }
        _ => {
            let class = vm.class_name(&a[1]);
            let message = format!("{name} first arg must be str or a tuple of str, not {class}");
            Err(vm.type_error(&message))
        }
    }
}

pub(super) fn starts_with(vm: &Vm, a: &[Value]) -> Res {
    affix(vm, a, "startswith", |text, affix| text.starts_with(affix))
}

pub(super) fn ends_with(vm: &Vm, a: &[Value]) -> Res {
    affix(vm, a, "endswith", |text, affix| text.ends_with(affix))
}
