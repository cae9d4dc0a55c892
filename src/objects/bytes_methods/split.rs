//! Splitting bytes.

use super::Receiver;
use crate::interp::{Res, Vm};
use crate::objects::list::List;
use crate::objects::str_methods::limit;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::text::search::{self, Units};

type Words = fn(&[u8], Option<usize>, Units) -> Vec<&[u8]>;
type Parts = for<'a> fn(&'a [u8], &[u8], Option<usize>) -> Vec<&'a [u8]>;

fn list_of(receiver: &Receiver, parts: Vec<&[u8]>) -> Value {
    let parts = parts.into_iter().map(|part| receiver.made(part.to_vec()));
    Value::from(List::new(parts.collect()))
}

fn split_with(vm: &Vm, a: &[Value], words: Words, parts: Parts) -> Res {
    let given = |at: usize| a.get(at).and_then(Value::given);
    let most = limit(vm, given(2))?;
    let receiver = Receiver::of(vm, &a[0])?;
    let separator = match given(1) {
        None | Some(Value::None) => {
            return Ok(list_of(
                &receiver,
                words(&receiver.data, most, Units::Bytes),
            ));
        }
        Some(separator) => vm.expect_buffer(separator)?,
    };
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    Ok(list_of(&receiver, parts(&receiver.data, &separator, most)))
}

pub(crate) fn split(vm: &Vm, a: &[Value]) -> Res {
    split_with(vm, a, search::split_words, search::split)
}

pub(crate) fn rsplit(vm: &Vm, a: &[Value]) -> Res {
    split_with(vm, a, search::rsplit_words, search::rsplit)
}

pub(crate) fn split_lines(vm: &Vm, a: &[Value]) -> Res {
    let keep = match a.get(1).and_then(Value::given) {
        Some(keep) => vm.truth(keep)?,
        None => false,
    };
    let receiver = Receiver::of(vm, &a[0])?;
    let lines = search::split_lines(&receiver.data, keep, Units::Bytes);
    Ok(list_of(&receiver, lines))
}

fn cut(vm: &Vm, a: &[Value], cut: for<'a> fn(&'a [u8], &[u8]) -> [&'a [u8]; 3]) -> Res {
    let receiver = Receiver::of(vm, &a[0])?;
    let separator = vm.expect_buffer(&a[1])?;
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let parts = cut(&receiver.data, &separator);
    let found = !parts[1].is_empty();
    let mut parts = parts.map(|part| receiver.made(part.to_vec()));
    if found && !receiver.is_array {
        parts[1] = a[1].clone();
    }
    Ok(Value::from(Tuple::new(parts.to_vec())))
}

pub(crate) fn partition(vm: &Vm, a: &[Value]) -> Res {
    cut(vm, a, search::partition)
}

pub(crate) fn rpartition(vm: &Vm, a: &[Value]) -> Res {
    cut(vm, a, search::rpartition)
}
