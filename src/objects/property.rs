//! The type's rows.

use super::class::TypeDef;

/// The row of `property`.
pub const TYPE: TypeDef = TypeDef {
    name: "property",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `classmethod`.
pub const CLASSMETHOD: TypeDef = TypeDef {
    name: "classmethod",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `staticmethod`.
pub const STATICMETHOD: TypeDef = TypeDef {
    name: "staticmethod",
    is_base: true,
    ..TypeDef::PLAIN
};

/// `classmethod(function)`
pub fn class_method(function: super::value::Value) -> super::value::Value {
    function
}

/// `staticmethod(function)`
pub fn static_method(function: super::value::Value) -> super::value::Value {
    function
}
