//! The type's rows.

use super::class::TypeDef;

/// The row of `mappingproxy`.
pub const TYPE: TypeDef = TypeDef {
    name: "mappingproxy",
    is_base: false,
    ..TypeDef::PLAIN
};
