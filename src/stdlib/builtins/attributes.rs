//! Built-in functions of attributes, classes and identity.

use super::given;
use crate::interp::slots::attribute_name;
use crate::objects::code::CodeObject;
use crate::objects::native::{NativeDef, native};
use crate::objects::str::Name;
use crate::objects::value::Value;

/// The rows.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "callable",
        "(obj, /)",
        "Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method.",
        |vm, a| Ok(Value::bool(vm.is_callable(&a[0]))),
    ),
    native(
        "delattr",
        "(obj, name, /)",
        "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``",
        |vm, a| {
            vm.delete_attribute(&a[0], &attribute_name(vm, &a[1])?)?;
            Ok(Value::None)
        },
    ),
    native(
        "getattr",
        "(object, name, default=<unrepresentable>, /)",
        "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y.\nWhen a default argument is given, it is returned when the attribute doesn't\nexist; without it, an exception is raised in that case.",
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
        "Return whether the object has an attribute with the given name.\n\nThis is done by calling getattr(obj, name) and catching AttributeError.",
        |vm, a| {
            let name: Name = attribute_name(vm, &a[1])?;
            Ok(Value::bool(vm.get_attribute_opt(&a[0], &name)?.is_some()))
        },
    ),
    native(
        "hash",
        "(obj, /)",
        "Return the hash value for the given object.\n\nTwo objects that compare equal must also have the same hash value, but the\nreverse is not necessarily true.",
        |vm, a| vm.hash(&a[0]).map(Value::Int),
    ),
    native(
        "id",
        "(obj, /)",
        "Return the identity of an object.\n\nThis is guaranteed to be unique among simultaneously existing objects.\n(CPython uses the object's memory address.)",
        |_, a| Ok(Value::Int(identity(&a[0]))),
    ),
    native(
        "isinstance",
        "(obj, class_or_tuple, /)",
        "Return whether an object is an instance of a class or of a subclass thereof.\n\nA tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)\nor ...`` etc.",
        |vm, a| vm.is_instance_of(&a[0], &a[1]).map(Value::bool),
    ),
    native(
        "issubclass",
        "(cls, class_or_tuple, /)",
        "Return whether 'cls' is derived from another class or is the same class.\n\nA tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)\nor ...``.",
        |vm, a| vm.is_subclass_of(&a[0], &a[1]).map(Value::bool),
    ),
    native(
        "setattr",
        "(obj, name, value, /)",
        "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to ``x.y = v``",
        |vm, a| {
            vm.set_attribute(&a[0], &attribute_name(vm, &a[1])?, a[2].clone())?;
            Ok(Value::None)
        },
    ),
];

/// `id(value)`: the address, or a number made of type and bits for what has none.
fn identity(value: &Value) -> i64 {
    if let Some(code) = value.downcast::<CodeObject>() {
        return std::rc::Rc::as_ptr(&code.0) as usize as i64;
    }
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
