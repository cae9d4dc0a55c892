//! The type `float`.

pub mod arithmetic;

use super::class::TypeDef;

/// The row of `float`.
pub const TYPE: TypeDef = TypeDef {
    name: "float",
    is_base: true,
    ..TypeDef::PLAIN
};
