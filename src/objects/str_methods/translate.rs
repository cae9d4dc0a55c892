//! `str.translate` and the tables for it.

use super::{given, made, of, str_argument};
use crate::interp::{Res, Vm};
use crate::objects::dict::Dict;
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::text::wtf8;

pub(super) fn translate(vm: &Vm, a: &[Value]) -> Res {
    let text = of(vm, &a[0])?;
    let table = &a[1];
    let mut out = Vec::with_capacity(text.bytes().len());
    for code in wtf8::code_points(text.bytes()) {
        vm.poll()?;
        let mapped = match vm.get_item(table, &Value::Int(i64::from(code))) {
            Ok(mapped) => vm.unwrapped(&mapped),
            Err(raised) => {
                vm.catch(raised, &vm.types.lookup_error)?;
                wtf8::push(&mut out, code);
                continue;
            }
        };
        match mapped {
            Value::None => {}
            Value::Str(text) => out.extend_from_slice(text.bytes()),
            Value::Int(code @ 0..0x11_0000) => wtf8::push(&mut out, code as u32),
            Value::Bool(flag) => wtf8::push(&mut out, flag as u32),
            Value::Int(_) | Value::Big(_) => {
                return Err(vm.value_error("character mapping must be in range(0x110000)"));
            }
            _ => {
                let message = "character mapping must return integer, None or str";
                return Err(vm.type_error(message));
            }
        }
    }
    Ok(made(out))
}

pub(super) fn make_table(vm: &Vm, a: &[Value]) -> Res {
    let Some(to) = given(a, 1) else {
        return table_from_dict(vm, &a[0]);
    };
    let to = str_argument(vm, to, "maketrans() argument 2")?;
    let removed = match given(a, 2) {
        Some(removed) => Some(str_argument(vm, removed, "maketrans() argument 3")?),
        None => None,
    };
    let Value::Str(from) = vm.unwrapped(&a[0]) else {
        let message = "first maketrans argument must be a string if there is a second argument";
        return Err(vm.type_error(message));
    };
    if from.len() != to.len() {
        let message = "the first two maketrans arguments must have equal length";
        return Err(vm.value_error(message));
    }
    let table = Dict::new();
    let codes = |text: &Str| -> Vec<Value> {
        let codes = wtf8::code_points(text.bytes());
        codes.map(|code| Value::Int(i64::from(code))).collect()
    };
    for (from, to) in codes(&from).into_iter().zip(codes(&to)) {
        table.set(vm, &from, to)?;
    }
    for code in removed.iter().flat_map(|removed| codes(removed)) {
        table.set(vm, &code, Value::None)?;
    }
    Ok(Value::Dict(table))
}

fn table_from_dict(vm: &Vm, value: &Value) -> Res {
    let Value::Dict(mapping) = vm.unwrapped(value) else {
        let message = "if you give only one argument to maketrans it must be a dict";
        return Err(vm.type_error(message));
    };
    let table = Dict::new();
    for (key, mapped) in mapping.entries() {
        let code = match vm.unwrapped(&key) {
            Value::Str(text) => {
                let mut codes = wtf8::code_points(text.bytes());
                match (codes.next(), codes.next()) {
                    (Some(code), None) => Value::Int(i64::from(code)),
                    _ => {
                        let message = "string keys in translate table must be of length 1";
                        return Err(vm.value_error(message));
                    }
                }
            }
            Value::Int(_) | Value::Big(_) | Value::Bool(_) => key.clone(),
            _ => {
                let message = "keys in translate table must be strings or integers";
                return Err(vm.type_error(message));
            }
        };
        table.set(vm, &code, mapped)?;
    }
    Ok(Value::Dict(table))
}
