//! Strings changed: case, stripping, replacing, tabs.

use super::{given, made, of, outcome, part_of, str_argument};
use crate::interp::{Res, Vm};
use crate::objects::value::Value;
use crate::text::case;
use crate::text::search::{self, Units};

fn mapped(vm: &Vm, a: &[Value], map: fn(&[u8]) -> Vec<u8>) -> Res {
    Ok(made(map(of(vm, &a[0])?.bytes())))
}

pub(super) fn upper(vm: &Vm, a: &[Value]) -> Res {
    mapped(vm, a, case::upper)
}

pub(super) fn lower(vm: &Vm, a: &[Value]) -> Res {
    mapped(vm, a, case::lower)
}

pub(super) fn title(vm: &Vm, a: &[Value]) -> Res {
    mapped(vm, a, case::title)
}

pub(super) fn capitalize(vm: &Vm, a: &[Value]) -> Res {
    mapped(vm, a, case::capitalize)
}

pub(super) fn casefold(vm: &Vm, a: &[Value]) -> Res {
    mapped(vm, a, case::casefold)
}

pub(super) fn swapcase(vm: &Vm, a: &[Value]) -> Res {
    mapped(vm, a, case::swapcase)
}

type Strip = for<'a> fn(&'a [u8], Option<&[u8]>, Units) -> &'a [u8];

fn strip_with(vm: &Vm, a: &[Value], name: &str, strip: Strip) -> Res {
    let text = of(vm, &a[0])?;
    let part = match given(a, 1).map(|chars| vm.unwrapped(chars)) {
        None | Some(Value::None) => part_of(&text, strip(text.bytes(), None, Units::Text)),
        Some(Value::Str(chars)) => {
            part_of(&text, strip(text.bytes(), Some(chars.bytes()), Units::Text))
        }
        Some(_) => return Err(vm.type_error(&format!("{name} arg must be None or str"))),
    };
    Ok(part)
}

pub(super) fn strip(vm: &Vm, a: &[Value]) -> Res {
    strip_with(vm, a, "strip", search::strip)
}

pub(super) fn strip_start(vm: &Vm, a: &[Value]) -> Res {
    strip_with(vm, a, "lstrip", search::strip_start)
}

pub(super) fn strip_end(vm: &Vm, a: &[Value]) -> Res {
    strip_with(vm, a, "rstrip", search::strip_end)
}

pub(super) fn replace(vm: &Vm, a: &[Value]) -> Res {
    let text = of(vm, &a[0])?;
    let old = str_argument(vm, &a[1], "replace() argument 1")?;
    let new = str_argument(vm, &a[2], "replace() argument 2")?;
    let most = super::split::limit(vm, given(a, 3))?;
    if !old.is_empty() && search::find(text.bytes(), old.bytes()).is_none() {
        return Ok(Value::Str(text));
    }
    let replaced = search::replace(text.bytes(), old.bytes(), new.bytes(), most, Units::Text);
    outcome(vm, replaced)
}

pub(super) fn expand_tabs(vm: &Vm, a: &[Value]) -> Res {
    let text = of(vm, &a[0])?;
    let size = tab_size(vm, given(a, 1))?;
    outcome(vm, search::expand_tabs(text.bytes(), size, Units::Text))
}

/// The distance of tab stops; negative ones count as 0.
pub(crate) fn tab_size(vm: &Vm, value: Option<&Value>) -> Res<usize> {
    let Some(value) = value else { return Ok(8) };
    match vm.index(value)? {
        Value::Int(size) if i32::try_from(size).is_ok() => Ok(usize::try_from(size).unwrap_or(0)),
        _ => Err(vm.overflow_error("Python int too large to convert to C int")),
    }
}

pub(super) fn remove_prefix(vm: &Vm, a: &[Value]) -> Res {
    let text = of(vm, &a[0])?;
    let prefix = affix(vm, &a[1], "removeprefix")?;
    let part = text.bytes().strip_prefix(&*prefix);
    Ok(part_of(&text, part.unwrap_or(text.bytes())))
}

pub(super) fn remove_suffix(vm: &Vm, a: &[Value]) -> Res {
    let text = of(vm, &a[0])?;
    let suffix = affix(vm, &a[1], "removesuffix")?;
    let part = text.bytes().strip_suffix(&*suffix);
    Ok(part_of(&text, part.unwrap_or(text.bytes())))
}

fn affix(vm: &Vm, value: &Value, name: &str) -> Res<Vec<u8>> {
    match vm.unwrapped(value) {
        Value::Str(affix) => Ok(affix.bytes().to_vec()),
        _ => {
            let class = vm.argument_class(value);
            Err(vm.type_error(&format!("{name}() argument must be str, not {class}")))
        }
    }
}
