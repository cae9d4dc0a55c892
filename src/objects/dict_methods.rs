//! The type's rows.

use super::class::TypeDef;

/// The row of `dict`.
pub const TYPE: TypeDef = TypeDef {
    name: "dict",
    is_base: true,
    ..TypeDef::PLAIN
};
