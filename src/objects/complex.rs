//! The type's rows.

use super::class::TypeDef;

/// The row of `complex`.
pub const TYPE: TypeDef = TypeDef {
    name: "complex",
    is_base: true,
    ..TypeDef::PLAIN
};
