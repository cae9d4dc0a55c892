//! The type's rows.

use super::class::TypeDef;

/// The row of `bytes`.
pub const TYPE: TypeDef = TypeDef {
    name: "bytes",
    is_base: true,
    ..TypeDef::PLAIN
};
