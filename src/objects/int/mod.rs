//! The types `int` and `bool`.

pub mod arithmetic;

use super::class::TypeDef;

/// The row of `int`.
pub const TYPE: TypeDef = TypeDef {
    name: "int",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `bool`.
pub const BOOL: TypeDef = TypeDef {
    name: "bool",
    is_base: false,
    ..TypeDef::PLAIN
};
