//! The type's rows.

use super::class::TypeDef;

/// The row of `slice`.
pub const TYPE: TypeDef = TypeDef {
    name: "slice",
    is_base: false,
    ..TypeDef::PLAIN
};
