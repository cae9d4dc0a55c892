//! What `__reduce__` gives: the function, the arguments and the state from which `copy` and `pickle` make an object again.

use super::counted::Ref;
use super::list::List;
use super::native::{NativeDef, native};
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};

/// `(function, arguments)`, and the state behind them if there is one.
pub fn parts(function: Value, arguments: Vec<Value>, state: Option<Value>) -> Value {
    let mut parts = vec![function, Value::from(Tuple::new(arguments))];
    parts.extend(state);
    Value::from(Tuple::new(parts))
}

/// The parts of an object that calling its class with `arguments` makes again.
pub fn same_class(vm: &Vm, object: &Value, arguments: Vec<Value>) -> Value {
    parts(Value::Class(vm.class_of(object)), arguments, None)
}

/// The parts of what the built-in function `name` gives for `arguments`.
pub fn by_builtin(vm: &Vm, name: &str, arguments: Vec<Value>, state: Option<Value>) -> Res {
    let function = vm.builtins.get_name(&vm.name(name));
    let function = function.ok_or_else(|| vm.attribute_error(name))?;
    Ok(parts(function, arguments, state))
}

/// The parts of an iterator that is known by the items that are left in it.
pub fn by_items(vm: &Vm, items: Vec<Value>) -> Res {
    by_builtin(vm, "iter", vec![Value::from(List::new(items))], None)
}

/// The parts of the attribute `name` of `object`.
pub fn attribute(vm: &Vm, object: Value, name: &str) -> Res {
    by_builtin(vm, "getattr", vec![object, Value::str(name)], None)
}

/// The place that an iterator's `__setstate__` is given.
pub fn place(vm: &Vm, state: &Value) -> Res<i64> {
    match vm.unwrapped(state) {
        Value::Int(place) => Ok(place),
        Value::Bool(flag) => Ok(flag as i64),
        Value::Big(_) => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
        _ => Err(vm.type_error("an integer is required")),
    }
}

/// A row for `__reduce__`.
pub const fn reduce(function: fn(&Vm, &[Value]) -> Res) -> NativeDef {
    native(
        "__reduce__",
        "()",
        "Return state information for pickling.",
        function,
    )
}

/// A row for `__setstate__`.
pub const fn set_state(function: fn(&Vm, &[Value]) -> Res) -> NativeDef {
    native(
        "__setstate__",
        "(object, /)",
        "Set state information for unpickling.",
        function,
    )
}

/// The items that stand in a container, as the argument of its class.
pub fn listed(items: Vec<Value>) -> Value {
    Value::List(List::new(items))
}

/// An empty tuple: what an exhausted iterator iterates over.
pub fn nothing() -> Ref<Tuple> {
    Tuple::new(Vec::new())
}
