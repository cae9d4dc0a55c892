//! The type's rows.

use super::class::TypeDef;

/// The row of `float`.
pub const TYPE: TypeDef = TypeDef {
    name: "float",
    is_base: true,
    ..TypeDef::PLAIN
};
