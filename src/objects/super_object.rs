//! The type's rows.

use super::class::TypeDef;

/// The row of `super`.
pub const TYPE: TypeDef = TypeDef {
    name: "super",
    is_base: true,
    ..TypeDef::PLAIN
};
