//! The types of the objects that there is one of: `None`, `NotImplemented` and `...`.

use super::class::TypeDef;
use super::native::{NativeDef, native};
use super::value::Value;

const fn new(function: super::native::NativeFn) -> Option<NativeDef> {
    Some(native("__new__", "()", "Gives the one object.", function))
}

/// The row of `NoneType`.
pub const NONE: TypeDef = TypeDef {
    name: "NoneType",
    doc: "The type of None.",
    new: new(|_, _| Ok(Value::None)),
    slots: &[
        "__repr__", "__hash__", "__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__",
        "__bool__",
    ],
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `NotImplementedType`.
pub const NOT_IMPLEMENTED: TypeDef = TypeDef {
    name: "NotImplementedType",
    doc: "The type of NotImplemented.",
    new: new(|_, _| Ok(Value::NotImplemented)),
    methods: &[native("__reduce__", "()", "How a copy is made.", |_, _| {
        Ok(Value::str("NotImplemented"))
    })],
    slots: &["__repr__", "__bool__"],
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `ellipsis`.
pub const ELLIPSIS: TypeDef = TypeDef {
    name: "ellipsis",
    doc: "The type of `...`.",
    new: new(|_, _| Ok(Value::Ellipsis)),
    methods: &[native("__reduce__", "()", "How a copy is made.", |_, _| {
        Ok(Value::str("Ellipsis"))
    })],
    slots: &["__repr__"],
    is_base: false,
    ..TypeDef::PLAIN
};
