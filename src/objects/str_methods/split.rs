//! Splitting strings.

use super::{given, of};
use crate::interp::{Raised, Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::list::List;
use crate::objects::str::Str;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::text::search::{self, Units};

type Words = fn(&[u8], Option<usize>, Units) -> Vec<&[u8]>;
type Parts = for<'a> fn(&'a [u8], &[u8], Option<usize>) -> Vec<&'a [u8]>;

fn list_of(parts: Vec<&[u8]>) -> Value {
    let parts = parts.into_iter().map(Str::copied);
    let values = parts.map(|part| Value::from(Ref::new(part)));
    Value::from(List::new(values.collect()))
}

/// How often to split at most; a negative number sets no limit.
pub(crate) fn limit(vm: &Vm, value: Option<&Value>) -> Res<Option<usize>> {
    match value {
        Some(value) => Ok(usize::try_from(vm.index_size(value)?).ok()),
        None => Ok(None),
    }
}

fn split_with(vm: &Vm, a: &[Value], words: Words, parts: Parts) -> Res {
    let text = of(vm, &a[0])?;
    let most = limit(vm, given(a, 2))?;
    let separator = match given(a, 1).map(|value| vm.unwrapped(value)) {
        None | Some(Value::None) => {
            return Ok(list_of(words(text.bytes(), most, Units::Text)));
        }
        Some(Value::Str(separator)) => separator,
        Some(_) => {
            let class = vm.class_name(&a[1]);
            return Err(vm.type_error(&format!("must be str or None, not {class}")));
        }
    };
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    Ok(list_of(parts(text.bytes(), separator.bytes(), most)))
}

pub(super) fn split(vm: &Vm, a: &[Value]) -> Res {
    split_with(vm, a, search::split_words, search::split)
}

pub(super) fn rsplit(vm: &Vm, a: &[Value]) -> Res {
    split_with(vm, a, search::rsplit_words, search::rsplit)
}

pub(super) fn split_lines(vm: &Vm, a: &[Value]) -> Res {
    let text = of(vm, &a[0])?;
    let keep = given(a, 1).map_or(Ok(false), |keep| vm.truth(keep))?;
    Ok(list_of(search::split_lines(
        text.bytes(),
        keep,
        Units::Text,
    )))
}

fn cut(vm: &Vm, a: &[Value], cut: for<'a> fn(&'a [u8], &[u8]) -> [&'a [u8]; 3]) -> Res {
    let text = of(vm, &a[0])?;
    let Value::Str(separator) = vm.unwrapped(&a[1]) else {
        return Err(not_str(vm, &a[1]));
    };
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let parts = cut(text.bytes(), separator.bytes()).map(|part| {
        // Where there is no separator, the whole is the object itself, also of a subclass.
        if part.len() == text.bytes().len() {
            a[0].clone()
        } else {
            Value::from(Ref::new(Str::copied(part)))
        }
    });
    Ok(Value::from(Tuple::new(parts.to_vec())))
}

#[cold]
fn not_str(vm: &Vm, value: &Value) -> Raised {
    let class = vm.class_name(value);
    vm.type_error(&format!("must be str, not {class}"))
}

pub(super) fn partition(vm: &Vm, a: &[Value]) -> Res {
    cut(vm, a, search::partition)
}

pub(super) fn rpartition(vm: &Vm, a: &[Value]) -> Res {
    cut(vm, a, search::rpartition)
}
