//! The type's rows.

use super::class::TypeDef;

/// The row of `tuple`.
pub const TYPE: TypeDef = TypeDef {
    name: "tuple",
    is_base: true,
    ..TypeDef::PLAIN
};
