//! How files in memory are copied and pickled: what `__getstate__` and `__setstate__` of both kinds share.

use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;

/// The attributes that a script gave to a file; `None` without any.
pub fn attributes(vm: &Vm, file: &Value) -> Value {
    let own = match file {
        Value::Instance(instance) => Some(instance.dict(vm)),
        other => other.object().and_then(|object| object.attributes(false)),
    };
    match own {
        Some(dict) if !dict.is_empty() => Value::Dict(dict.copy()),
        _ => Value::None,
    }
}

/// The parts of a state, which must be so many.
pub fn parts(vm: &Vm, a: &[Value], count: usize) -> Res<Ref<Tuple>> {
    match vm.unwrapped(&a[1]) {
        Value::Tuple(parts) if parts.items().len() >= count => Ok(parts),
        other => {
            let (class, given) = (vm.class_of(&a[0]).message_name(vm), vm.class_name(&other));
            Err(vm.type_error(&format!(
                "{class}.__setstate__ argument should be {count}-tuple, got {given}"
            )))
        }
    }
}

/// The position in a state; `complaint` says what another type is told.
pub fn position(vm: &Vm, value: &Value, complaint: &str) -> Res<usize> {
    let Value::Int(position) = vm.unwrapped(value) else {
        let class = vm.class_name(value);
        return Err(vm.type_error(&format!("{complaint} {class}")));
    };
    usize::try_from(position).map_err(|_| vm.value_error("position value cannot be negative"))
}

/// Gives a file the attributes in a state.
pub fn set_attributes(vm: &Vm, file: &Value, value: &Value, place: &str) -> Res<()> {
    let given = match vm.unwrapped(value) {
        Value::None => return Ok(()),
        Value::Dict(given) => given,
        other => {
            let class = vm.class_name(&other);
            let message = format!("{place} item of state should be a dict, got a {class}");
            return Err(vm.type_error(&message));
        }
    };
    let own = match file {
        Value::Instance(instance) => Some(instance.dict(vm)),
        other => other.object().and_then(|object| object.attributes(true)),
    };
    match own {
        Some(own) => own.update(vm, &given),
        None => Ok(()),
    }
}
