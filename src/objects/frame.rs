//! The type's rows.

use super::class::TypeDef;

/// The row of `frame`.
pub const TYPE: TypeDef = TypeDef {
    name: "frame",
    is_base: false,
    ..TypeDef::PLAIN
};
