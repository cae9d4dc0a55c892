//! The type's rows.

use super::class::TypeDef;

/// The row of `range`.
pub const TYPE: TypeDef = TypeDef {
    name: "range",
    is_base: false,
    ..TypeDef::PLAIN
};
