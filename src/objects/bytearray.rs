//! The type's rows.

use super::class::TypeDef;

/// The row of `bytearray`.
pub const TYPE: TypeDef = TypeDef {
    name: "bytearray",
    is_base: true,
    ..TypeDef::PLAIN
};
