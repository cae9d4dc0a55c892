//! The type's rows.

use super::class::TypeDef;

/// The row of `set`.
pub const TYPE: TypeDef = TypeDef {
    name: "set",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `frozenset`.
pub const FROZEN: TypeDef = TypeDef {
    name: "frozenset",
    is_base: true,
    ..TypeDef::PLAIN
};
