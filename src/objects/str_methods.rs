//! The type's rows.

use super::class::TypeDef;

/// The row of `str`.
pub const TYPE: TypeDef = TypeDef {
    name: "str",
    is_base: true,
    ..TypeDef::PLAIN
};
