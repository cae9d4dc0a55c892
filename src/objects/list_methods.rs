//! The type's rows.

use super::class::TypeDef;

/// The row of `list`.
pub const TYPE: TypeDef = TypeDef {
    name: "list",
    is_base: true,
    ..TypeDef::PLAIN
};
