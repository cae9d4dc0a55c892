//! The type's rows.

use super::class::TypeDef;

/// The row of `traceback`.
pub const TYPE: TypeDef = TypeDef {
    name: "traceback",
    is_base: false,
    ..TypeDef::PLAIN
};
