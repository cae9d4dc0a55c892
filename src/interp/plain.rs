//! The operations of built-in types on plain values: what `int.__add__`, `str.__len__` and their kin do. An instance of a
//! subclass counts as the value it stands for, and no method of a script's class is ever asked; the dispatchers, which
//! do ask, are `arithmetic.rs`, `compare.rs`, `convert.rs` and `hash.rs`.

use super::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::str::Str;
use crate::objects::value::Value;
use snakelet_grammar::ast::{BinaryOp, CompareOp, UnaryOp};

/// `a op b`, or `b op a` when `reflected`; `None`: `NotImplemented`.
pub fn plain_binary(
    vm: &Vm,
    op: BinaryOp,
    a: &Value,
    b: &Value,
    reflected: bool,
) -> Res<Option<Value>> {
    let (a, b) = (vm.unwrapped(a), vm.unwrapped(b));
    match a.object() {
        Some(object) => object.binary(vm, &a, op, &b, reflected),
        None => Ok(None),
    }
}

/// `a op= b` done in place; `None`: the type has no such operation, or it gave `NotImplemented`.
pub fn plain_in_place(vm: &Vm, op: BinaryOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    let (a, b) = (vm.unwrapped(a), vm.unwrapped(b));
    match a.object() {
        Some(object) => object.in_place(vm, &a, op, &b),
        None => Ok(None),
    }
}

/// `pow(a, b, modulo)`, or `pow(b, a, modulo)` when `reflected`; `None`: `NotImplemented`.
pub fn plain_power(
    vm: &Vm,
    a: &Value,
    b: &Value,
    modulo: &Value,
    reflected: bool,
) -> Res<Option<Value>> {
    let _ = modulo;
    plain_binary(vm, BinaryOp::Pow, a, b, reflected)
}

/// `divmod(a, b)`, or `divmod(b, a)` when `reflected`; `None`: `NotImplemented`.
pub fn plain_divmod(vm: &Vm, a: &Value, b: &Value, reflected: bool) -> Res<Option<Value>> {
    plain_binary(vm, BinaryOp::FloorDiv, a, b, reflected)
}

/// `op a`; `None`: unsupported.
pub fn plain_unary(vm: &Vm, op: UnaryOp, a: &Value) -> Res<Option<Value>> {
    let a = vm.unwrapped(a);
    match a.object() {
        Some(object) => object.unary(vm, &a, op),
        None => Ok(None),
    }
}

/// `abs(a)`; `None`: unsupported.
pub fn plain_abs(vm: &Vm, a: &Value) -> Res<Option<Value>> {
    Ok(Some(vm.unwrapped(a)))
}

/// `a op b` for `==`, `!=`, `<`, `<=`, `>` and `>=`; `None`: `NotImplemented`.
pub fn plain_compare(vm: &Vm, op: CompareOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    let (a, b) = (vm.unwrapped(a), vm.unwrapped(b));
    match a.object() {
        Some(object) => object.compare(vm, &a, op, &b),
        None => Ok(None),
    }
}

/// `repr(a)`
pub fn plain_repr(vm: &Vm, a: &Value) -> Res<Ref<Str>> {
    Ok(Ref::new(Str::from(vm.repr(&vm.unwrapped(a))?)))
}

/// `str(a)`
pub fn plain_str(vm: &Vm, a: &Value) -> Res<Ref<Str>> {
    vm.to_str(&vm.unwrapped(a))
}

/// `format(a, spec)`
pub fn plain_format(vm: &Vm, a: &Value, spec: &Ref<Str>) -> Res<Ref<Str>> {
    vm.format(&vm.unwrapped(a), spec)
}

/// `hash(a)`
pub fn plain_hash(vm: &Vm, a: &Value) -> Res<i64> {
    vm.hash(&vm.unwrapped(a))
}

/// `bool(a)`
pub fn plain_truth(vm: &Vm, a: &Value) -> Res<bool> {
    vm.truth(&vm.unwrapped(a))
}

/// `len(a)`; `None`: it has no length.
pub fn plain_len(vm: &Vm, a: &Value) -> Res<Option<usize>> {
    vm.len(&vm.unwrapped(a)).map(Some)
}

/// `operator.index(a)`, also `int(a)` for integers; `None`: no integer.
pub fn plain_index(vm: &Vm, a: &Value) -> Res<Option<Value>> {
    vm.index(&vm.unwrapped(a)).map(Some)
}

/// `float(a)` for numbers; `None`: unsupported.
pub fn plain_float(vm: &Vm, a: &Value) -> Res<Option<f64>> {
    Ok(match vm.unwrapped(a) {
        Value::Float(number) => Some(number.get()),
        Value::Int(number) => Some(number as f64),
        _ => None,
    })
}
