//! The type's rows.

use super::class::TypeDef;

/// The row of `dict_keys`.
pub const KEYS: TypeDef = TypeDef {
    name: "dict_keys",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `dict_values`.
pub const VALUES: TypeDef = TypeDef {
    name: "dict_values",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `dict_items`.
pub const ITEMS: TypeDef = TypeDef {
    name: "dict_items",
    is_base: false,
    ..TypeDef::PLAIN
};
