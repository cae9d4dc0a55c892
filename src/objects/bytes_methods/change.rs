//! Bytes changed: case, stripping, replacing, tabs, translation.

use super::Receiver;
use crate::interp::{Res, Vm};
use crate::objects::str_methods::{limit, tab_size};
use crate::objects::value::Value;
use crate::text::search::{self, Units};

fn mapped(vm: &Vm, a: &[Value], map: fn(&mut Vec<u8>)) -> Res {
    let mut receiver = Receiver::of(vm, &a[0])?;
    let mut data = receiver.taken(vm)?;
    map(&mut data);
    Ok(receiver.made(data))
}

pub(crate) fn upper(vm: &Vm, a: &[Value]) -> Res {
    mapped(vm, a, |data| data.make_ascii_uppercase())
}

pub(crate) fn lower(vm: &Vm, a: &[Value]) -> Res {
    mapped(vm, a, |data| data.make_ascii_lowercase())
}

pub(crate) fn capitalize(vm: &Vm, a: &[Value]) -> Res {
    mapped(vm, a, |data| {
        data.make_ascii_lowercase();
        if let Some(first) = data.first_mut() {
            first.make_ascii_uppercase();
        }
    })
}

pub(crate) fn title(vm: &Vm, a: &[Value]) -> Res {
    mapped(vm, a, |data| {
        let mut in_word = false;
        for byte in data {
            if in_word {
                byte.make_ascii_lowercase();
            } else {
                byte.make_ascii_uppercase();
            }
            in_word = byte.is_ascii_alphabetic();
        }
    })
}

pub(crate) fn swapcase(vm: &Vm, a: &[Value]) -> Res {
    mapped(vm, a, |data| {
        for byte in data.iter_mut().filter(|byte| byte.is_ascii_alphabetic()) {
            *byte ^= 0x20;
        }
    })
}

type Strip = for<'a> fn(&'a [u8], Option<&[u8]>, Units) -> &'a [u8];

fn strip_with(vm: &Vm, a: &[Value], strip: Strip) -> Res {
    let receiver = Receiver::of(vm, &a[0])?;
    let chars = match a.get(1).and_then(Value::given) {
        None | Some(Value::None) => None,
        Some(chars) => Some(vm.expect_buffer(chars)?),
    };
    let part = strip(&receiver.data, chars.as_deref(), Units::Bytes);
    Ok(receiver.part(part))
}

pub(crate) fn strip(vm: &Vm, a: &[Value]) -> Res {
    strip_with(vm, a, search::strip)
}

pub(crate) fn strip_start(vm: &Vm, a: &[Value]) -> Res {
    strip_with(vm, a, search::strip_start)
}

pub(crate) fn strip_end(vm: &Vm, a: &[Value]) -> Res {
    strip_with(vm, a, search::strip_end)
}

pub(crate) fn replace(vm: &Vm, a: &[Value]) -> Res {
    let old = vm.expect_buffer(&a[1])?;
    let new = vm.expect_buffer(&a[2])?;
    let most = limit(vm, a.get(3).and_then(Value::given))?;
    let receiver = Receiver::of(vm, &a[0])?;
    let replaced = search::replace(&receiver.data, &old, &new, most, Units::Bytes);
    receiver.outcome(vm, replaced)
}

pub(crate) fn expand_tabs(vm: &Vm, a: &[Value]) -> Res {
    let size = tab_size(vm, a.get(1).and_then(Value::given))?;
    let receiver = Receiver::of(vm, &a[0])?;
    let expanded = search::expand_tabs(&receiver.data, size, Units::Bytes);
    receiver.outcome(vm, expanded)
}

pub(crate) fn remove_prefix(vm: &Vm, a: &[Value]) -> Res {
    let receiver = Receiver::of(vm, &a[0])?;
    let prefix = vm.expect_buffer(&a[1])?;
    let part = receiver.data.strip_prefix(prefix.as_slice());
    Ok(receiver.made(part.unwrap_or(&receiver.data).to_vec()))
}

pub(crate) fn remove_suffix(vm: &Vm, a: &[Value]) -> Res {
    let receiver = Receiver::of(vm, &a[0])?;
    let suffix = vm.expect_buffer(&a[1])?;
    let part = receiver.data.strip_suffix(suffix.as_slice());
    Ok(receiver.made(part.unwrap_or(&receiver.data).to_vec()))
}

pub(crate) fn translate(vm: &Vm, a: &[Value]) -> Res {
    let receiver = Receiver::of(vm, &a[0])?;
    let table = match &a[1] {
        Value::None => None,
        table => {
            let table = vm.expect_buffer(table)?;
            if table.len() != 256 {
                return Err(vm.value_error("translation table must be 256 characters long"));
            }
            Some(table)
        }
    };
    let deleted = match a.get(2).and_then(Value::given) {
        Some(deleted) => vm.expect_buffer(deleted)?,
        None => Vec::new(),
    };
    let kept = receiver.data.iter().filter(|byte| !deleted.contains(byte));
    let mapped = kept.map(|&byte| match &table {
        Some(table) => table[usize::from(byte)],
        None => byte,
    });
    Ok(receiver.made(mapped.collect()))
}
