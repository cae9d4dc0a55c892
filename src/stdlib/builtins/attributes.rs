//! Built-in functions of attributes, classes and identity.

use super::given;
use crate::interp::slots::attribute_name;
use crate::objects::native::{NativeDef, native};
use crate::objects::str::Name;
use crate::objects::value::Value;

/// The rows.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "callable",
        "(obj, /)",
        "Whether something can be called.\n\nClasses can, and objects whose class has a __call__ method.",
        |vm, a| Ok(Value::bool(vm.is_callable(&a[0]))),
    ),
    native(
        "delattr",
        "(obj, name, /)",
        "Delete an attribute by its name.\n\ndelattr(x, 'y') does what ``del x.y`` does",
        |vm, a| {
            vm.delete_attribute(&a[0], &attribute_name(vm, &a[1])?)?;
            Ok(Value::None)
        },
    ),
    native(
        "getattr",
        "(object, name, default=<unrepresentable>, /)",
        "getattr(object, name[, default])\n\nAn attribute by its name: getattr(x, 'y') is x.y.\nThe default is given where there is no such attribute; without one, that is an error.",
        |vm, a| {
            let name = attribute_name(vm, &a[1])?;
            match given(a, 2) {
                None => vm.get_attribute(&a[0], &name),
                Some(default) => Ok(vm
                    .get_attribute_opt(&a[0], &name)?
                    .unwrap_or_else(|| default.clone())),
            }
        },
    ),
    native(
        "hasattr",
        "(obj, name, /)",
        "Whether there is an attribute of this name.\n\nIt is asked for to find out; only AttributeError means that there is none.",
        |vm, a| {
            let name: Name = attribute_name(vm, &a[1])?;
            Ok(Value::bool(vm.get_attribute_opt(&a[0], &name)?.is_some()))
        },
    ),
    native(
        "hash",
        "(obj, /)",
        "A number that is the same for all that are equal.\n\nObjects that differ may have the same number too.",
        |vm, a| vm.hash(&a[0]).map(Value::Int),
    ),
    native(
        "id",
        "(obj, /)",
        "A number that no other object has as long as this one lives.",
        |_, a| Ok(Value::Int(identity(&a[0]))),
    ),
    native(
        "isinstance",
        "(obj, class_or_tuple, /)",
        "Whether an object is of a class, or of one that derives from it.\n\nclass_or_tuple may be a tuple of classes, or a union: any of them will do.",
        |vm, a| vm.is_instance_of(&a[0], &a[1]).map(Value::bool),
    ),
    native(
        "issubclass",
        "(cls, class_or_tuple, /)",
        "Whether a class is another one, or derives from it.\n\nclass_or_tuple may be a tuple of classes, or a union: any of them will do.",
        |vm, a| vm.is_subclass_of(&a[0], &a[1]).map(Value::bool),
    ),
    native(
        "setattr",
        "(obj, name, value, /)",
        "Set an attribute by its name.\n\nsetattr(x, 'y', v) does what ``x.y = v`` does",
        |vm, a| {
            vm.set_attribute(&a[0], &attribute_name(vm, &a[1])?, a[2].clone())?;
            Ok(Value::None)
        },
    ),
];

/// `id(value)`: the address, or a number made of type and bits for what has none.
fn identity(value: &Value) -> i64 {
    if let Some(address) = value.address() {
        return address as i64;
    }
    let spread = |bits: u64, kind: u64| {
        let mixed = bits.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(31) ^ kind;
        (mixed & 0x7FFF_FFFF_FFFF | 0x5000_0000_0000) as i64 & !7
    };
    match value {
        Value::Int(number) => spread(*number as u64, 8),
        Value::Float(number) => spread(number.bits(), 16),
        Value::Bool(flag) => spread(*flag as u64, 24),
        Value::NotImplemented => spread(1, 32),
        Value::Ellipsis => spread(2, 32),
        _ => spread(3, 32),
    }
}
