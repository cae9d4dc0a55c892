//! The type's rows.

use super::class::TypeDef;

/// The row of `NoneType`.
pub const NONE: TypeDef = TypeDef {
    name: "NoneType",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `NotImplementedType`.
pub const NOT_IMPLEMENTED: TypeDef = TypeDef {
    name: "NotImplementedType",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `ellipsis`.
pub const ELLIPSIS: TypeDef = TypeDef {
    name: "ellipsis",
    is_base: false,
    ..TypeDef::PLAIN
};
