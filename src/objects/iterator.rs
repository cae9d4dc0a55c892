//! The type's rows.

use super::class::TypeDef;

/// The row of `iterator`.
pub const TYPE: TypeDef = TypeDef {
    name: "iterator",
    is_base: false,
    ..TypeDef::PLAIN
};
