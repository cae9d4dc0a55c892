//! Strings built: joined, and filled up to a width.

use super::{given, made, of, outcome};
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::text::search::{self, Units};

pub(super) fn join(vm: &Vm, a: &[Value]) -> Res {
    let separator = of(vm, &a[0])?;
    let items = vm.items_to_join(&a[1])?;
    let mut texts = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        match vm.unwrapped(item) {
            Value::Str(text) => texts.push(text),
            _ => {
                let class = vm.class_name(item);
                let message = format!("sequence item {at}: expected str instance, {class} found");
                return Err(vm.type_error(&message));
            }
        }
    }
    if let ([text], [Value::Str(_)]) = (texts.as_slice(), items.as_slice()) {
        return Ok(Value::Str(text.clone()));
    }
    let own: usize = texts.iter().map(|text| text.bytes().len()).sum();
    let between = separator.bytes().len() * texts.len().saturating_sub(1);
    let mut joined = crate::text::room(own + between).map_err(|fault| vm.fault(fault))?;
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            joined.extend_from_slice(separator.bytes());
        }
        joined.extend_from_slice(text.bytes());
    }
    Ok(made(joined))
}

fn fill_character(vm: &Vm, value: Option<&Value>) -> Res<Ref<Str>> {
    let Some(value) = value else {
        return Ok(Ref::new(Str::from(" ")));
    };
    match vm.unwrapped(value) {
        Value::Str(text) if text.len() == 1 => Ok(text),
        Value::Str(_) => {
            Err(vm.type_error("The fill character must be exactly one character long"))
        }
        _ => {
            let class = vm.class_name(value);
            let message = format!("The fill character must be a unicode character, not {class}");
            Err(vm.type_error(&message))
        }
    }
}

/// Fills up to the width that the arguments say, with margins made from length and width.
fn fill(vm: &Vm, a: &[Value], margins: fn(usize, usize) -> (usize, usize)) -> Res {
    let text = of(vm, &a[0])?;
    let width = vm.index_size(&a[1])?;
    let character = fill_character(vm, given(a, 2))?;
    let width = usize::try_from(width).unwrap_or(0);
    if width <= text.len() {
        return Ok(Value::Str(text));
    }
    let (left, right) = margins(text.len(), width);
    outcome(
        vm,
        search::padded(text.bytes(), character.bytes(), left, right),
    )
}

pub(super) fn center(vm: &Vm, a: &[Value]) -> Res {
    fill(vm, a, search::margins)
}

pub(super) fn ljust(vm: &Vm, a: &[Value]) -> Res {
    fill(vm, a, |length, width| (0, width - length))
}

pub(super) fn rjust(vm: &Vm, a: &[Value]) -> Res {
    fill(vm, a, |length, width| (width - length, 0))
}

pub(super) fn zfill(vm: &Vm, a: &[Value]) -> Res {
    let text = of(vm, &a[0])?;
    let width = usize::try_from(vm.index_size(&a[1])?).unwrap_or(0);
    if width <= text.len() {
        return Ok(Value::Str(text));
    }
    outcome(vm, search::zfill(text.bytes(), width, Units::Text))
}
